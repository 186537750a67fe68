import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newRecoveryKey } from '#store/lock/recovery.ts';
import { stretchHere } from '#store/lock/stretch.ts';
import { openStore } from '#store/open.ts';
import type { Loss, Opened } from '#store/opened.ts';
import { passportNames } from '#store/registry.ts';
import type { OpenOptions, Store } from '#store/store.ts';
import { medicine, memoryDisk, open, save, testLocks, testStorage, testWorld, wipe } from './world.ts';

const opened: Store[] = [];
const world = testWorld();
let disk = memoryDisk(world);
const stretch: NonNullable<OpenOptions['stretch']> = (secret, salt) =>
  stretchHere({ secret, salt, cost: { memory: 64, passes: 1 } });
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: testLocks() });
  vi.stubGlobal('localStorage', testStorage());
  disk = memoryDisk(world);
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await wipe();
});

async function start(): Promise<Store> {
  const store = await open({ world, disk, stretch });
  opened.push(store);
  return store;
}

/** Twenty medicines and a change to one, flushed and closed. */
async function grown(): Promise<Store> {
  const store = await start();
  for (let at = 0; at < 20; at++) await save(store, medicine(`m${at}`, `name ${at}`));
  await save(store, medicine('m3', 'another name'));
  await store.settle();
  await store.close();
  return store;
}

async function loss(): Promise<Loss> {
  const told = await openStore({ world, disk, stretch });
  if (told.ok || told.problem === 'store-locked' || !told.loss)
    throw new Error(`no loss was told: ${JSON.stringify(told)}`);
  return told.loss;
}

async function arrive(way: Promise<Opened>): Promise<Store> {
  const told = await way;
  if (!told.ok) throw new Error(told.problem);
  opened.push(told.store);
  await told.store.ready;
  return told.store;
}

async function inLog(change: (db: Dexie) => Promise<unknown>): Promise<void> {
  const [name = ''] = await passportNames();
  const db = await new Dexie(name).open();
  await change(db);
  db.close();
}

/** As Chromium does when a read meets a damaged table. */
function refuseReads(name: string, then: () => void = () => undefined) {
  const transaction = IDBDatabase.prototype.transaction;
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
    if (this.name !== name || String(given[0]) !== 'keys') return transaction.apply(this, given);
    then();
    throw new DOMException('Corruption detected, unable to continue', 'UnknownError');
  });
}

/** As Chromium does once the file that names its tables is damaged: nothing opens, and nothing can be deleted. */
function refuseDatabases(): () => void {
  const refuse = () => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  };
  const refused = [
    vi.spyOn(indexedDB, 'open').mockImplementation(refuse),
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(refuse),
  ];
  return () => {
    for (const one of refused) one.mockRestore();
  };
}

/** Storage buckets, each with databases of its own. */
function giveBuckets(): void {
  const made = new Map<string, { indexedDB: IDBFactory }>();
  const storageBuckets = {
    keys: async () => [...made.keys()],
    async open(name: string) {
      const bucket = made.get(name) ?? { indexedDB: new IDBFactory() };
      made.set(name, bucket);
      return bucket;
    },
  };
  vi.stubGlobal('navigator', { locks: testLocks(), storageBuckets });
}

/** What can become of a database, and what is then told. */
const harms: [name: string, kind: Loss['kind'], harm: () => Promise<unknown>][] = [
  ['every database is gone', 'empty', () => wipe()],
  ['its own database is gone', 'empty', async () => Dexie.delete((await passportNames())[0] ?? '')],
  [
    'the list of passports is gone',
    'empty',
    async () => {
      const names = await passportNames();
      await Dexie.delete('mf');
      for (const name of names) await Dexie.delete(name);
    },
  ],
  ['its last rows are gone', 'behind', () => inLog((db) => db.table('log').where('seq').above(15).delete())],
  [
    'all its rows are gone',
    'empty',
    () => inLog((db) => Promise.all([db.table('log').clear(), db.table('snapshots').clear()])),
  ],
  [
    'a row is damaged',
    'damaged',
    () =>
      inLog(async (db) => {
        await db.table('snapshots').clear();
        await db
          .table('log')
          .where('seq')
          .equals(7)
          .modify({ ct: new ArrayBuffer(60) });
      }),
  ],
];

describe('when the browser loses what was saved', () => {
  for (const [name, kind, harm] of harms) {
    it(`because ${name}, it is told, and the safe copy brings everything back`, async () => {
      const before = (await grown()).passport();
      await harm();
      const told = await loss();
      expect(told.kind).toBe(kind);
      expect(told.expected).toBe(21);
      expect(told.safe?.count).toBe(21);
      const store = await arrive(told.restore());
      expect(store.passport()).toEqual(before);
      expect(store.count()).toBe(21);
      expect(store.unreadable()).toBe(0);
      await save(store, medicine('m20', 'after'));
      await store.close();
      const again = await start();
      expect(again.count()).toBe(22);
    });
  }

  it('the list alone is lost, the passport is found again without a word', async () => {
    const before = (await grown()).passport();
    await Dexie.delete('mf');
    expect((await start()).passport()).toEqual(before);
  });

  it('the key row alone is lost, the key files open the passport without a word', async () => {
    const before = (await grown()).passport();
    await inLog((db) => db.table('keys').clear());
    expect((await start()).passport()).toEqual(before);
  });

  it('going on without the safe copy leaves it as it is until something new is written', async () => {
    await grown();
    await wipe();
    const left = await arrive((await loss()).leave());
    expect(left.count()).toBe(0);
    await left.close();
    const told = await loss();
    expect(told.safe?.count).toBe(21);
    const store = await arrive(told.leave());
    await save(store, medicine('n', 'new'));
    await store.close();
    expect((await start()).count()).toBe(1);
  });

  it('going on leaves the safe copy as it is although it is time for a new key', async () => {
    await grown();
    world.wait(2 * 3_600_000);
    await inLog((db) => db.table('log').where('seq').above(15).delete());
    await inLog((db) => db.table('snapshots').clear());
    const left = await arrive((await loss()).leave());
    await left.settle();
    await left.close();
    expect((await loss()).safe?.count).toBe(21);
  });

  it('two tabs that start together after the list is lost find the same passport', async () => {
    await grown();
    await Dexie.delete('mf');
    expect((await Promise.all([start(), start()])).map((store) => store.count())).toEqual([21, 21]);
    expect(await passportNames()).toHaveLength(1);
  });

  it('a locked passport asks for its passphrase first, and then tells', async () => {
    const store = await start();
    await save(store, medicine('m1', 'x'), medicine('m2', 'y'));
    const recovery = newRecoveryKey(world.random);
    await store.locking?.turnOn({ passphrase: 'purple kettle', recovery, opens: 'nothing' });
    await store.settle();
    await store.close();
    await wipe();
    const door = await openStore({ world, disk, stretch });
    if (door.ok || door.problem !== 'store-locked') throw new Error('it is not locked');
    const told = await door.locked.unlock({ passphrase: 'purple kettle' });
    if (told.ok || !('loss' in told) || !told.loss) throw new Error(`no loss was told: ${JSON.stringify(told)}`);
    expect(told.loss.kind).toBe('empty');
    const again = await arrive(told.loss.restore());
    expect(again.count()).toBe(2);
    expect(again.locking?.state().kind).toBe('passphrase');
    await again.close();
    const later = await openStore({ world, disk, stretch });
    expect(later.ok).toBe(false);
  });

  it('the browser refuses every database for good, everything is brought back in a second place, and stays there', async () => {
    const before = (await grown()).passport();
    refuseDatabases();
    giveBuckets();
    const told = await loss();
    expect(told).toMatchObject({ kind: 'refused', expected: 21, here: 0, isStuck: false, leavesNothing: false });
    expect(told.safe?.count).toBe(21);
    const store = await arrive(told.restore());
    expect(store.passport()).toEqual(before);
    await save(store, medicine('m20', 'after'));
    await store.close();
    const again = await start();
    expect(again.count()).toBe(22);
    await again.close();
    // the word that leads there goes with localStorage
    localStorage.removeItem('mf-place');
    expect((await start()).count()).toBe(22);
    expect(await passportNames()).toHaveLength(1);
  });

  it('the browser refuses every database and has no second place, the safe copy is handed out as a file', async () => {
    const before = (await grown()).passport();
    const mend = refuseDatabases();
    const told = await (await loss()).restore();
    if (told.ok || told.problem === 'store-locked') throw new Error('it was restored');
    expect(told).toMatchObject({ problem: 'store-refused', loss: { kind: 'refused', isStuck: true } });
    const file = await told.loss?.download();
    mend();
    const elsewhere = await open({ world, disk: memoryDisk(world), fresh: true });
    opened.push(elsewhere);
    expect(await elsewhere.restore(file ?? new Uint8Array())).toMatchObject({ ok: true, added: 21 });
    expect(elsewhere.passport()).toEqual(before);
  });

  it('a damaged table that is met by the first read, and empties the database, is a loss with a safe copy', async () => {
    const before = (await grown()).passport();
    const [name = ''] = await passportNames();
    const refusing = refuseReads(name, () => {
      refusing.mockRestore();
      indexedDB.deleteDatabase(name);
    });
    const told = await loss();
    expect(told).toMatchObject({ kind: 'empty', expected: 21, here: 0, safe: { count: 21 } });
    expect((await arrive(told.restore())).passport()).toEqual(before);
  });

  it('a database that opens and lets nothing be read is a loss with a safe copy, brought back in a second place', async () => {
    const before = (await grown()).passport();
    const [name = ''] = await passportNames();
    const refusing = refuseReads(name);
    giveBuckets();
    const told = await loss();
    expect(told).toMatchObject({ kind: 'refused', expected: 21, safe: { count: 21 } });
    refusing.mockRestore();
    expect((await arrive(told.restore())).passport()).toEqual(before);
  });

  it('a browser that refuses every database on a first visit is a problem, and no loss', async () => {
    refuseDatabases();
    expect(await openStore({ world, disk, stretch })).toEqual({ ok: false, problem: 'store-refused', loss: null });
  });

  it('without a private file system the sentinel still tells, and says there is no safe copy', async () => {
    const store = await open({ world, disk: null });
    await save(store, medicine('m1', 'x'), medicine('m2', 'y'));
    expect(store.safe()).toBe('none');
    await store.close();
    await inLog((db) => db.table('log').clear());
    const told = await openStore({ world, disk: null });
    if (told.ok || told.problem === 'store-locked') throw new Error('nothing was told');
    expect(told.loss).toMatchObject({ kind: 'empty', expected: 2, safe: null });
  });

  it('what was removed for ever is no loss, even when the app is killed just then', async () => {
    const store = await grown().then(start);
    const { write } = disk;
    disk.write = async (file, bytes) =>
      file.endsWith('-sentinel') ? new Promise<boolean>(() => undefined) : write(file, bytes);
    vi.stubGlobal('localStorage', { ...testStorage(), setItem: () => undefined });
    void store.removeForEver(['m1', 'm2', 'm4']);
    await vi.waitFor(async () => expect(store.passport().parts['gone']).toBeDefined());
    disk.write = write;
    vi.stubGlobal('navigator', { locks: testLocks() });
    opened.length = 0;
    const again = await start();
    expect(again.passport().parts['medicines']?.['m1']).toBeUndefined();
  });
});

describe('removing for ever', () => {
  it('takes a record and its history from everywhere, and no old file brings it back', async () => {
    const store = await grown().then(start);
    const old = await store.download();
    expect(await store.removeForEver(['m3'])).toEqual({ ok: true });
    expect(JSON.stringify(await store.log())).not.toContain('another name');
    expect(store.count()).toBe(20);
    const preview = await store.preview(old);
    expect(preview).toMatchObject({ ok: true, added: 0 });
    expect(await store.restore(old)).toMatchObject({ ok: true, added: 0 });
    await store.close();
    const again = await start();
    expect(again.passport().parts['medicines']?.['m3']).toBeUndefined();
    expect(again.count()).toBe(20);
  });

  it('leaves what stands when only earlier versions go', async () => {
    const store = await grown().then(start);
    const [first] = await store.history('medicines', 'm3');
    expect(await store.removeForEver([first?.id ?? ''])).toEqual({ ok: true });
    expect((await store.history('medicines', 'm3')).map(({ set }) => set?.['name'])).toEqual(['another name']);
  });

  it('reaches a restored passport through the tombstone of a newer file', async () => {
    const store = await grown().then(start);
    const old = await store.download();
    await store.removeForEver(['m5']);
    const newer = await store.download();
    await store.erase();
    const other = await start();
    await other.restore(old);
    expect(await other.preview(newer)).toMatchObject({ ok: true, gone: 1 });
    await other.restore(newer);
    await vi.waitFor(async () => expect(JSON.stringify(await other.log())).not.toContain('name 5'));
    await other.settle();
    await other.close();
    expect(JSON.stringify(await (await start()).log())).not.toContain('name 5');
  });

  it('does nothing when the safe copy cannot be overwritten', async () => {
    const store = await grown().then(start);
    const before = store.passport();
    const { write } = disk;
    disk.write = async (file, bytes) => !file.includes('-safe-') && write(file, bytes);
    expect(await store.removeForEver(['m3'])).toEqual({ ok: false, problem: 'forever-safe-copy' });
    disk.write = write;
    expect(store.passport()).toEqual(before);
    expect((await store.history('medicines', 'm3')).length).toBe(2);
    await save(store, medicine('m21', 'still saved'));
    await store.close();
    expect((await start()).count()).toBe(22);
  });
});

describe('putting a file in place of what is here', () => {
  it('makes the passport what the file says, and can be undone', async () => {
    const store = await grown().then(start);
    const file = await store.download();
    const then = store.passport();
    await save(store, medicine('m3', 'changed since'), medicine('m99', 'new since'), {
      part: 'medicines',
      record: 'm4',
      removed: true,
    });
    const [before, log] = [store.passport(), await store.log()];
    expect(await store.replace(file, { by: '', lang: 'en-GB' })).toMatchObject({ ok: true });
    expect(shown(store)).toEqual(shownOf(then));
    expect((await store.history('medicines', 'm3')).length).toBeGreaterThan(3);
    expect(await store.undoMerge()).toMatchObject({ ok: true });
    expect(shown(store)).toEqual(shownOf(before));
    expect(await store.log()).toEqual(log);
  });
});

function shown(store: Store) {
  return shownOf(store.passport());
}

function shownOf({ parts }: ReturnType<Store['passport']>) {
  const records = Object.values(parts['medicines'] ?? {}).filter(({ removed }) => !removed);
  return Object.fromEntries(records.map(({ id, entries }) => [id, entries['name']?.value]));
}
