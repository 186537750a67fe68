import { expect, it } from 'vitest';
import { type Change, gonePart } from '#passport/change.ts';
import { handOut, handOutProblem } from '#store/hand-out.ts';
import { readDownload } from '#store/read-download.ts';
import { testWorld } from './world.ts';

const world = testWorld();
const change = (id: string, n: number, more: Partial<Change> = {}): Change => ({
  ...{ id, n, at: '2026-03-02T10:00:00.000Z', by: '', lang: 'en-GB', part: 'medicines', record: `r${id}` },
  set: { name: id },
  ...more,
});
const page = (id: string, n: number) => change(id, n, { part: 'pages', set: { title: id } });
const problemOf = (log: readonly Change[], more: readonly Change[] = []) =>
  handOut({ log, more, world, example: false }).then(() => null, handOutProblem);

it('what could not be brought back whole is not handed out', async () => {
  expect(await problemOf([change('a', 1), change('b', 2)], [page('p', 1)])).toBeNull();
  // each of these is written, and then refused by the reader, or lost on the way
  expect(await problemOf([change('a', 1), change('b', 2 ** 41)])).toBe('backup-unread');
  expect(await problemOf([change('a', 1, { set: { name: 'x'.repeat(120_001) } })])).toBe('backup-unread');
  expect(await problemOf([change('a', 1, { record: 'not an id' })])).toBe('backup-unread');
  expect(await problemOf([change('same', 1)], [page('same', 1)])).toBe('backup-unread');
});

it('what is more than one file can hold is said to be so', async () => {
  const large = Array.from({ length: 1_100 }, (_, at) =>
    change(`c${at}`, at + 1, { set: { name: 'x'.repeat(119_000) } }),
  );
  expect(await problemOf(large)).toBe('backup-too-large');
}, 60_000);

it('a page that is still here is in it, whatever the passport was told of its removal', async () => {
  const tomb = change('t', 3, { part: gonePart, record: 'rp', set: {}, removed: true });
  const bytes = await handOut({ log: [change('a', 1), tomb], more: [page('p', 1)], world, example: false });
  const read = await readDownload(bytes);
  expect(read.ok && read.changes.map(({ id }) => id)).toEqual(['a', 'p']);
});

it('where the private pages lie here is in no file', async () => {
  const home = change('h', 2, { part: 'pages', record: 'pages', set: { home: { name: 'mfp-x', keys: [] } as never } });
  const bytes = await handOut({ log: [change('a', 1), home], more: [], world, example: false });
  const read = await readDownload(bytes);
  expect(read.ok && read.changes.map(({ id }) => id)).toEqual(['a']);
});
