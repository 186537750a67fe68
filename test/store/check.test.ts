import { expect, test } from 'vitest';
import { checkOf } from '#store/check.ts';
import { personToChanges } from '../passport/person.ts';

const change = { id: 'x', n: 9_000, at: '', by: '', lang: '' };

test('two devices say the same six digits when they hold the same changes, in whatever order, and other ones else', async () => {
  const log = personToChanges();
  const check = await checkOf(log);
  expect(check.count).toBe(log.length);
  expect(check.digits).toMatch(/^\d{3} \d{3}$/);
  expect(await checkOf([...log].reverse())).toEqual(check);
  expect((await checkOf(log.slice(1))).digits).not.toBe(check.digits);
});

test('where private pages lie, and what is left of things removed for ever, is each device’s own', async () => {
  const log = personToChanges();
  const home = { ...change, part: 'pages', record: 'pages', set: { home: { name: 'mf-x', keys: [] } as never } };
  const tombstone = { ...change, id: 'y', part: 'gone', record: 'z', removed: true };
  expect(await checkOf([...log, home, tombstone])).toEqual(await checkOf(log));
  const page = { ...change, part: 'pages', record: 'p', set: { title: 'Winter' } };
  expect(await checkOf([...log, page])).not.toEqual(await checkOf(log));
});
