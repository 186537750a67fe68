import { type Change, gonePart, isGone } from '#passport/change.ts';
import type { Passport } from '#passport/fold.ts';
import { idsToTombstones } from '#passport/write.ts';
import { errorToSaveProblem, type SaveProblem } from './failure.ts';
import { careForKey } from './key-care.ts';
import { type House, isInFiles, type Rekey, type Rekeyed, rekey } from './rekey.ts';
import { keyRowOf } from './rows.ts';
import type { Forever, Store } from './store.ts';
import { alone, canBeAlone } from './tabs.ts';
import { isUntidy, tidy } from './tidy.ts';
import { write } from './writing.ts';

type Live = {
  readonly house: House;
  passport(): Passport;
  /** One after another with every other write. */
  queue<T>(task: () => Promise<T>): Promise<T>;
  why(): SaveProblem | null;
  onNewKey(): void;
};

type Rekeying = Pick<Store, 'removeForEver'> & {
  /**
   * In the queue, alone with the key files: seals everything under a new key. After a problem the old key or the new one
   * is in use, and both are on the device.
   */
  changeKey(wish: Rekey): Promise<Rekeyed | SaveProblem>;
  /** In the queue: takes what tombstones name off the disk, those in the log and these. */
  bury(more: readonly Change[]): Promise<Rekeyed | SaveProblem>;
  /** In the queue: takes these changes out without a tombstone, and puts `more` in. */
  takeOut(ids: ReadonlySet<string>, more: readonly Change[]): Promise<Forever>;
  /** Looks after the key at a start. */
  care(): Promise<void>;
  /** Takes what an earlier key row held out of the files of the database. Never rejects. */
  tidyUp(): Promise<void>;
};

/** The ways a live store comes to a new key. */
export function makeRekeying({ house, passport, queue, why, onNewKey }: Live): Rekeying {
  const { world, name, disk } = house;
  const changeKey = async (wish: Rekey) => {
    // a connection that broke while the person was reading is opened again here
    const before = await write(house.rows, async () => isInFiles(await keyRowOf(house.rows)));
    if (!before.ok) return before.problem;
    try {
      const done = await alone(`${name}-keys`, () => rekey(house, wish));
      if (done !== 'done') return done;
    } catch (error) {
      return errorToSaveProblem(error);
    }
    onNewKey();
    // outside the queue: saves do not wait for it
    if (!before.value) void tidyUp();
    return 'done';
  };
  const tidyUp = () => tidy(house.rows, name, house.keyring.current().epoch - 1).catch(() => undefined);
  const bury = (more: readonly Change[]) => {
    const gone = new Set([...Object.keys(passport().parts[gonePart] ?? {}), ...more.map(({ record }) => record)]);
    return changeKey({ keep: (change) => !isGone(change, (id) => gone.has(id)), more });
  };
  return {
    changeKey,
    bury,
    tidyUp,
    async takeOut(ids, more) {
      const problem = why();
      if (problem) return { ok: false, problem };
      return toForever(await changeKey({ keep: ({ id }) => !ids.has(id), more }));
    },
    async care() {
      if (!disk || !canBeAlone()) return;
      const isNew = await queue(async () => (why() ? false : alone(`${name}-keys`, () => careForKey(house))));
      if (isNew) onNewKey();
      if (isNew || isUntidy()) await tidyUp();
    },
    removeForEver: (ids) =>
      queue(async () => {
        const problem = why();
        if (problem) return { ok: false, problem };
        if (ids.length === 0) return { ok: true };
        return toForever(await bury(idsToTombstones(passport(), ids, world)));
      }),
  };
}

function toForever(done: Rekeyed | SaveProblem): Forever {
  if (done === 'done') return { ok: true };
  if (done === 'files') return { ok: false, problem: 'forever-safe-copy' };
  return { ok: false, problem: done === 'busy' ? 'forever-busy' : done };
}
