import { expect, test } from 'vitest';
import { changesSince, checkDigits, isReminderDue, keepNote, noNotes, readNotes } from '#store/backups.ts';
import { memoryStore } from '#store/memory.ts';
import { personToChanges } from '../passport/person.ts';

const world = { now: () => new Date(2026, 10, 22), random: (count: number) => new Uint8Array(count) };
const store = () => memoryStore(personToChanges(), world);

test('what is remembered about backups is read as it was kept, and nothing is remembered at first', async () => {
  const mine = store();
  expect(await readNotes(mine)).toEqual(noNotes);
  await keepNote(mine, 'last', { count: 12, at: '2026-03-03' });
  await keepNote(mine, 'trusted', { where: 'With Ada', at: '2026-03-04' });
  await keepNote(mine, 'phrase', 'maple river stone');
  await keepNote(mine, 'quiet', 40);
  expect(await readNotes(mine)).toEqual({
    last: { count: 12, at: '2026-03-03' },
    trusted: { where: 'With Ada', at: '2026-03-04' },
    phrase: 'maple river stone',
    quiet: 40,
  });
  await keepNote(mine, 'trusted', null);
  expect((await readNotes(mine)).trusted).toBeNull();
});

test('a note of another shape counts as none', async () => {
  const mine = store();
  for (const bad of ['', 'null', '{', '[]', '7', '{"count":-1,"at":"x"}', '{"count":1}', '{"count":"1","at":"x"}']) {
    await mine.drafts.keep('backup/last', bad);
    await mine.drafts.keep('backup/quiet', bad);
    expect((await readNotes(mine)).last, bad).toBeNull();
  }
});

test('a word about a backup comes after 25 changes, and after "not now" only 25 later', () => {
  const last = { count: 100, at: '2026-03-03' };
  expect(isReminderDue(noNotes, 24)).toBe(false);
  expect(isReminderDue(noNotes, 25)).toBe(true);
  expect(isReminderDue({ ...noNotes, quiet: 25 }, 49)).toBe(false);
  expect(isReminderDue({ ...noNotes, quiet: 25 }, 50)).toBe(true);
  expect(isReminderDue({ ...noNotes, last }, 124)).toBe(false);
  expect(isReminderDue({ ...noNotes, last }, 125)).toBe(true);
  expect(changesSince({ ...noNotes, last }, 90)).toBe(0);
});

test('two devices say the same six digits when they hold the same changes, in whatever order, and other ones else', async () => {
  const log = personToChanges();
  const digits = await checkDigits(log);
  expect(digits).toMatch(/^\d{3} \d{3}$/);
  expect(await checkDigits([...log].reverse())).toBe(digits);
  expect(await checkDigits(log.slice(1))).not.toBe(digits);
});
