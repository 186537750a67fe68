import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { recordOf } from '#passport/fold.ts';
import { openStore } from '#store/open.ts';
import { passportNames } from '#store/registry.ts';
import type { Store } from '#store/store.ts';
import { dumpAll, me, medicine, memoryDisk, open, save, testLocks, testWorld, wipe } from './world.ts';

const opened: Store[] = [];
async function start(...options: Parameters<typeof open>): Promise<Store> {
  const store = await open(...options);
  opened.push(store);
  return store;
}

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const store of opened.splice(0)) await store.close();
  await wipe();
});

const nameOf = (store: Store, id: string) => recordOf(store.passport(), 'medicines', id)?.entries['name']?.value;
const until = (isTrue: () => boolean) => vi.waitFor(() => expect(isTrue()).toBe(true), { timeout: 5000 });

describe('saving and opening again', () => {
  it('what was saved is there after closing, part by part', async () => {
    const store = await start();
    await save(store, {
      part: 'me',
      record: 'me',
      set: { preferredName: 'Asha', languages: ['en', { own: 'Sylheti' }] },
    });
    await save(store, medicine('m1', 'naproxen'), medicine('m2', 'amitriptyline'));
    await save(store, { part: 'medicines', record: 'm2', removed: true });
    const before = store.passport();
    await store.close();
    expect((await start()).passport()).toEqual(before);
  });

  it('what was saved is there after closing, from a snapshot and what came after it', async () => {
    const store = await start();
    await save(store, { part: 'me', record: 'me', set: { preferredName: 'Asha' } });
    await save(store, medicine('m1', 'naproxen'));
    await store.settle();
    await save(store, medicine('m1', 'ibuprofen'), { part: 'goals', record: 'g1', set: { what: 'walk' } });
    const before = store.passport();
    await store.close();
    const again = await openStore({ world: testWorld(), disk: null, first: ['me'] });
    if (!again.ok) throw new Error(again.problem);
    opened.push(again.store);
    expect(again.store.isReady('me')).toBe(true);
    expect(again.store.isReady('medicines')).toBe(false);
    expect(recordOf(again.store.passport(), 'me', 'me')).toEqual(before.parts['me']?.['me']);
    await again.store.ready;
    expect(again.store.isReady('medicines')).toBe(true);
    expect(again.store.passport()).toEqual(before);
  });

  it('a save made before the rest is in memory waits for it and is not lost', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    await store.settle();
    await store.close();
    const again = await openStore({ world: testWorld(), disk: null, first: ['me'] });
    if (!again.ok) throw new Error(again.problem);
    opened.push(again.store);
    await save(again.store, { part: 'medicines', record: 'm1', set: { brand: 'Naprosyn' } });
    expect(nameOf(again.store, 'm1')).toBe('naproxen');
    expect(recordOf(again.store.passport(), 'medicines', 'm1')?.entries['brand']?.value).toBe('Naprosyn');
  });

  it('a new change comes after all others, and untouched records keep their identity', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'), medicine('m2', 'codeine'));
    const before = store.passport();
    const [change] = await save(store, medicine('m2', 'paracetamol'));
    expect(change?.n).toBe(3);
    expect(recordOf(store.passport(), 'medicines', 'm1')).toBe(recordOf(before, 'medicines', 'm1'));
    expect(nameOf(store, 'm2')).toBe('paracetamol');
    expect(nameOf(store, 'm1')).toBe('naproxen');
  });

  it('history tells every change of one record, oldest first, after reopening too', async () => {
    const store = await start();
    for (const name of ['naproxen', 'Naproxen 250', 'Naproxen 500'])
      await save(store, medicine('m1', name), medicine('m2', 'x'));
    await store.close();
    const again = await start();
    const history = await again.history('medicines', 'm1');
    expect(history.map((change) => change.set?.['name'])).toEqual(['naproxen', 'Naproxen 250', 'Naproxen 500']);
    expect((await again.log()).length).toBe(6);
  });

  it('parts, fields and terms of a newer version are kept as they are', async () => {
    const store = await start();
    const set = { aura: { deep: [1, 'two', { three: null }] } as never, name: 'x' };
    await save(store, { part: 'from-2030', record: 'r1', set }, { part: 'medicines', record: 'm1', set });
    await store.settle();
    const before = store.passport();
    const file = await store.download();
    await store.close();
    const again = await start();
    expect(again.passport()).toEqual(before);
    await again.erase();
    const other = await start();
    expect(await other.restore(file)).toEqual({ ok: true, added: 2, apart: [] });
    expect(other.passport()).toEqual(before);
  });

  it('NULs, right-to-left marks, combining marks and half a surrogate come back as typed', async () => {
    const store = await start();
    const text = `a\u0000b \u200f5-7\u202e e\u0301 \ud83d\ude00 \ud800 ${'ж'.repeat(50_000)}`;
    await save(store, medicine('m1', text));
    const file = await store.download();
    await store.close();
    expect(nameOf(await start(), 'm1')).toBe(text);
    const other = await start({ fresh: true });
    await other.restore(file);
    expect(nameOf(other, 'm1')).toBe(text);
  });

  it('a note longer than one field keeps is refused before anything is written', async () => {
    const store = await start();
    const saved = await store.append([medicine('m1', 'x'.repeat(120_001))], me);
    expect(saved).toEqual({ ok: false, problem: 'save-too-long' });
    expect(await store.log()).toEqual([]);
  });

  it('nothing that was typed can be read in any row of any table', async () => {
    const world = testWorld();
    const store = await start({ world });
    await save(store, medicine('record-zebra', 'zebra-word'), {
      part: 'crisis',
      record: 'c',
      set: { 'zebra-field': 'zebra' },
    });
    await store.drafts.keep('crisis/c/zebra', 'zebra unfinished');
    await store.settle();
    const all = await dumpAll();
    expect(all).toContain('snapshots');
    for (const word of ['zebra', 'crisis', 'medicines', 'drafts/']) expect(all).not.toContain(word);
  });

  it('each passport is a database of its own, under a random name', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    const second = await start({ fresh: true });
    expect(second.passport().n).toBe(0);
    const names = await passportNames();
    expect(names.length).toBe(2);
    expect(nameOf(await start({ name: names[0] as string }), 'm1')).toBe('naproxen');
  });

  it('two tabs that start together for the first time share one passport and one key', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    await save(one, medicine('m1', 'naproxen'));
    await until(() => nameOf(two, 'm1') === 'naproxen');
    expect((await passportNames()).length).toBe(1);
  });

  it('erasing removes the database, the keys and the name', async () => {
    vi.stubGlobal('navigator', { locks: testLocks() });
    const world = testWorld();
    const disk = memoryDisk(world);
    const store = await start({ world, disk });
    await save(store, medicine('m1', 'naproxen'));
    await store.settle();
    expect(disk.files.size).toBeGreaterThan(2);
    await store.erase();
    expect(disk.files.size).toBe(0);
    expect(await passportNames()).toEqual([]);
    expect((await indexedDB.databases()).map((db) => db.name)).toEqual(['mf']);
    expect(await store.append([medicine('m1', 'x')], me)).toEqual({ ok: false, problem: 'save-gone' });
  });
});

describe('snapshots', () => {
  async function tamper(change: (db: Dexie) => Promise<unknown>): Promise<void> {
    const [name] = await passportNames();
    const db = await new Dexie(name as string).open();
    await change(db);
    await db.close();
  }

  const damages: readonly [string, (db: Dexie) => Promise<unknown>][] = [
    ['one part is missing', async (db) => db.table('snapshots').where('id').notEqual('contents').limit(1).delete()],
    [
      'one part is damaged',
      (db) =>
        db
          .table('snapshots')
          .where('id')
          .notEqual('contents')
          .modify({ ct: new ArrayBuffer(40) }),
    ],
    [
      'its contents are damaged',
      (db) =>
        db
          .table('snapshots')
          .where('id')
          .equals('contents')
          .modify({ ct: new ArrayBuffer(40) }),
    ],
    ['it claims to reach further than the log', (db) => db.table('log').where('seq').above(1).delete()],
    [
      'two parts were exchanged',
      async (db) => {
        const [a, b] = await db.table('snapshots').where('id').notEqual('contents').toArray();
        await db.table('snapshots').bulkPut([
          { ...a, id: b.id },
          { ...b, id: a.id },
        ]);
      },
    ],
  ];
  for (const [what, damage] of damages) {
    it(`the passport is folded from the log when ${what}`, async () => {
      const store = await start();
      await save(store, medicine('m1', 'naproxen'), { part: 'me', record: 'me', set: { preferredName: 'Asha' } });
      const early = store.passport();
      if (what.includes('further')) await save(store, medicine('m1', 'codeine'));
      await store.settle();
      await store.close();
      await tamper(damage);
      const again = await start();
      expect(again.passport()).toEqual(early);
      await save(again, medicine('m2', 'x'));
      await again.settle();
      await again.close();
      expect(nameOf(await start(), 'm2')).toBe('x');
    });
  }

  it('parts that did not change keep their row', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'), { part: 'me', record: 'me', set: { preferredName: 'Asha' } });
    await store.settle();
    const ids = async () => {
      let found: string[] = [];
      await tamper(async (db) => {
        found = (await db.table('snapshots').toCollection().primaryKeys()) as string[];
      });
      return found;
    };
    const before = await ids();
    await save(store, medicine('m1', 'codeine'));
    await store.settle();
    const after = await ids();
    expect(after.length).toBe(3);
    expect(after.filter((id) => before.includes(id)).length).toBe(2);
  });

  it('two tabs that both write one do not spoil it', async () => {
    const one = await start();
    const two = await start();
    await save(one, medicine('m1', 'naproxen'));
    await until(() => nameOf(two, 'm1') === 'naproxen');
    await Promise.all([one.settle(), two.settle()]);
    await save(two, medicine('m2', 'codeine'));
    await two.settle();
    await until(() => nameOf(one, 'm2') === 'codeine');
    await save(one, medicine('m3', 'tramadol'));
    await one.settle();
    const now = one.passport();
    await one.close();
    await two.close();
    expect((await start()).passport()).toEqual(now);
  });

  it('a row of the log that no longer opens is counted, and the rest is shown', async () => {
    const store = await start();
    for (const id of ['m1', 'm2', 'm3']) await save(store, medicine(id, id));
    await store.close();
    await tamper((db) =>
      db
        .table('log')
        .where('seq')
        .equals(2)
        .modify({ ct: new ArrayBuffer(60) }),
    );
    const told = await openStore({ world: testWorld(), disk: null });
    expect(told).toMatchObject({ problem: 'store-damaged', loss: { kind: 'damaged', here: 2, safe: null } });
    const left = !told.ok && told.problem !== 'store-locked' ? await told.loss?.leave() : null;
    if (!left?.ok) throw new Error('it did not open');
    const again = left.store;
    opened.push(again);
    expect(again.unreadable()).toBe(1);
    expect([nameOf(again, 'm1'), nameOf(again, 'm2'), nameOf(again, 'm3')]).toEqual(['m1', undefined, 'm3']);
    await again.close();
    await tamper((db) =>
      db
        .table('log')
        .toCollection()
        .modify({ ct: new ArrayBuffer(60) }),
    );
    expect(await openStore({ world: testWorld(), disk: null })).toMatchObject({
      problem: 'store-damaged',
      loss: { kind: 'damaged', here: 0, safe: null },
    });
  });

  it('many small rows are gathered into large ones, and nothing is lost or read twice', async () => {
    const store = await start();
    for (let at = 0; at < 620; at++) await save(store, medicine(`m${at % 7}`, `name ${at}`));
    const before = await store.log();
    await store.settle();
    await tamper(async (db) => expect(await db.table('log').count()).toBe(22));
    expect(await store.log()).toEqual(before);
    await save(store, medicine('m0', 'last'));
    const now = store.passport();
    await store.close();
    expect((await start()).passport()).toEqual(now);
  });
});

describe('drafts', () => {
  it('unfinished text comes back after closing, and goes when it is dropped', async () => {
    const store = await start();
    await store.drafts.keep('medicines/m1/name', 'napr');
    await store.drafts.keep('medicines/m1/name', 'naprox');
    await store.drafts.keep('flare/run', '2');
    await store.close();
    const again = await start();
    expect(await again.drafts.all()).toEqual(
      new Map([
        ['medicines/m1/name', 'naprox'],
        ['flare/run', '2'],
      ]),
    );
    await again.drafts.drop('flare/run');
    expect([...(await again.drafts.all()).keys()]).toEqual(['medicines/m1/name']);
  });

  it('the drafts of a record go with it', async () => {
    const store = await start();
    await store.drafts.keep('medicines/m1/name', 'a');
    await store.drafts.keep('medicines/m10/name', 'b');
    await save(store, { part: 'medicines', record: 'm1', removed: true });
    expect([...(await store.drafts.all()).keys()]).toEqual(['medicines/m10/name']);
  });
});
