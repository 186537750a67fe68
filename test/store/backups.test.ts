import { expect, test } from 'vitest';
import { changesSince, isReminderDue, keepNote, noNotes, readNotes } from '#store/backups.ts';
import { memoryStore } from '#store/memory.ts';
import { personToChanges } from '../passport/person.ts';

const world = { now: () => new Date(2026, 10, 22), random: (count: number) => new Uint8Array(count) };
const store = () => memoryStore(personToChanges(), world);

test('what is remembered about backups is read as it was kept, and nothing is remembered at first', async () => {
  const mine = store();
  expect(await readNotes(mine)).toEqual(noNotes);
  await keepNote(mine, 'last', { count: 12, pages: 3, at: '2026-03-03' });
  await keepNote(mine, 'trusted', { where: 'With Ada', at: '2026-03-04' });
  await keepNote(mine, 'phrase', 'maple river stone');
  await keepNote(mine, 'quiet', { count: 40, pages: null });
  expect(await readNotes(mine)).toEqual({
    last: { count: 12, pages: 3, at: '2026-03-03' },
    trusted: { where: 'With Ada', at: '2026-03-04' },
    phrase: 'maple river stone',
    quiet: { count: 40, pages: null },
    given: [
      { kind: 'backup', at: '2026-03-03', isOld: false },
      { kind: 'trusted', at: '2026-03-04', isOld: false },
    ],
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

test('a note from before private pages were counted says nothing of them', async () => {
  const mine = store();
  await mine.drafts.keep('backup/last', '{"count":12,"at":"2026-03-03"}');
  await mine.drafts.keep('backup/quiet', '{"count":40}');
  expect(await readNotes(mine)).toMatchObject({
    last: { count: 12, pages: null, at: '2026-03-03' },
    quiet: { count: 40, pages: null },
  });
});

const shut = (count: number) => ({ count, pages: null });

test('a word about a backup comes after 25 changes, and after "not now" only 25 later', () => {
  const last = { count: 100, pages: 0, at: '2026-03-03' };
  expect(isReminderDue(noNotes, shut(24))).toBe(false);
  expect(isReminderDue(noNotes, shut(25))).toBe(true);
  expect(isReminderDue({ ...noNotes, quiet: shut(25) }, shut(49))).toBe(false);
  expect(isReminderDue({ ...noNotes, quiet: shut(25) }, shut(50))).toBe(true);
  expect(isReminderDue({ ...noNotes, last }, shut(124))).toBe(false);
  expect(isReminderDue({ ...noNotes, last }, shut(125))).toBe(true);
  expect(changesSince({ ...noNotes, last }, shut(90))).toBe(0);
});

test('changes on private pages count while the pages are open, all of them after a backup that left them out', () => {
  const last = { count: 100, pages: 10, at: '2026-03-03' };
  expect(changesSince({ ...noNotes, last }, { count: 102, pages: 34 })).toBe(26);
  expect(changesSince({ ...noNotes, last: { ...last, pages: null } }, { count: 102, pages: 34 })).toBe(36);
  expect(changesSince({ ...noNotes, last }, { count: 90, pages: 34 })).toBe(24);
  expect(isReminderDue({ ...noNotes, last }, { count: 100, pages: 35 })).toBe(true);
  expect(isReminderDue({ ...noNotes, last, quiet: { count: 100, pages: 35 } }, { count: 100, pages: 59 })).toBe(false);
});
