import { type Change, merge, readChange } from '#passport/change.ts';
import { apply } from '#passport/fold.ts';
import { editsToChanges } from '#passport/write.ts';
import { encodeDownload } from './download.ts';
import { dropDrafts, keepDraft, readDrafts } from './drafts.ts';
import type { SaveProblem } from './failure.ts';
import { careForKey } from './key-care.ts';
import { blankKeyFile, type KeyFiles } from './key-file.ts';
import { type Keyring, keyFileNames } from './keyring.ts';
import { type Loaded, loadRest } from './load.ts';
import { changesOf, readLog } from './log.ts';
import { askToPersist, persistenceNow } from './persistence.ts';
import { makeQuiet } from './quiet.ts';
import { forgetName } from './registry.ts';
import { reseal } from './reseal.ts';
import { comparedWith } from './restoring.ts';
import type { Rows } from './rows.ts';
import { makeSaver } from './save.ts';
import { writeSnapshot } from './snapshot.ts';
import type { OpenOptions, Saved, Store } from './store.ts';
import { alone, canBeAlone, openTabs } from './tabs.ts';
import { makeQueue, write } from './writing.ts';

type Parts = {
  readonly rows: Rows;
  readonly keyring: Keyring;
  readonly files: KeyFiles | null;
  readonly name: string;
  readonly loaded: Loaded;
  readonly options: OpenOptions;
};

/** This many small rows are gathered into large ones; this many rows are worth a snapshot soon. */
const gatherAt = 400;
const manyRows = 50;

/** The live passport over an open database: one queue of writes, one value in memory, one ear for other tabs. */
export function liveStore({ rows, keyring, files, name, loaded, options }: Parts): Store {
  const { world, quiet = { few: 20_000, many: 2_000 } } = options;
  let now = loaded;
  let stopped: SaveProblem | null = null;
  let hasAsked = false;
  const queue = makeQueue();
  const settling = makeQueue();
  const listeners = new Set<() => void>();
  const stopListeners = new Set<(why: 'newer' | 'erased') => void | Promise<void>>();

  const take = (next: Partial<Loaded>) => {
    const before = now;
    now = { ...now, ...next };
    if (now.passport !== before.passport || now.pending !== before.pending)
      for (const listener of [...listeners]) listener();
    if (now.last !== before.last) waitForQuiet();
  };
  const unsettled = () => now.last - (now.written?.contents.seq ?? 0);
  const later = makeQuiet(() => settle());
  const waitForQuiet = () => later.wait(unsettled() >= manyRows ? quiet.many : quiet.few);
  const add = (changes: readonly Change[], last: number) => take({ passport: apply(now.passport, changes), last });

  const catchUp = async () => {
    const { batches, unreadable, last } = await readLog(rows, keyring, now.last);
    if (last === now.last) return;
    take({ unreadable: now.unreadable + unreadable });
    add(changesOf(batches), last);
  };

  const stop = async (why: 'newer' | 'erased') => {
    if (stopped) return;
    if (why === 'erased') stopped = 'save-gone';
    const heard = Promise.allSettled([...stopListeners].map(async (listener) => listener(why)));
    await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 2000))]);
    stopped ??= 'save-newer-tab';
    later.stop();
    rows.close({ disableAutoOpen: true });
  };
  rows.on('versionchange', (event) => {
    void stop(event.newVersion ? 'newer' : 'erased');
    return false;
  });
  const tabs = openTabs(name, {
    rows: (seq) => {
      if (seq > now.last) void queue(catchUp).catch(() => undefined);
    },
    newer: () => void stop('newer'),
    erased: () => void stop('erased'),
  });

  // First in the queue, so that no save comes before it; a turn later, so that the first parts are painted before.
  const ready = queue(async () => {
    if (now.pending === null) return;
    await new Promise((resolve) => setTimeout(resolve));
    const rest = await write(rows, () => loadRest(rows, keyring, now));
    if (!rest.ok && stopped === null) throw new Error(rest.problem);
    if (rest.ok) take(rest.value);
  });
  ready.catch(() => undefined);
  const cared = ready.then(async () => {
    if (!files || stopped || !canBeAlone()) return;
    const isNew = await alone(`${name}-keys`, () => careForKey(rows, keyring, name, files, world));
    if (!isNew) return;
    await queue(catchUp);
    tabs.tell(now.last);
    void settle().catch(() => undefined);
  });
  cared.catch(() => undefined);
  if (unsettled() >= manyRows) waitForQuiet();

  const saver = makeSaver({ rows, keyring, world, last: () => now.last, catchUp });
  /** In the queue: seals, writes, and only then lets anyone see it. */
  const save = async (make: () => readonly Change[]) => {
    if (stopped) return { ok: false, problem: stopped } as const;
    const saved = await write(rows, saver(make));
    if (!saved.ok) return { ok: false, problem: stopped ?? saved.problem } as const;
    add(saved.value.changes, saved.value.last);
    tabs.tell(saved.value.last);
    if (!hasAsked) askToPersist();
    hasAsked = true;
    return { ok: true, changes: saved.value.changes } as const;
  };

  /** Reads, once more after a broken connection; a read that fails even so throws its problem. */
  const read = async <T>(task: () => Promise<T>): Promise<T> => {
    const outcome = stopped ? { ok: false as const, problem: stopped } : await write(rows, task);
    if (!outcome.ok) throw new Error(stopped ?? outcome.problem);
    return outcome.value;
  };
  const log = () => read(async () => merge(changesOf((await readLog(rows, keyring)).batches), []));

  const settle = async () => {
    await ready;
    await cared.catch(() => undefined);
    await settling(async () => {
      if (stopped || now.pending) return;
      if (now.last - now.gathered > gatherAt) {
        const wish = { keep: () => true, key: keyring.current(), inRows: keyring.isInRows(), after: now.gathered };
        const upTo = await alone(`${name}-gather`, () => reseal(rows, keyring, world, wish));
        if (upTo !== null) take({ gathered: Math.max(upTo, now.gathered) });
      }
      if (unsettled() === 0) return;
      const { passport, last: seq, gathered, written: before } = now;
      const written = await writeSnapshot(rows, keyring, world, { passport, seq, gathered, before });
      if (written) take({ written });
    });
  };

  const draftWrite = (task: () => Promise<void>): Promise<Saved> =>
    queue(async () => {
      if (stopped) return { ok: false, problem: stopped };
      const written = await write(rows, task);
      return written.ok ? { ok: true } : { ok: false, problem: stopped ?? written.problem };
    });

  return {
    passport: () => now.passport,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready,
    isReady: (part) => now.pending === null || (part !== undefined && !now.pending.ids.includes(part)),
    append: (edits, writer) =>
      queue(async () => {
        if (edits.length === 0) return { ok: true, changes: [] };
        const make = () => editsToChanges(now.passport, edits, writer, world);
        let first: readonly Change[] | null = make();
        if (first.some((change) => readChange(change) === null)) return { ok: false, problem: 'save-too-long' };
        const saved = await save(() => {
          const made = first ?? make();
          first = null;
          return made;
        });
        const gone = edits.filter((edit) => edit.removed).map(({ part, record }) => `${part}/${record}/`);
        if (saved.ok && gone.length > 0) {
          await write(rows, () => dropDrafts(rows, keyring, (key) => gone.some((start) => key.startsWith(start))));
        }
        return saved;
      }),
    log,
    history: async (part, record) => (await log()).filter((change) => change.part === part && change.record === record),
    download: async () => encodeDownload(await log(), world.now().toISOString()),
    async preview(bytes) {
      const compared = await comparedWith(await log(), bytes);
      return compared.ok ? compared.preview : compared;
    },
    restore: (bytes) =>
      queue(async () => {
        if (stopped) return { ok: false, problem: stopped };
        const compared = await comparedWith(await log(), bytes);
        if (!compared.ok) return compared;
        if (compared.added.length === 0) return { ok: true, added: 0 };
        const saved = await save(() => compared.added);
        // a large log without its snapshot makes the next start slow
        void settle().catch(() => undefined);
        return saved.ok ? { ok: true, added: compared.added.length } : saved;
      }),
    drafts: {
      all: () => queue(() => read(() => readDrafts(rows, keyring))),
      keep: (key, text) => draftWrite(() => keepDraft(rows, keyring, world, key, text)),
      drop: (key) => draftWrite(() => dropDrafts(rows, keyring, (other) => other === key)),
    },
    persistence: persistenceNow,
    onNewer(listener) {
      stopListeners.add(listener);
      return () => stopListeners.delete(listener);
    },
    unreadable: () => now.unreadable,
    settle,
    async erase() {
      stopped = 'save-gone';
      later.stop();
      tabs.tellErased();
      for (const file of files ? keyFileNames(name) : []) {
        await files?.write(file, blankKeyFile());
        await files?.remove(file);
      }
      await rows.delete({ disableAutoOpen: true });
      await forgetName(name);
    },
    close() {
      stopped ??= 'save-gone';
      later.stop();
      tabs.close();
      rows.close({ disableAutoOpen: true });
    },
  };
}
