import { type Change, merge } from '#passport/change.ts';
import type { Disk } from '#store/disk.ts';
import type { Sealer } from '#store/seal.ts';
import type { SafeState } from '#store/store.ts';
import { makeQueue } from '#store/writing.ts';
import type { Safe } from './copy.ts';
import { keepSentinel, readSentinel, readSentinelOnDisk } from './sentinel.ts';
import { addToTally, emptyTally, isSameTally, type Tally } from './tally.ts';

/** The database as it stands: the last row of its log, and the tally of all its changes. */
export type Standing = { readonly revision: number; readonly tally: Tally };

/** A change of keys, or of what the log holds, that the safe copy must follow before anything of the old is left. */
export type Rekey = {
  /** The sealer that is becoming current. */
  readonly sealer: Sealer;
  /** What the log will hold. */
  readonly log: () => Promise<readonly Change[]>;
  /** Changes the database. When it gives false, or throws, the key before stays the one that counts. */
  readonly reseal: () => Promise<boolean>;
  /** The database after `reseal`. */
  readonly standing: () => Promise<Standing>;
};

/** Keeps the safe copy and the sentinels of one passport in step with its database. No call but `rekey` ever rejects. */
export type Keeper = {
  /**
   * Call once, when everything is loaded and no loss is left to settle: nothing is written before. Finds out whether
   * the safe copy is undamaged and says that it holds what the database does (the app may have been closed between a
   * save and its journal); else writes it from the log. 'restore': the database was just restored, so the safe copy is
   * written anew now. 'leave': the person went on without what the safe copy holds; it stays as it is until their next
   * change.
   */
  start(standing: Standing, after?: 'restore' | 'leave'): Promise<void>;
  /**
   * Call once after `start`, when there is time for it: reads the safe copy to its end, as a restore would, and writes it
   * from the log when it does not give back every one of these changes. Only then is it known to be kept.
   */
  prove(changes: readonly Change[]): Promise<void>;
  /** Call with every change that has come into the log, saved here or in another tab. Gathers what comes close together. */
  later(changes: readonly Change[], standing: Standing): void;
  /** Writes now what waits: the page is being hidden or closed. Resolves when it is written, or could not be. */
  flush(): Promise<void>;
  /** 'safe-copy': it could not be overwritten, and `reseal` was not called. 'reseal': `reseal` gave false. */
  rekey(wish: Rekey): Promise<'done' | 'safe-copy' | 'reseal'>;
  /** 'unknown' until the safe copy was read, or written whole. 'failing': it could not be written, and is tried again. */
  state(): SafeState;
  /** Writes nothing from now on. Resolves when no write is under way. */
  stop(): Promise<void>;
};

type Parts = {
  /** Both null where there is no private file system: then only the sentinel in localStorage is kept. */
  readonly safe: Safe | null;
  readonly disk: Disk | null;
  readonly name: string;
  readonly sealer: () => Sealer;
  /** Every change in the database, read anew; must not wait for anything that waits for the keeper. */
  readonly log: () => Promise<readonly Change[]>;
  readonly alone: <T>(name: string, task: () => Promise<T>) => Promise<T>;
  /** Hears when the state has changed. */
  readonly onState?: () => void;
};

/** Milliseconds: after the last change, at most after the first, and after a write that failed. */
const soon = 300;
const atMost = 1_000;
const again = 30_000;

/** What the safe copy needs: nothing; what waits; the log in one slot, or in both and nothing else. */
type Need = 'nothing' | 'record' | 'log' | 'exactly';

export function makeKeeper({ safe, disk, name, sealer, log, alone, onState }: Parts): Keeper {
  const queue = makeQueue();
  let phase: 'early' | 'running' | 'stopped' = 'early';
  let need: Need = 'nothing';
  let next: 'record' | 'exactly' = 'record';
  let waiting: Change[] = [];
  let epoch = 0;
  let standing: Standing | null = null;
  let isForced = false;
  /** False once the safe copy was read beside the database, and had nothing more. */
  let mayLack = true;
  let state: SafeState = safe ? 'unknown' : 'none';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;

  const settle = (isKept: boolean) => {
    const next = isKept ? 'kept' : 'failing';
    if (!safe || state === next) return;
    state = next;
    onState?.();
  };
  const isAlone = <T>(task: () => Promise<T>) => queue(() => alone(`${name}-safe`, task));
  const calm = () => {
    clearTimeout(timer);
    clearTimeout(limit);
    limit = undefined;
  };
  const retry = () => {
    calm();
    if (phase !== 'stopped') timer = setTimeout(() => void flush(), again);
  };

  const fail = (wish: Need = 'log') => {
    need = wish === 'exactly' ? wish : 'log';
    settle(false);
    retry();
  };

  /**
   * Writes both sentinels; the one on the disk only for what the safe copy holds. Not when another tab is further on, nor
   * when there are fewer changes than there were, unless the safe copy has none that the database lacks.
   */
  const mark = async (now: Standing, isSafe: boolean) => {
    const known = await readSentinel(name, disk);
    const isFurther = known && (known.revision > now.revision || (known.count > now.tally.count && mayLack));
    if (isFurther && !isForced) return true;
    const isKept = await keepSentinel({ install: name, revision: now.revision, ...now.tally }, isSafe ? disk : null);
    if (isKept && isSafe) isForced = false;
    return isKept;
  };

  /** The log; with what the safe copy alone holds, unless it is sure that the database has lost nothing. */
  const wholeLog = async () => {
    const here = await log();
    const tally = addToTally(emptyTally, here);
    const known = await readSentinelOnDisk(name, disk);
    const isSure =
      (known && isSameTally(known, tally)) ||
      (standing && isSameTally(standing.tally, tally) && (known?.count ?? 0) <= tally.count);
    if (isSure || !safe) return here;
    const key = sealer();
    const whole = merge(here, (await safe.read(async (wanted) => (wanted === key.epoch ? key : null))).changes);
    mayLack = whole.length > here.length;
    return whole;
  };

  const put = async (wish: Exclude<Need, 'nothing'>, changes: readonly Change[]): Promise<boolean> => {
    if (!safe || (wish === 'record' && changes.length === 0)) return true;
    if (wish === 'record' && (await safe.add(sealer(), changes)) && !safe.wantsRewrite()) return true;
    // the log first: reading it finds out whether another tab has changed the key
    const whole = wish === 'exactly' ? await log() : await wholeLog();
    if (wish !== 'exactly') return safe.rewrite(sealer(), whole);
    return (await safe.before(sealer(), whole, sealer())) && (await safe.after(sealer(), whole));
  };

  const work = async () => {
    if (need === 'nothing' || phase !== 'running' || !standing) return;
    const wish = need === 'record' && epoch !== sealer().epoch ? 'log' : need;
    const [changes, now] = [waiting, standing];
    need = 'nothing';
    waiting = [];
    const isPut = await put(wish, changes).catch(() => false);
    const isMarked = await mark(now, isPut).catch(() => false);
    // one more record says nothing of what lies before it
    if (isPut && isMarked) return wish === 'record' ? undefined : settle(true);
    fail(wish);
  };
  const flush = async () => {
    calm();
    await isAlone(work).catch(retry);
  };

  /** At the start: what the safe copy lacks, or has lost. */
  const compare = async (now: Standing) => {
    const found = await safe?.check();
    const known = await readSentinelOnDisk(name, disk);
    const isWhole = !found || (found.isThere ? found.damaged === 0 : now.tally.count === 0);
    const holdsAll = now.tally.count === 0 || !safe || (known !== null && isSameTally(known, now.tally));
    if (!isWhole || !holdsAll) need = 'log';
    else if (known?.revision !== now.revision && need === 'nothing') [need, epoch] = ['record', sealer().epoch];
    await work();
    // a second time when both slots are damaged
    if (isWhole || (await safe?.check())?.damaged === 0) return;
    need = 'log';
    await work();
  };

  return {
    async start(now, after) {
      standing ??= now;
      if (phase === 'early') phase = 'running';
      isForced ||= after !== undefined;
      if (after === 'leave' && need === 'nothing') {
        next = 'exactly';
        return;
      }
      if (after) need = 'exactly';
      const task = after ? work : () => compare(standing ?? now);
      await isAlone(task).catch(() => fail(need));
    },
    prove: (changes) =>
      isAlone(async () => {
        await work();
        // what waits, or was left as it is, is not to be read yet
        if (need !== 'nothing' || next !== 'record' || phase !== 'running') return;
        if (!safe || (await safe.holds(sealer(), changes))) return settle(true);
        need = 'log';
        await work();
      }).catch(() => fail()),
    later(changes, now) {
      standing = now;
      if (changes.length === 0 || phase === 'stopped') return;
      if (need === 'nothing') {
        need = next;
        next = 'record';
        epoch = sealer().epoch;
      }
      // no spread into a call: a file may bring more changes than a call has room for
      waiting = waiting.concat(changes);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), soon);
      limit ??= setTimeout(() => void flush(), atMost);
    },
    flush,
    rekey: (wish) =>
      isAlone(async () => {
        calm();
        const kept = await wish.log();
        if (safe && !(await safe.before(wish.sealer, kept, sealer()))) return 'safe-copy';
        need = 'log';
        retry();
        if (!(await wish.reseal())) return 'reseal';
        isForced = true;
        need = 'nothing';
        waiting = [];
        calm();
        const follow = async () => {
          const now = await wish.standing();
          standing = now;
          const isPut = safe ? await safe.after(wish.sealer, await wish.log()) : true;
          return (await mark(now, isPut)) && isPut;
        };
        const isDone = await follow().catch(() => false);
        settle(isDone);
        if (!isDone) {
          need = 'exactly';
          retry();
        }
        return 'done';
      }),
    state: () => state,
    async stop() {
      phase = 'stopped';
      calm();
      await queue(async () => undefined);
    },
  };
}
