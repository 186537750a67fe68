import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOf } from '#passport/fold.ts';
import { openStore } from '#store/open.ts';
import { passportNames } from '#store/registry.ts';
import { version } from '#store/rows.ts';
import type { Store } from '#store/store.ts';
import { me, medicine, memoryDisk, open, save, testLocks, testWorld, watchConnections, wipe } from './world.ts';

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

describe('two tabs', () => {
  it('see each other, and both save at once without losing a word', async () => {
    const one = await start();
    const two = await start();
    const saves = Array.from({ length: 20 }, (_, at) => [
      save(one, medicine(`one${at}`, 'a')),
      save(two, medicine(`two${at}`, 'b')),
    ]);
    await Promise.all(saves.flat());
    await until(() => Object.keys(one.passport().parts['medicines'] ?? {}).length === 40);
    await until(() => Object.keys(two.passport().parts['medicines'] ?? {}).length === 40);
    expect(one.passport()).toEqual(two.passport());
    const log = await one.log();
    expect(log.length).toBe(40);
    expect(new Set(log.map((change) => change.n)).size).toBe(40);
  });

  it('the later of two edits of one field wins in both', async () => {
    const one = await start();
    const two = await start();
    await Promise.all([save(one, medicine('m1', 'first')), save(two, medicine('m1', 'second'))]);
    await until(() => nameOf(one, 'm1') === nameOf(two, 'm1') && one.passport().n === 2);
    expect(one.passport()).toEqual(two.passport());
  });

  it('a tab hears when the passport is erased in another, and brings no empty one back', async () => {
    const one = await start();
    const two = await start();
    await save(one, medicine('m1', 'naproxen'));
    const heard: string[] = [];
    two.onNewer((why) => void heard.push(why));
    await one.erase();
    await until(() => heard.length > 0);
    expect(heard).toEqual(['erased']);
    expect(await two.append([medicine('m1', 'x')], me)).toEqual({ ok: false, problem: 'save-gone' });
    expect((await indexedDB.databases()).length).toBe(1);
  });

  it('a tab keeps its draft and stops saving when another opens a newer version', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    const heard: string[] = [];
    store.onNewer(async (why) => {
      heard.push(why);
      expect(await store.drafts.keep('medicines/m1/name', 'half a wo')).toEqual({ ok: true });
    });
    const [name] = await passportNames();
    const newer = new Dexie(name as string);
    newer.version(version + 1).stores({ log: 'seq', snapshots: 'id', drafts: 'id', keys: 'epoch', files: 'id' });
    await newer.open();
    expect(heard).toEqual(['newer']);
    expect(await newer.table('drafts').count()).toBe(1);
    expect(await store.append([medicine('m1', 'x')], me)).toEqual({ ok: false, problem: 'save-newer-tab' });
    expect(nameOf(store, 'm1')).toBe('naproxen');
    await newer.close();
    expect(await openStore({ world: testWorld(), disk: null })).toEqual({
      ok: false,
      problem: 'store-newer',
      loss: null,
    });
  });
});

describe('when the browser cannot save', () => {
  const fail = (name: string, times = Number.POSITIVE_INFINITY) => {
    const real = IDBObjectStore.prototype.add;
    let left = times;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (left-- > 0) throw new DOMException('injected', name);
      return real.apply(this, given);
    });
  };

  it('a full disk is told, and the passport is as it was', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    const before = store.passport();
    fail('QuotaExceededError');
    expect(await store.append([medicine('m2', 'codeine')], me)).toEqual({ ok: false, problem: 'save-full' });
    expect(store.passport()).toBe(before);
    vi.restoreAllMocks();
    await save(store, medicine('m2', 'codeine'));
    const after = store.passport();
    await store.close();
    expect((await start()).passport()).toEqual(after);
  });

  it('a full disk half-way through a restore leaves nothing of the file behind', async () => {
    const store = await start();
    for (let at = 0; at < 4; at++)
      await save(store, ...Array.from({ length: 200 }, (_, id) => medicine(`m${at}-${id}`, 'x')));
    const file = await store.download();
    const other = await start({ fresh: true });
    const real = IDBObjectStore.prototype.add;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (++count === 3) throw new DOMException('injected', 'QuotaExceededError');
      return real.apply(this, given);
    });
    expect(await other.restore(file)).toEqual({ ok: false, problem: 'save-full' });
    expect(await other.log()).toEqual([]);
    expect(other.passport().n).toBe(0);
    vi.restoreAllMocks();
    expect(await other.restore(file)).toEqual({ ok: true, added: 800, apart: [] });
    expect(other.passport()).toEqual(store.passport());
  });

  it('a connection that broke is opened again and the save done from memory', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    for (const name of ['UnknownError', 'InvalidStateError', 'DatabaseClosedError']) {
      fail(name, 1);
      await save(store, medicine(name, 'codeine'));
      vi.restoreAllMocks();
    }
    const now = store.passport();
    await store.close();
    expect(nameOf(await start(), 'UnknownError')).toBe('codeine');
    expect((await start()).passport()).toEqual(now);
  });

  it('a save whose answer was lost is not written twice', async () => {
    const store = await start();
    const { commit } = IDBTransaction.prototype;
    let times = 0;
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      commit.call(this);
      if (++times === 1) throw new DOMException('injected', 'UnknownError');
    });
    await save(store, medicine('m1', 'naproxen'));
    vi.restoreAllMocks();
    expect(times).toBe(2);
    expect((await store.log()).length).toBe(1);
    await save(store, medicine('m1', 'codeine'));
    expect((await store.log()).map((change) => change.n)).toEqual([1, 2]);
  });

  it('a passport erased behind its back is told, and no empty one is left', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    const [name] = await passportNames();
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementationOnce(function (this: IDBTransaction) {
      this.abort();
      throw new DOMException('injected', 'UnknownError');
    });
    vi.spyOn(Dexie.prototype, 'open').mockImplementationOnce(function (this: Dexie) {
      vi.mocked(Dexie.prototype.open).mockRestore();
      return Dexie.Promise.resolve(Dexie.delete(name as string)).then(() => this.open());
    });
    expect(await store.append([medicine('m2', 'x')], me)).toEqual({ ok: false, problem: 'save-gone' });
    expect((await indexedDB.databases()).map((db) => db.name)).toEqual(['mf']);
  });

  it('a read after a broken connection opens it again', async () => {
    const breakAll = watchConnections();
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    breakAll();
    expect((await store.history('medicines', 'm1')).length).toBe(1);
  });

  it('a connection that stays broken is told, and nothing is shown as saved', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    fail('UnknownError');
    expect(await store.append([medicine('m2', 'x')], me)).toEqual({ ok: false, problem: 'save-gone' });
    expect(nameOf(store, 'm2')).toBeUndefined();
  });

  it('a browser that refuses storage is told', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('injected', 'SecurityError');
    });
    expect(await openStore({ world: testWorld(), disk: null })).toEqual({
      ok: false,
      problem: 'store-refused',
      loss: null,
    });
  });

  it('what the browser says about keeping is passed on as it is', async () => {
    const store = await start();
    expect(await store.persistence()).toBe('unknown');
    const persist = vi.fn(async () => true);
    let isKept = false;
    vi.stubGlobal('navigator', { storage: { persist, persisted: async () => isKept } });
    expect(await store.persistence()).toBe('may-be-cleared');
    expect(persist).not.toHaveBeenCalled();
    await save(store, medicine('m1', 'x'));
    await save(store, medicine('m1', 'y'));
    expect(persist).toHaveBeenCalledTimes(1);
    isKept = true;
    expect(await store.persistence()).toBe('kept');
  });
});

/** The two files that hold the key. */
function keyFiles(disk: { readonly files: ReadonlyMap<string, unknown> }): [string, string] {
  return [...disk.files.keys()].filter((file) => /^mf-[\w-]{16}-[ab]$/.test(file)).sort() as [string, string];
}

describe('the key', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { locks: testLocks() });
  });

  const hour = 60 * 60 * 1000;
  const rawKey = async () => {
    const [name] = await passportNames();
    const db = await new Dexie(name as string).open();
    const [row, ...more] = await db.table('keys').toArray();
    await db.close();
    expect(more).toEqual([]);
    return row;
  };

  async function grown() {
    const world = testWorld();
    const disk = memoryDisk(world);
    const store = await start({ world, disk });
    await save(store, medicine('m1', 'naproxen'), medicine('m2', 'codeine'));
    await store.drafts.keep('medicines/m1/name', 'half');
    await store.settle();
    await store.close();
    world.wait(2 * hour);
    return { world, disk, passport: store.passport() };
  }

  it('is in the database and in a file after the first start', async () => {
    const world = testWorld();
    const disk = memoryDisk(world);
    const store = await start({ world, disk });
    await store.settle();
    const row = await rawKey();
    expect(row.epoch).toBe(1);
    const holding = [...disk.files.values()].filter((file) => Buffer.from(file).includes(Buffer.from(row.key)));
    expect(holding.length).toBe(1);
  });

  it('is not changed at a start soon after: a new file may not outlive a power cut', async () => {
    const world = testWorld();
    const disk = memoryDisk(world);
    for (let at = 0; at < 3; at++) {
      const store = await start({ world, disk });
      await save(store, medicine('m1', `${at}`));
      await store.settle();
      await store.close();
      world.wait(hour / 4);
    }
    expect((await rawKey()).epoch).toBe(1);
  });

  it('lives only in the files from a later start on, and everything is sealed under it', async () => {
    const { world, disk, passport } = await grown();
    const old = (await rawKey()).key;
    const store = await start({ world, disk });
    await store.settle();
    expect(await rawKey()).toEqual({ epoch: 2, key: null });
    for (const file of disk.files.values()) expect(Buffer.from(file).includes(Buffer.from(old))).toBe(false);
    expect(store.passport()).toEqual(passport);
    await save(store, medicine('m3', 'tramadol'));
    const now = store.passport();
    expect(await store.drafts.all()).toEqual(new Map([['medicines/m1/name', 'half']]));
    await store.close();
    const again = await start({ world, disk });
    expect(again.passport()).toEqual(now);
    expect((await again.log()).length).toBe(3);
    expect(await again.drafts.all()).toEqual(new Map([['medicines/m1/name', 'half']]));
  });

  it('may change while another tab is open: that tab hears, and goes on saving', async () => {
    const { world, disk } = await grown();
    const one = await start({ world, disk: { ...disk, write: async () => false } });
    const two = await start({ world, disk });
    await two.settle();
    expect((await rawKey()).epoch).toBe(2);
    await Promise.all([save(one, medicine('m3', 'a')), save(two, medicine('m4', 'b'))]);
    await until(() => nameOf(one, 'm4') === 'b' && nameOf(two, 'm3') === 'a');
    expect(one.passport()).toEqual(two.passport());
  });

  it('is changed once when two tabs start together', async () => {
    const { world, disk, passport } = await grown();
    const [one, two] = await Promise.all([start({ world, disk }), start({ world, disk })]);
    await Promise.all([one.settle(), two.settle()]);
    expect(await rawKey()).toEqual({ epoch: 2, key: null });
    const [a, b] = keyFiles(disk);
    expect(disk.files.get(a)).toEqual(disk.files.get(b));
    await one.close();
    await two.close();
    expect((await start({ world, disk })).passport()).toEqual(passport);
  });

  it('stays in the database where tabs cannot wait for each other', async () => {
    vi.stubGlobal('navigator', {});
    const { world, disk } = await grown();
    await (await start({ world, disk })).settle();
    expect((await rawKey()).epoch).toBe(1);
    expect(disk.files.size).toBe(0);
  });

  it('an append under the old key collides, looks again and is sealed under the new one', async () => {
    const { world, disk } = await grown();
    const readOnly = { ...disk, write: async () => false };
    const old = await start({ world, disk: readOnly });
    await old.settle();
    vi.stubGlobal('BroadcastChannel', undefined);
    const two = await start({ world, disk });
    await two.settle();
    expect((await rawKey()).epoch).toBe(2);
    await old.drafts.keep('medicines/m1/brand', 'more');
    await save(old, medicine('m5', 'from the old tab'));
    await old.settle();
    const now = old.passport();
    await two.close();
    await old.close();
    const again = await start({ world, disk });
    expect(again.unreadable()).toBe(0);
    expect(again.passport()).toEqual(now);
    expect((await again.drafts.all()).size).toBe(2);
  });

  it('one damaged file is mended from the other', async () => {
    const { world, disk } = await grown();
    const store = await start({ world, disk });
    await store.settle();
    await store.close();
    const [a, b] = keyFiles(disk);
    for (const [bad, good] of [
      [a, b],
      [b, a],
    ] as const) {
      disk.files.set(bad, new Uint8Array(48));
      const again = await start({ world, disk });
      await again.settle();
      await again.close();
      expect(disk.files.get(bad)).toEqual(disk.files.get(good));
    }
  });

  it('lost altogether is told, and nothing is removed', async () => {
    const { world, disk, passport } = await grown();
    const store = await start({ world, disk });
    await store.settle();
    await store.close();
    const kept = new Map(disk.files);
    disk.files.clear();
    expect(await openStore({ world, disk })).toEqual({ ok: false, problem: 'store-key-missing', loss: null });
    for (const [file, bytes] of kept) disk.files.set(file, bytes);
    expect((await start({ world, disk })).passport()).toEqual(passport);
  });

  it('files with no passport to go with them mean damage, and not a first start', async () => {
    const { world, disk } = await grown();
    await wipe();
    for (let at = 0; at < 2; at++) {
      expect(await openStore({ world, disk })).toMatchObject({
        problem: 'store-damaged',
        loss: { kind: 'empty', here: 0 },
      });
    }
    expect((await start({ world, disk, fresh: true })).passport().n).toBe(0);
  });
});
