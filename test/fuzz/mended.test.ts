import { afterEach, expect, test, vi } from 'vitest';
import { longestFragment, readAddress } from '#exchange/code/address.ts';
import type { Change } from '#passport/change.ts';
import { fold, listOf, recordOf } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { readDownload } from '#store/read-download.ts';
import { bombs, forgeFile } from './forge.ts';

/** What fuzzing found, each as small as it can be. */

afterEach(() => vi.restoreAllMocks());

const made = '2026-11-21T09:00:00.000Z';
const headerOf = (header: object) => new TextEncoder().encode(JSON.stringify({ changes: 1, made, ...header }));

test('a file that promises more than its bytes can become is refused before room is made for it', async () => {
  const payload = new Uint8Array(100);
  const file = forgeFile(headerOf({ bytes: 128 * 2 ** 20, packed: 100 }), payload);
  let inflated = 0;
  const read = await readDownload(file, (bytes) => {
    inflated += bytes;
  });
  expect(read).toEqual({ ok: false, problem: 'file-damaged' });
  expect(inflated).toBe(0);
});

test('a bomb in a file is stopped soon after what the file promised', async () => {
  const bomb = bombs.at(-1) ?? new Uint8Array();
  let inflated = 0;
  const read = await readDownload(forgeFile(headerOf({ bytes: 1_000, packed: bomb.length }), bomb), (bytes) => {
    inflated += bytes;
  });
  expect(read).toEqual({ ok: false, problem: 'file-damaged' });
  expect(inflated).toBeLessThan(5 * 2 ** 20);
});

test('an order of records that is no list is passed over, and the records are there', () => {
  const change = { id: 'c1', n: 1, at: made, by: '', lang: 'en-GB', part: medicines.id };
  const changes: readonly Change[] = [
    { ...change, record: 'm1', set: { name: 'Naproxen' } },
    { ...change, id: 'c2', n: 2, record: medicines.id, set: { order: 5 as never } },
  ];
  expect(listOf(fold(changes), medicines).map(({ id }) => id)).toEqual(['m1']);
});

test('a million digits that do not add up are refused before they are turned into bytes', () => {
  const turned = vi.spyOn(globalThis, 'BigInt');
  const card = `#111${'1'.repeat(longestFragment - 3)}`;
  expect(readAddress(card)).toEqual({ ok: false, problem: 'code-damaged' });
  expect(turned.mock.calls.length).toBeLessThan(10);
});

test('an address that names what every object has leads to no record', () => {
  expect(recordOf(fold([]), '__proto__', 'toString')).toBeUndefined();
});
