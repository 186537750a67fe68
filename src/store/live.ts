import { type Change, gonePart, merge } from '#passport/change.ts';
import { apply, foldedAnew } from '#passport/fold.ts';
import { makeAppend } from './append.ts';
import type { Disk } from './disk.ts';
import { makeDrafts } from './drafts.ts';
import { erasePassport } from './erase.ts';
import { makeFiles } from './files.ts';
import { forgetFolder } from './folder.ts';
import type { Keyring } from './keyring.ts';
import { type Loaded, loadRest } from './load.ts';
import { type LockParts, makeLocking } from './locking.ts';
import { changesOf, readLog } from './log.ts';
import { mergeNotes } from './merge-note.ts';
import { askToPersist, persistenceNow } from './persistence.ts';
import { makeQuiet } from './quiet.ts';
import { readHere, workerRead } from './reading.ts';
import { makeRekeying } from './rekeying.ts';
import type { Rows } from './rows.ts';
import type { Safe } from './safe/copy.ts';
import { makeKeeper } from './safe/keeper.ts';
import { addToTally, emptyTally, isSameTally } from './safe/tally.ts';
import { makeSaver } from './save.ts';
import { makeSettle, unsettled } from './settle.ts';
import { makeStopping } from './stopping.ts';
import type { OpenOptions, Store } from './store.ts';
import { alone, openTabs } from './tabs.ts';
import { makeQueue, write } from './writing.ts';

type Parts = {
  readonly rows: Rows;
  readonly keyring: Keyring;
  readonly disk: Disk | null;
  readonly safe: Safe | null;
  readonly name: string;
  readonly loaded: Loaded;
  readonly options: OpenOptions;
  readonly lock: LockParts;
  /** What the person chose to do about a loss, when there was one. */
  readonly after: 'restore' | 'leave' | undefined;
};

/** This many rows are worth a snapshot soon. */
const manyRows = 50;

/** The live passport over an open database: one queue of writes, one value in memory, one ear for other tabs. */
export function liveStore({ rows, keyring, disk, safe, name, loaded, options, lock, after }: Parts): Store {
  const { world, quiet = { few: 20_000, many: 2_000 } } = options;
  let now = loaded;
  let hasAsked = false;
  const queue = makeQueue();
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const take = (next: Partial<Loaded>) => {
    const before = now;
    now = { ...now, ...next };
    if (now.passport !== before.passport || now.pending !== before.pending) tell();
    if (now.last !== before.last) waitForQuiet();
  };
  const later = makeQuiet(() => settle());
  const waitForQuiet = () => later.wait(unsettled(now) >= manyRows ? quiet.many : quiet.few);
  const add = (changes: readonly Change[], last: number) =>
    take({ passport: apply(now.passport, changes), last, tally: addToTally(now.tally, changes) });

  const catchUp = async () => {
    const { batches, unreadable, last } = await readLog(rows, keyring, now.last);
    if (last === now.last) return;
    take({ unreadable: now.unreadable + unreadable });
    const changes = changesOf(batches);
    add(changes, last);
    if (now.epoch !== keyring.current().epoch) await retally();
    keeper.later(changes, { revision: now.last, tally: now.tally });
  };
  /** Rows lost behind a snapshot that is whole would not be missed otherwise: without it the next start tells. */
  const examine = async () => {
    await new Promise((resolve) => setTimeout(resolve, quiet.many));
    await queue(async () => {
      if (stopping.why()) return;
      await catchUp();
      const read = await readLog(rows, keyring);
      void keeper.prove(changesOf(read.batches));
      if (isSameTally(addToTally(emptyTally, changesOf(read.batches)), now.tally)) return;
      await rows.snapshots.clear();
      take({ unreadable: Math.max(1, read.unreadable), written: null });
    });
  };
  /** A new key may have left changes behind. */
  const retally = async () => {
    const all = changesOf((await readLog(rows, keyring)).batches);
    const [tally, passport] = [addToTally(emptyTally, all), foldedAnew(now.passport, all)];
    take({ tally, passport, gathered: 0, epoch: keyring.current().epoch });
  };

  const stopping = makeStopping(rows, () => {
    later.stop();
    void keeper.stop();
  });
  const { stop } = stopping;
  keyring.onLocked(() => void stop('locked'));
  const tabs = openTabs(name, {
    rows: (seq) => {
      if (seq > now.last) void queue(catchUp).catch(() => undefined);
    },
    newer: () => void stop('newer'),
    erased: () => {
      void keeper.stop();
      void stop('erased');
    },
    locked: () => void stop('locked'),
  });

  // First in the queue, so that no save comes before it; a turn later, so that the first parts are painted before.
  const ready = queue(async () => {
    if (now.pending === null) return;
    await new Promise((resolve) => setTimeout(resolve));
    const rest = await write(rows, () => loadRest(rows, keyring, now));
    if (!rest.ok && stopping.why() === null) throw new Error(rest.problem);
    // a log that holds less than the snapshot told of: the next start offers the safe copy
    if (rest.ok) take(rest.value.tally.count < now.tally.count ? { ...rest.value, unreadable: 1 } : rest.value);
  });
  ready.catch(() => undefined);

  const saver = makeSaver({ rows, keyring, world, last: () => now.last, catchUp });
  /** In the queue: seals, writes, and only then lets anyone see it. */
  const save = async (make: () => readonly Change[]) => {
    const why = stopping.why();
    if (why) return { ok: false, problem: why } as const;
    const saved = await write(rows, saver(make));
    if (!saved.ok) return { ok: false, problem: stopping.why() ?? saved.problem } as const;
    add(saved.value.changes, saved.value.last);
    keeper.later(saved.value.changes, { revision: now.last, tally: now.tally });
    tabs.tell(saved.value.last);
    if (!hasAsked) askToPersist();
    hasAsked = true;
    return { ok: true, changes: saved.value.changes } as const;
  };

  /** Reads, once more after a broken connection; a read that fails even so throws its problem. */
  const read = async <T>(task: () => Promise<T>): Promise<T> => {
    const why = stopping.why();
    const outcome = why ? { ok: false as const, problem: why } : await write(rows, task);
    if (!outcome.ok) throw new Error(stopping.why() ?? outcome.problem);
    return outcome.value;
  };
  const log = () => read(async () => merge(changesOf((await readLog(rows, keyring)).batches), []));
  const sealer = () => keyring.current();
  const keeper = makeKeeper({ safe, disk: safe && disk, name, sealer, log, alone, onState: tell });
  const standing = () => catchUp().then(() => ({ revision: now.last, tally: now.tally }));
  const house = { rows, keyring, disk, name, world, keeper, standing, giveKey: options.giveKey };
  const { changeKey, bury, takeOut, care, tidyUp, removeForEver } = makeRekeying({
    house,
    passport: () => now.passport,
    queue,
    why: stopping.why,
    onNewKey: () => {
      tabs.tell(now.last);
      void settle().catch(() => undefined);
    },
  });
  const cared = ready.then(async () => {
    await keeper.start({ revision: now.last, tally: now.tally }, after);
    // after 'leave' a new key would be the end of what the safe copy holds
    if (after !== 'leave') await care();
    await locking.refresh();
  });
  cared.then(examine).catch(() => undefined);
  if (unsettled(now) >= manyRows) waitForQuiet();

  const isOver = () => stopping.why() !== null;
  const settleRows = makeSettle({ rows, keyring, world, name, now: () => now, take, isOver });
  const settle = async () => {
    await ready;
    await cared.catch(() => undefined);
    await locking.refresh();
    await settleRows();
  };

  const locking = makeLocking({
    house,
    lock,
    passport: () => (now.pending || stopping.why() ? null : now.passport),
    queue,
    changeKey,
    tellLocked: tabs.tellLocked,
    tidyUp,
  });
  const files = makeFiles({
    world,
    example: false,
    read: options.makeReadWorker ? workerRead(options.makeReadWorker) : readHere,
    log,
    // two tabs that take in the same file must not save its changes twice
    queue: (task) => queue(() => alone(`${name}-files`, task)),
    save,
    notes: mergeNotes({ rows, keyring, world, read }),
    takeOut,
    afterMerge: (added) => {
      if (added.some(({ part }) => part === gonePart)) void queue(() => bury([])).catch(() => undefined);
      // a large log without its snapshot makes the next start slow
      void settle().catch(() => undefined);
    },
  });

  const drafts = makeDrafts({ rows, keyring, world, queue, read, why: stopping.why });

  return {
    passport: () => now.passport,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready,
    isReady: (part) => now.pending === null || (part !== undefined && !now.pending.ids.includes(part)),
    append: makeAppend({ rows, keyring, world, passport: () => now.passport, queue, save }),
    log,
    history: async (part, record) => (await log()).filter((change) => change.part === part && change.record === record),
    count: () => now.tally.count,
    ...files,
    removeForEver,
    locking,
    safe: () => keeper.state(),
    drafts,
    persistence: persistenceNow,
    onNewer: stopping.listen,
    unreadable: () => now.unreadable,
    settle,
    async flush() {
      await keeper.flush();
      await locking.refresh();
    },
    async erase(proof = null) {
      if (!locking.holds(proof)) throw new Error('proof-missing');
      stopping.end();
      tabs.tellErased();
      await keeper.stop();
      await erasePassport({ rows, disk, name, safe });
      if (!options.key) await forgetFolder();
    },
    async close() {
      await queue(locking.refresh);
      await keeper.flush();
      stopping.end();
      await keeper.stop();
      tabs.close();
      rows.close({ disableAutoOpen: true });
    },
  };
}
