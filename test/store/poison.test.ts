import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBackup, sealBackup } from '#exchange/file/backup.ts';
import { type Change, gonePart, largestN } from '#passport/change.ts';
import { entryValue, fold } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { openStore } from '#store/open.ts';
import { readDownload } from '#store/read-download.ts';
import { accountedFor, largestOf, slack } from '#store/room.ts';
import type { Store } from '#store/store.ts';
import { deflated, forgeFile } from '../fuzz/forge.ts';
import { medicine, memoryDisk, open, save, testLocks, testStorage, testWorld, wipe } from './world.ts';

/** What a file does to what is kept: whatever it is, once it was taken in all that is written later can be read. */

const made = '2026-11-30T10:00:00.000Z';
const world = testWorld();
const opened: Store[] = [];
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: testLocks() });
  vi.stubGlobal('localStorage', testStorage());
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  vi.unstubAllGlobals();
  await wipe();
});

async function start(options: Parameters<typeof open>[0] = {}): Promise<Store> {
  const store = await open({ world, ...options });
  opened.push(store);
  return store;
}

/** A file of these lines with everything about it right, whatever they say. */
function fileOf(lines: readonly unknown[]): Uint8Array {
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const body = deflated(text);
  const header = { changes: lines.length, bytes: Buffer.byteLength(text), packed: body.length, made };
  return forgeFile(new TextEncoder().encode(JSON.stringify(header)), body);
}

const change = (id: string, n: number, more: Partial<Change> = {}): Change => ({
  ...{ id, n, at: made, by: '', lang: 'en-GB', part: 'medicines', record: `r${id}` },
  set: { name: id },
  ...more,
});
const tombstone = (record: string, n: number): Change => ({
  ...{ id: `gone${record}`.slice(0, 64), n, at: '', by: '', lang: '', part: gonePart, record },
  removed: true,
});

/** Without what has another name for the same: -0 is 0 once it was written. */
const plain = (changes: readonly Change[]) => changes.map((one) => JSON.stringify(one));

let times = 0;
/** All that is promised of what is kept here: it is written on, handed out, sealed, opened, and found again when it is lost. */
async function isWhole(store: Store, disk: ReturnType<typeof memoryDisk>): Promise<void> {
  times += 1;
  await save(store, medicine(`late${times}`, 'written later'));
  const log = await store.log();
  expect(log.at(-1)).toMatchObject({ record: `late${times}` });
  expect(largestOf(log)).toBeLessThanOrEqual(accountedFor(log));
  const bytes = await store.download();
  const read = await readDownload(bytes);
  if (!read.ok) throw new Error(read.problem);
  expect(plain(read.changes)).toEqual(plain(log));

  const phrase = 'four green chairs';
  const sealed = await sealBackup(bytes, phrase, 2);
  const again = sealed.ok ? await openBackup(sealed.bytes, phrase) : sealed;
  if (!again.ok) throw new Error(again.problem);
  const phone = await start({ fresh: true, disk: null });
  expect(await phone.restore(again.bytes)).toMatchObject({ ok: true });
  const pages = log.filter(({ part }) => part === 'pages');
  expect(plain(await phone.log())).toEqual(plain(log.filter((one) => !pages.includes(one))));

  await store.flush();
  expect(store.safe()).not.toBe('failing');
  await store.close();
  await wipe();
  const lost = await openStore({ world, disk });
  if (lost.ok || !('loss' in lost) || !lost.loss) throw new Error('no loss was told');
  const back = await lost.loss.restore();
  if (!back.ok) throw new Error(back.problem);
  opened.push(back.store);
  await back.store.ready;
  expect(plain(await back.store.log())).toEqual(plain(log));
}

it('the file that made every later backup unreadable does no harm: words written after it are in the backup and the safe copy', async () => {
  const disk = memoryDisk(world);
  const store = await start({ disk });
  await save(store, medicine('m1', 'naproxen'), medicine('m2', 'codeine'));
  const poison = new Uint8Array(readFileSync(new URL('../fixtures/merge-poison.passport', import.meta.url)));
  expect(await store.restore(poison)).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(store.safe()).toBe('kept'), 10_000);
  await isWhole(store, disk);
});

const ids = ['a', 'b', 'mine0', 'mine1', 'mine2', 'x'.repeat(64)] as const;
const anyId = fc.constantFrom(...ids);
const anyN = (count: number) =>
  fc.oneof(
    { arbitrary: fc.integer({ min: 1, max: 50 }), weight: 4 },
    fc.constantFrom(slack, slack + 1, slack + count, slack + count + 1, 2 * slack, 2 * slack + count, 3 * slack + 4),
    fc.constantFrom(2 ** 31, 2 ** 32, largestN - 1, largestN),
  );
const anyValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\ud800', '\udc00 x', '\u202e', 'x'.repeat(120_000), '\u0000', '__proto__'),
  fc.constantFrom(true, null, 0, -1, 1e300, 0.1),
  fc.constantFrom<unknown>([[[[[1]]]]], { own: 'x' }, { a: { b: { c: { d: 'e' } } } }, Array(10_000).fill('m')),
);
const anyChange = (count: number) =>
  fc.record(
    {
      id: anyId,
      n: anyN(count),
      at: fc.constantFrom(made, '', 'never', '9'.repeat(40)),
      by: fc.constantFrom('', 'Ada', '\ud83d'.repeat(200)),
      lang: fc.constantFrom('en-GB', '', 'x'.repeat(35), 'zz_!!', 'ar-u-nu-arab'),
      part: fc.constantFrom('medicines', 'me', 'flare', 'later', 'pages', gonePart),
      record: fc.constantFrom('medicines', 'me', 'pages', 'm0', 'm1', 'm2', ...ids),
      set: fc.dictionary(fc.constantFrom('name', 'order', 'birthDate', 'home', 'later'), anyValue, { maxKeys: 3 }),
      removed: fc.boolean(),
    },
    { requiredKeys: ['id', 'n', 'at', 'by', 'lang', 'part', 'record'] },
  );
const anyFile = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.array(anyChange(count), { minLength: count, maxLength: count }));
/** Junk that its own tombstone, or its own id, makes nothing of: the way to a high number with few changes. */
const withJunk = fc
  .tuple(anyFile, fc.constantFrom<'none' | 'tomb' | 'ids'>('none', 'tomb', 'ids'), fc.integer({ min: 0, max: 300 }))
  .map(([changes, kind, count]) => {
    if (kind === 'none') return changes;
    const junk = Array.from({ length: count }, (_, at) =>
      change(kind === 'ids' ? 'junk' : `junk${at}`, at + 1, { record: 'junkrecord' }),
    );
    const top = change('top', slack + count + changes.length, { record: 'toprecord' });
    return [...junk, ...changes, top, ...(kind === 'tomb' ? [tombstone('junkrecord', 1)] : [])];
  });

/** What is here when the file comes: nothing, or three medicines with ids that a file may know. */
const mine = [0, 1, 2].map((at) => change(`mine${at}`, at + 1, { record: `m${at}` }));

it('whatever file is taken in, what is written later is read again from every copy of it', {
  timeout: 240_000,
}, async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(withJunk, { minLength: 1, maxLength: 3 }), fc.boolean(), async (files, isEmpty) => {
      const disk = memoryDisk(world);
      vi.stubGlobal('localStorage', testStorage());
      const store = await start({ disk });
      if (!isEmpty) expect(await store.restore(fileOf(mine))).toMatchObject({ ok: true });
      for (const [at, lines] of files.entries()) {
        const before = plain(await store.log());
        const bytes = fileOf(lines);
        const way = at % 2 === 1 ? store.replace(bytes, { by: '', lang: 'en-GB' }) : store.restore(bytes);
        const done = await way;
        if (done.ok) taken += 1;
        else expect(plain(await store.log())).toEqual(before);
      }
      await isWhole(store, disk);
      for (const one of opened.splice(0)) await one.close();
      await wipe();
    }),
    { numRuns: 40 },
  );
  expect(taken).toBeGreaterThan(20);
});

it('whatever is then undone or removed for ever, and whatever is written after that, is read again from every copy', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      withJunk,
      fc.array(fc.constantFrom('undo', 'remove', 'write'), { maxLength: 4 }),
      async (lines, ways) => {
        const disk = memoryDisk(world);
        vi.stubGlobal('localStorage', testStorage());
        const store = await start({ disk });
        await store.restore(fileOf(mine));
        await store.restore(fileOf(lines));
        for (const way of ways) {
          if (way === 'undo') expect(await store.undoMerge()).toMatchObject({ ok: true });
          if (way === 'remove') expect(await store.removeForEver(['m0', 'toprecord'])).toEqual({ ok: true });
          if (way === 'write') await save(store, medicine('m5', 'tramadol'));
        }
        await isWhole(store, disk);
        for (const one of opened.splice(0)) await one.close();
        await wipe();
      },
    ),
    { numRuns: 25 },
  );
});

it('a number as large as a file may bring is still a number that can be gone beyond, after all the rest was removed', async () => {
  const disk = memoryDisk(world);
  const store = await start({ disk });
  await save(store, medicine('m1', 'naproxen'), medicine('m2', 'codeine'), medicine('m3', 'tramadol'));
  expect(await store.restore(fileOf([change('top', slack + 5)]))).toMatchObject({ ok: false, problem: 'file-damaged' });
  expect(await store.restore(fileOf([change('top', slack + 4)]))).toMatchObject({ ok: true, added: 1 });
  expect(await store.removeForEver(['m1', 'm2', 'm3'])).toEqual({ ok: true });
  await isWhole(store, disk);
});

it('a number as large as a file may bring leaves, when the merge is undone, what was written after it readable', async () => {
  const disk = memoryDisk(world);
  const store = await start({ disk });
  await save(store, medicine('m1', 'naproxen'));
  const junk = Array.from({ length: 50 }, (_, at) => change(`j${at}`, at + 1));
  expect(await store.restore(fileOf([...junk, change('top', slack + 52)]))).toMatchObject({ ok: true, added: 51 });
  await save(store, medicine('m1', 'written after it'));
  expect(await store.undoMerge()).toEqual({ ok: true, count: 51 });
  expect((await store.log()).filter(({ part }) => part === 'medicines')).toHaveLength(2);
  await isWhole(store, disk);
});

it('a change that says it is one of mine, and is another, takes nothing from mine', async () => {
  const store = await start();
  const [own] = await save(store, medicine('m1', 'naproxen'));
  const lies = [
    { ...own, set: { name: 'AAA' } },
    { ...tombstone('m1', 1), id: own?.id, at: '0' },
  ];
  for (const lie of lies) {
    const before = await store.log();
    expect(await store.restore(fileOf([lie, change('z', 2)]))).toMatchObject({ ok: true });
    expect((await store.log()).find(({ id }) => id === own?.id)).toEqual(before[0]);
    const record = store.passport().parts['medicines']?.['m1'];
    expect(entryValue(medicines, record, 'name')).toBe('naproxen');
  }
});

it('a number that JSON cannot say again is refused', async () => {
  const store = await start();
  const line = JSON.stringify(change('a', 1)).replace('"a"}', '1e999}');
  expect(line).toContain('1e999');
  expect(await store.restore(fileOf([line]))).toEqual({ ok: false, problem: 'file-damaged' });
});

it('a small file that swells leaves as much room as it takes, and one that would leave too little is refused', {
  timeout: 120_000,
}, async () => {
  const store = await start();
  await save(store, medicine('m1', 'naproxen'));
  // 120,000 letters that pack to nothing, so many times
  const swelling = (name: string, times: number) =>
    fileOf(
      Array.from({ length: times }, (_, at) => change(`${name}${at}`, at + 1, { set: { name: 'x'.repeat(120_000) } })),
    );
  expect(await store.restore(swelling('a', 600))).toEqual({ ok: false, problem: 'file-no-room' });
  expect(store.count()).toBe(1);
  expect(await store.restore(swelling('a', 60))).toMatchObject({ ok: true, added: 60 });
  await save(store, medicine('m2', 'written later'));
  expect(await readDownload(await store.download())).toMatchObject({ ok: true });
  expect(fold(await store.log()).parts['medicines']?.['m2']).toBeDefined();
});
