import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { churn } from '#store/lock/churn.ts';
import { wipe } from '../world.ts';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

afterEach(async () => {
  vi.restoreAllMocks();
  await wipe();
});

async function passport(): Promise<Dexie> {
  const db = new Dexie('mf-passport');
  db.version(1).stores({ log: 'seq' });
  await db.open();
  await db.table('log').put({ seq: 1, ct: 'as it was' });
  return db;
}

test('stirring the files leaves nothing behind, touches no passport, and can be done while one is open', async () => {
  const db = await passport();
  const stirred = churn();
  await db.table('log').put({ seq: 2, ct: 'meanwhile' });
  expect(await stirred).toBe(true);
  expect(await names()).toEqual(['mf-passport']);
  expect(await db.table('log').toArray()).toEqual([
    { seq: 1, ct: 'as it was' },
    { seq: 2, ct: 'meanwhile' },
  ]);
  db.close();
});

test('a full disk stops it, and what it had written is gone again', async () => {
  const db = await passport();
  let rows = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === 'rows' && ++rows > 100) this.transaction.abort();
    return put.call(this, value, key);
  });
  expect(await churn()).toBe(false);
  expect(await names()).toEqual(['mf-passport']);
  expect(await db.table('log').count()).toBe(1);
  db.close();
});

test('a browser that refuses is no crash', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  expect(await churn()).toBe(false);
});
