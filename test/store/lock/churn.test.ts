import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { churn } from '#store/lock/churn.ts';
import { declareRows, keyRowOf, type Rows } from '#store/rows.ts';
import { wipe } from '../world.ts';

const now = { epoch: 2, key: null };

afterEach(async () => {
  vi.restoreAllMocks();
  await wipe();
});

async function passport(): Promise<Rows> {
  const rows = declareRows('mf-passport');
  await rows.open();
  await rows.keys.put(now);
  return rows;
}

test('stirring the files leaves nothing behind, and the key in use is found all the while', async () => {
  const rows = await passport();
  const stirred = churn(rows, 1);
  for (let at = 0; at < 5; at++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await keyRowOf(rows)).toEqual(now);
  }
  expect(await stirred).toBe(true);
  expect(await rows.keys.toArray()).toEqual([now]);
  rows.close();
});

test('a full disk stops it, and what it had written is gone again', async () => {
  const rows = await passport();
  let written = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (++written > 100) this.transaction.abort();
    return put.call(this, value, key);
  });
  expect(await churn(rows, 1)).toBe(false);
  expect(await rows.keys.toArray()).toEqual([now]);
  rows.close();
});

test('a database that is closed meanwhile is no crash', async () => {
  const rows = await passport();
  rows.close();
  await expect(churn(rows, 1).catch(() => false)).resolves.toBe(false);
});
