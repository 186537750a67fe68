import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '#passport/change.ts';
import { openSafe } from '#store/safe/copy.ts';
import { type Keeper, makeKeeper, type Standing } from '#store/safe/keeper.ts';
import { anySentinel, lossOf, readSentinel, readSentinelOnDisk } from '#store/safe/sentinel.ts';
import { addToTally, emptyTally } from '#store/safe/tally.ts';
import { testLocks, testStorage, testWorld } from '../world.ts';
import {
  changesFrom,
  idsOf,
  journal,
  keyOf,
  name,
  onlyWith,
  safeOn,
  slotA,
  slotB,
  type TestDisk,
  testDisk,
} from './fixture.ts';

const [first, second] = [await keyOf(1), await keyOf(2)];
const readNow = (disk: TestDisk, sealer = first) => safeOn(disk).read(onlyWith(sealer));
const heldOn = async (disk: TestDisk, sealer = first) => idsOf((await readNow(disk, sealer)).changes);

/** A database that any number of tabs share: a log in memory, in which each save is a row. */
function database(log: readonly Change[] = []) {
  const locks = testLocks();
  const db = {
    log: [...log],
    revision: log.length,
    sealer: first,
    standing: (): Standing => ({ revision: db.revision, tally: addToTally(emptyTally, db.log) }),
    read: vi.fn(async (): Promise<readonly Change[]> => [...db.log]),
    alone: <T>(lock: string, task: () => Promise<T>): Promise<T> => locks.request(lock, task),
  };
  return db;
}
type Database = ReturnType<typeof database>;

const reallyLater = setTimeout;
/** Waits for what is under way, while the clock stands still. */
async function quietly(isDone: () => boolean) {
  for (let turn = 0; turn < 300 && !isDone(); turn++) await new Promise((resolve) => reallyLater(resolve, 10));
  expect(isDone()).toBe(true);
}

const keepers: Keeper[] = [];
function tab(db: Database, disk: TestDisk | null): Keeper & { save(...changes: readonly Change[]): void } {
  const safe = disk && openSafe({ disk, name, world: testWorld() });
  const keeper = makeKeeper({ safe, disk, name, sealer: () => db.sealer, log: db.read, alone: db.alone });
  keepers.push(keeper);
  return {
    ...keeper,
    save(...changes) {
      db.log.push(...changes);
      db.revision++;
      keeper.later(changes, db.standing());
    },
  };
}

async function started(db: Database, disk: TestDisk | null) {
  const keeper = tab(db, disk);
  await keeper.start(db.standing());
  await keeper.prove(db.log);
  return keeper;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('localStorage', testStorage());
});
afterEach(async () => {
  await Promise.all(keepers.splice(0).map((keeper) => keeper.stop()));
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('keeping the safe copy in step', () => {
  it('a first start makes the files early and writes no change', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    expect([...disk.files.keys()].sort()).toEqual([journal, slotA, slotB, `${name}-sentinel`].sort());
    expect(await readNow(disk)).toMatchObject({ isThere: false, damaged: 0 });
    expect([keeper.state(), anySentinel()]).toEqual(['kept', false]);
  });

  it('gathers saves until 300 ms after the last, and a second after the first at most', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    disk.orders.length = 0;
    for (const change of changesFrom(0, 3)) {
      keeper.save(change);
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(disk.orders).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    await keeper.flush();
    expect(disk.orders).toEqual([`add ${journal}`, `write ${name}-sentinel`]);
    for (const change of changesFrom(3, 10)) {
      keeper.save(change);
      await vi.advanceTimersByTimeAsync(200);
    }
    await quietly(() => disk.orders.filter((order) => order === `add ${journal}`).length === 2);
  });

  it('after a flush both sentinels and the safe copy tell what the database holds', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    keeper.save(...changesFrom(0, 5));
    await keeper.flush();
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
    expect(await readSentinelOnDisk(name, disk)).toEqual({ install: name, revision: 1, ...db.standing().tally });
    expect(await readSentinel(name, null)).toEqual({ install: name, revision: 1, ...db.standing().tally });
    expect(anySentinel()).toBe(true);
  });

  it('a long journal is gathered into a slot', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    for (let at = 0; at < 120; at++) {
      keeper.save(...changesFrom(at, at + 1, Buffer.from(crypto.getRandomValues(new Uint8Array(400))).toString('hex')));
      await keeper.flush();
    }
    expect(disk.files.get(slotA)?.length).toBeGreaterThan(10_000);
    expect(disk.files.get(journal)?.length).toBeLessThan(66_000);
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
  });

  it('a file brings more changes than a call has room for', async () => {
    const db = database();
    const keeper = await started(db, null);
    db.log = [...changesFrom(0, 200_000)];
    db.revision++;
    keeper.later(db.log, db.standing());
    await keeper.flush();
    expect(await readSentinel(name, null)).toMatchObject({ count: 200_000 });
  });

  it('without a disk only the sentinel in the browser is kept', async () => {
    const db = database();
    const keeper = await started(db, null);
    keeper.save(...changesFrom(0, 2));
    await keeper.flush();
    expect(keeper.state()).toBe('none');
    expect(await readSentinel(name, null)).toMatchObject({ revision: 1, count: 2 });
  });

  it('writes nothing once it was stopped', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    keeper.save(...changesFrom(0, 2));
    await keeper.stop();
    disk.orders.length = 0;
    keeper.save(...changesFrom(2, 3));
    await vi.advanceTimersByTimeAsync(5_000);
    await keeper.flush();
    expect(disk.orders).toEqual([]);
  });
});

describe('a start', () => {
  it('after the app was killed between a save and its journal writes what the safe copy lacks', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    keeper.save(...changesFrom(0, 3));
    await keeper.flush();
    keeper.save(...changesFrom(3, 5));
    await keeper.stop();
    expect((await heldOn(disk)).length).toBe(3);
    const again = await started(db, disk);
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
    expect(await readSentinelOnDisk(name, disk)).toMatchObject({ count: 5 });
    expect(again.state()).toBe('kept');
  });

  it('knows nothing of the safe copy before it has read it, whatever the sentinel tells', async () => {
    const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
    await started(db, disk);
    const keeper = tab(db, disk);
    expect(keeper.state()).toBe('unknown');
    await keeper.start(db.standing());
    expect(keeper.state()).toBe('unknown');
    await keeper.prove(db.log);
    expect(keeper.state()).toBe('kept');
    await keeper.stop();
    // whole frames, sealed with the key, and less in them than the sentinel says
    await safeOn(disk).before(first, changesFrom(0, 30), first);
    await safeOn(disk).after(first, changesFrom(0, 30));
    disk.refuse((file) => file === slotA || file === slotB);
    const told: string[] = [];
    const again = makeKeeper({
      ...{ safe: openSafe({ disk, name, world: testWorld() }), disk, name, sealer: () => db.sealer },
      ...{ log: db.read, alone: db.alone, onState: () => told.push(again.state()) },
    });
    keepers.push(again);
    await again.start(db.standing());
    expect(again.state()).toBe('unknown');
    await again.prove(db.log);
    expect([again.state(), told]).toEqual(['failing', ['failing']]);
    disk.refuse(() => false);
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(() => expect(told).toEqual(['failing', 'kept']));
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
  });

  it('of a passport older than the safe copy writes all of it', async () => {
    const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
    await started(db, disk);
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
  });

  it('that finds everything in step writes nothing and does not read the log', async () => {
    const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
    await started(db, disk);
    disk.orders.length = 0;
    db.read.mockClear();
    await started(db, disk);
    expect([disk.orders, db.read.mock.calls.length]).toEqual([[], 0]);
    // the rows were gathered or sealed anew: the same changes, another last row
    db.revision++;
    await started(db, disk);
    expect([disk.orders, db.read.mock.calls.length]).toEqual([[`write ${name}-sentinel`], 0]);
  });

  it('mends a safe copy that was damaged, in one slot, in both, in the journal, in its sentinel', async () => {
    for (const hurt of [[slotA], [slotB], [slotA, slotB], [journal], [slotA, slotB, journal], [`${name}-sentinel`]]) {
      const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
      await started(db, disk);
      db.log.push(...changesFrom(40, 41));
      db.revision++;
      const keeper = await started(db, disk);
      keeper.save(...changesFrom(41, 43));
      await keeper.flush();
      for (const file of hurt) {
        const bytes = disk.files.get(file) as Uint8Array<ArrayBuffer>;
        bytes[bytes.length - 60] = (bytes[bytes.length - 60] as number) ^ 4;
      }
      await started(db, disk);
      const { changes, damaged } = await readNow(disk);
      expect([idsOf(changes), damaged], String(hurt)).toEqual([idsOf(db.log), 0]);
    }
  });

  it('counts what was saved before it, and what is saved while it is at work', async () => {
    const [db, disk] = [database(changesFrom(0, 3)), testDisk()];
    const keeper = tab(db, disk);
    const loaded = db.standing();
    keeper.save(...changesFrom(3, 4));
    await vi.advanceTimersByTimeAsync(2_000);
    await keeper.flush();
    expect(disk.files.size).toBe(0);
    const start = keeper.start(loaded);
    keeper.save(...changesFrom(4, 5));
    await start;
    await keeper.flush();
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
    expect(await readSentinelOnDisk(name, disk)).toMatchObject({ count: 5 });
  });

  it('never drops from the safe copy what the database has lost', async () => {
    const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
    await started(db, disk);
    db.log.splice(10);
    await started(db, disk);
    await started(db, disk);
    const keeper = await started(db, disk);
    keeper.save(...changesFrom(40, 41));
    await keeper.flush();
    expect(await heldOn(disk)).toEqual(idsOf(changesFrom(0, 41)));
    const here = { ...db.standing().tally, unreadable: 0 };
    expect(lossOf({ sentinel: await readSentinel(name, disk), here })).toBe('behind');
  });

  it('after a restore writes it anew, though the rows count from the beginning again', async () => {
    const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
    await started(db, disk);
    const [restored, fresh] = [database(changesFrom(0, 40)), tab(database(), disk)];
    await fresh.stop();
    restored.revision = 1;
    restored.sealer = second;
    const keeper = tab(restored, disk);
    await keeper.start(restored.standing(), 'restore');
    expect(await readSentinel(name, disk)).toMatchObject({ revision: 1, count: 40 });
    expect([await heldOn(disk, second), await heldOn(disk, first)]).toEqual([idsOf(restored.log), []]);
  });

  it('after a restore under an earlier epoch writes it anew too', async () => {
    const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
    db.sealer = await keyOf(5);
    await started(db, disk);
    await started(db, disk);
    const restored = database(changesFrom(0, 40));
    const keeper = tab(restored, disk);
    await keeper.start(restored.standing(), 'restore');
    expect([keeper.state(), await heldOn(disk)]).toEqual(['kept', idsOf(restored.log)]);
  });

  it('of a person who goes on without it leaves the safe copy until their next change', async () => {
    const [db, disk] = [database(changesFrom(0, 40)), testDisk()];
    await started(db, disk);
    const left = database();
    const keeper = tab(left, disk);
    const before = new Map(disk.files);
    await keeper.start(left.standing(), 'leave');
    await keeper.flush();
    expect(disk.files).toEqual(before);
    expect(await readSentinel(name, disk)).toMatchObject({ count: 40 });
    keeper.save(...changesFrom(90, 91));
    await keeper.flush();
    expect(await heldOn(disk)).toEqual(['c91']);
    expect(await readSentinel(name, disk)).toMatchObject({ revision: 1, count: 1 });
    keeper.save(...changesFrom(91, 92));
    await keeper.flush();
    expect(await heldOn(disk)).toEqual(['c91', 'c92']);
  });
});

describe('a disk that refuses', () => {
  it('is said, never thrown, and all of it is written once it can be', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    disk.refuse(() => true);
    keeper.save(...changesFrom(0, 3));
    await keeper.flush();
    expect(keeper.state()).toBe('failing');
    // the browser's sentinel guards the database all the same
    expect(await readSentinel(name, null)).toMatchObject({ count: 3 });
    expect(await readSentinelOnDisk(name, disk)).toMatchObject({ count: 0 });
    disk.refuse(() => false);
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(() => expect(keeper.state()).toBe('kept'));
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
  });

  it('for the safe copy alone leaves no sentinel there that tells of more than it holds', async () => {
    const [db, disk] = [database(), testDisk()];
    const keeper = await started(db, disk);
    disk.refuse((file) => file !== `${name}-sentinel`);
    keeper.save(...changesFrom(0, 3));
    await keeper.flush();
    expect([keeper.state(), (await heldOn(disk)).length]).toEqual(['failing', 0]);
    expect(await readSentinelOnDisk(name, disk)).toMatchObject({ count: 0 });
    disk.refuse(() => false);
    await keeper.stop();
    await started(db, disk);
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
  });

  it('a database that cannot be read is no reason to touch the safe copy', async () => {
    const [db, disk] = [database(changesFrom(0, 10)), testDisk()];
    await started(db, disk);
    db.read.mockRejectedValue(new Error('save-gone'));
    db.log.push(...changesFrom(10, 11));
    const keeper = await started(db, disk);
    expect(keeper.state()).toBe('failing');
    expect((await heldOn(disk)).length).toBe(10);
    await keeper.stop();
  });

  it('cut off anywhere while many saves go by, loses nothing that a sentinel on it tells of', async () => {
    for (let cut = 100; cut < 12_000; cut += 613) {
      const [db, disk] = [database(), testDisk()];
      const keeper = await started(db, disk);
      disk.cutAfter(cut);
      for (let at = 0; at < 12; at++) {
        keeper.save(...changesFrom(at, at + 1));
        await keeper.flush();
      }
      await keeper.stop();
      disk.mend();
      const told = (await readSentinelOnDisk(name, disk))?.count ?? 0;
      expect((await heldOn(disk)).length).toBeGreaterThanOrEqual(told);
      await started(db, disk);
      expect(await heldOn(disk)).toEqual(idsOf(db.log));
    }
  });
});

describe('two tabs', () => {
  it('that both save leave one safe copy with everything in it', async () => {
    const [db, disk] = [database(), testDisk()];
    const [one, two] = [await started(db, disk), await started(db, disk)];
    for (let at = 0; at < 30; at += 2) {
      one.save(...changesFrom(at, at + 1));
      two.later(changesFrom(at, at + 1), db.standing());
      two.save(...changesFrom(at + 1, at + 2));
      one.later(changesFrom(at + 1, at + 2), db.standing());
      if (at % 6 === 0) await Promise.all([one.flush(), two.flush()]);
    }
    await Promise.all([one.flush(), two.flush()]);
    expect(await readNow(disk)).toMatchObject({ damaged: 0, changes: db.log });
    expect(await readSentinelOnDisk(name, disk)).toMatchObject({ revision: 30, count: 30 });
  });

  it('a tab that is late does not take the sentinel back', async () => {
    const [db, disk] = [database(), testDisk()];
    const [one, two] = [await started(db, disk), await started(db, disk)];
    one.save(...changesFrom(0, 1));
    const late = db.standing();
    two.save(...changesFrom(1, 2));
    await two.flush();
    one.later([], late);
    await one.flush();
    expect(await readSentinel(name, disk)).toMatchObject({ revision: 2, count: 2 });
    expect(await heldOn(disk)).toEqual(['c1', 'c2']);
  });
});

describe('a change of keys', () => {
  const grownUp = async () => {
    const [db, disk] = [database(changesFrom(0, 20)), testDisk()];
    const keeper = await started(db, disk);
    keeper.save(...changesFrom(20, 25));
    await keeper.flush();
    return { db, disk, keeper };
  };
  const kept = (db: Database) => async () => db.log.filter(({ id }) => id !== 'c3');
  const resealOf = (db: Database) => async () => {
    db.log = db.log.filter(({ id }) => id !== 'c3');
    db.revision++;
    db.sealer = second;
    return true;
  };

  it('leaves the safe copy under the new key alone, without what was removed', async () => {
    const { db, disk, keeper } = await grownUp();
    keeper.save(...changesFrom(25, 26));
    const wish = { sealer: second, log: kept(db), reseal: resealOf(db), standing: async () => db.standing() };
    expect(await keeper.rekey(wish)).toBe('done');
    expect(await readNow(disk, second)).toMatchObject({ damaged: 0, changes: db.log });
    expect(await heldOn(disk, first)).toEqual([]);
    expect(await readSentinel(name, disk)).toEqual({ install: name, revision: db.revision, ...db.standing().tally });
    expect(db.log.length).toBe(25);
    await vi.advanceTimersByTimeAsync(2_000);
    await keeper.flush();
    keeper.save(...changesFrom(26, 27));
    await keeper.flush();
    expect(await heldOn(disk, second)).toEqual(idsOf(db.log));
  });

  it('does not begin when the safe copy cannot be overwritten', async () => {
    const { db, disk, keeper } = await grownUp();
    disk.refuse(() => true);
    const reseal = vi.fn(resealOf(db));
    const wish = { sealer: second, log: kept(db), reseal, standing: async () => db.standing() };
    expect(await keeper.rekey(wish)).toBe('safe-copy');
    expect(reseal).not.toHaveBeenCalled();
    expect(await heldOn(disk)).toEqual(idsOf(db.log));
  });

  it('that the database refuses leaves everything under the old key, and mends the slot', async () => {
    for (const reseal of [async () => false, async () => Promise.reject(new Error('save-gone'))]) {
      const { db, disk, keeper } = await grownUp();
      const wish = { sealer: second, log: kept(db), reseal, standing: async () => db.standing() };
      await expect(keeper.rekey(wish).catch(({ message }) => message)).resolves.toMatch(/reseal|save-gone/);
      expect(await heldOn(disk)).toEqual(idsOf(db.log));
      await keeper.flush();
      expect(await readNow(disk)).toMatchObject({ damaged: 0, changes: db.log });
      await keeper.stop();
    }
  });

  it('keeps what is saved while it goes on', async () => {
    const { db, disk, keeper } = await grownUp();
    const reseal = async () => {
      keeper.save(...changesFrom(25, 26));
      const isDone = await resealOf(db)();
      keeper.save(...changesFrom(26, 27));
      return isDone;
    };
    const standing = async () => {
      const now = db.standing();
      keeper.save(...changesFrom(27, 28));
      return now;
    };
    expect(await keeper.rekey({ sealer: second, log: kept(db), reseal, standing })).toBe('done');
    keeper.save(...changesFrom(28, 29));
    await keeper.flush();
    expect(await readNow(disk, second)).toMatchObject({ damaged: 0, changes: db.log });
    expect(await readSentinelOnDisk(name, disk)).toMatchObject({ count: db.log.length });
  });

  it('cut off anywhere is brought to its end at the next start', async () => {
    let isWhole = false;
    for (let cut = 0; !isWhole; cut += 509) {
      const { db, disk, keeper } = await grownUp();
      disk.cutAfter(cut);
      const wish = { sealer: second, log: kept(db), reseal: resealOf(db), standing: async () => db.standing() };
      const outcome = await keeper.rekey(wish);
      isWhole = outcome === 'done' && keeper.state() === 'kept';
      await keeper.stop();
      disk.mend();
      expect(await heldOn(disk, db.sealer), String(cut)).toEqual(expect.arrayContaining(idsOf(db.log)));
      await started(db, disk);
      await started(db, disk);
      expect(await heldOn(disk, db.sealer), String(cut)).toEqual(idsOf(db.log));
      if (outcome !== 'done') continue;
      expect(await heldOn(disk, first), String(cut)).toEqual([]);
      expect(await readSentinelOnDisk(name, disk), String(cut)).toMatchObject({ count: db.log.length });
    }
  });

  it('killed as soon as the database is sealed anew is brought to its end at the next start, and is no loss', async () => {
    const { db, disk, keeper } = await grownUp();
    const killed = async () => Promise.reject(new Error('killed'));
    expect(await keeper.rekey({ sealer: second, log: kept(db), reseal: resealOf(db), standing: killed })).toBe('done');
    await keeper.stop();
    expect(await readSentinel(name, disk)).toMatchObject({ count: 25 });
    await started(db, disk);
    await started(db, disk);
    expect([await heldOn(disk, second), await heldOn(disk, first)]).toEqual([idsOf(db.log), []]);
    expect(await readSentinel(name, disk)).toEqual({ install: name, revision: db.revision, ...db.standing().tally });
  });

  it('brings nothing back of what was removed while another tab still had it waiting', async () => {
    const { db, disk, keeper } = await grownUp();
    const other = await started(db, disk);
    const [gone] = changesFrom(25, 26);
    other.save(gone as Change);
    const log = async () => db.log.filter(({ id }) => id !== gone?.id);
    const reseal = async () => {
      db.log = [...(await log())];
      db.sealer = second;
      db.revision++;
      return true;
    };
    expect(await keeper.rekey({ sealer: second, log, reseal, standing: async () => db.standing() })).toBe('done');
    await other.flush();
    expect(await heldOn(disk, second)).toEqual(idsOf(changesFrom(0, 25)));
  });

  it('a tab with saves still waiting under the old key writes them under the new one', async () => {
    const { db, disk, keeper } = await grownUp();
    const other = await started(db, disk);
    other.save(...changesFrom(25, 26));
    const wish = { sealer: second, log: kept(db), reseal: resealOf(db), standing: async () => db.standing() };
    expect(await keeper.rekey(wish)).toBe('done');
    await other.flush();
    expect(await readNow(disk, second)).toMatchObject({ damaged: 0, changes: db.log });
    expect(await heldOn(disk, first)).toEqual([]);
  });
});
