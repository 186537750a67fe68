import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf, parts } from '#passport/catalogue.ts';
import { type Change, compareChanges } from '#passport/change.ts';
import { emptyPassport, fold, listOf, type PassportRecord, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { matters } from '#passport/parts/matters.ts';
import { medicines } from '#passport/parts/medicines.ts';
import {
  changesToVersions,
  differenceTo,
  type EditIn,
  earlierVersions,
  isSameValue,
  putBackToEdits,
} from '#passport/versions.ts';
import { editsToChanges, undoOf, type World } from '#passport/write.ts';
import { anyChanges } from './arbitrary.ts';

const minuteOf = (at: string) => Date.parse(at) / 60_000;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();

function change(n: number, minute: number, rest: Partial<Change> = {}): Change {
  return { id: `c${n}`, n, at: at(minute), by: '', lang: 'en-GB', part: 'medicines', record: 'm1', ...rest };
}

let made = 0;
const world: World = {
  now: () => new Date(Date.UTC(2026, 10, 22)),
  random: (count) => {
    made += 1;
    return Uint8Array.from({ length: count }, (_, place) => (made >> (place * 3)) & 7);
  },
};

/** The log with these edits made after it. */
function withEdits(changes: readonly Change[], edits: readonly EditIn[], by = ''): readonly Change[] {
  return [...changes, ...editsToChanges(fold(changes), edits, { by, lang: 'cy' }, world)];
}

/** What a record says, without who said it and when. */
function said(record: PassportRecord | undefined) {
  if (!record) return null;
  const fields = Object.entries(record.entries).map(([field, { value, lang, by }]) => [field, { value, lang, by }]);
  return { removed: record.removed, fields: Object.fromEntries(fields) };
}

describe('what was done, told in one go', () => {
  test('what one person changed within a few minutes is one entry, with what stood before and what came', () => {
    const versions = changesToVersions(
      [
        change(1, 0, { set: { name: 'Amitriptyline' } }),
        change(2, 2, { set: { purpose: 'Sleep' } }),
        change(3, 40, { set: { purpose: 'Nerves' } }),
      ],
      minuteOf,
    );
    expect(versions).toHaveLength(2);
    const [later, first] = versions;
    expect(first?.fields.map(({ field }) => field)).toEqual(['name', 'purpose']);
    expect(first?.fields[0]?.before).toBeNull();
    expect(later?.fields).toMatchObject([
      { field: 'purpose', before: { value: 'Sleep' }, wrote: [{ value: 'Nerves', id: 'c3' }] },
    ]);
  });

  test('someone else, more than five minutes, or a clock that ran back begins a new entry', () => {
    const set = (purpose: string) => ({ set: { purpose } });
    const leyla = [change(1, 0, set('a')), change(2, 1, { ...set('b'), by: 'Leyla' }), change(3, 2, set('c'))];
    expect(changesToVersions(leyla, minuteOf).map(({ by }) => by)).toEqual(['', 'Leyla', '']);
    expect(changesToVersions([change(1, 0, set('a')), change(2, 5, set('b'))], minuteOf)).toHaveLength(1);
    expect(changesToVersions([change(1, 0, set('a')), change(2, 6, set('b'))], minuteOf)).toHaveLength(2);
    expect(changesToVersions([change(1, 9, set('a')), change(2, 8, set('b'))], minuteOf)).toHaveLength(2);
    const unread = [change(1, 0, { ...set('a'), at: 'once' }), change(2, 0, { ...set('b'), at: 'once' })];
    expect(changesToVersions(unread, minuteOf)).toHaveLength(2);
  });

  test('work on another record in between does not part an entry', () => {
    const versions = changesToVersions(
      [
        change(1, 0, { set: { name: 'A' } }),
        change(2, 1, { record: 'm2', set: { name: 'B' } }),
        change(3, 2, { set: { purpose: 'Sleep' } }),
      ],
      minuteOf,
    );
    expect(versions.map(({ record, last }) => [record, last.id])).toEqual([
      ['m1', 'c3'],
      ['m2', 'c2'],
    ]);
  });

  test('every word in between is told, and a correction shows as one', () => {
    const versions = changesToVersions(
      ['Sleep', 'Sleep', 'Nerves', 'Sleep'].map((purpose, place) => change(place + 1, place, { set: { purpose } })),
      minuteOf,
    );
    expect(versions[0]?.fields[0]?.wrote.map(({ value }) => value)).toEqual(['Sleep', 'Nerves', 'Sleep']);
  });

  test('taken out and brought back are told in the order they were done', () => {
    const versions = changesToVersions([change(1, 0, { removed: true }), change(2, 1, { removed: false })], minuteOf);
    expect(versions).toMatchObject([{ removals: [true, false], fields: [] }]);
  });

  test('whatever the log, every change is in one entry, latest first, and each entry begins where the one before ended', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const versions = changesToVersions(changes, minuteOf);
        const places = versions.map(({ last }) => last);
        expect(places).toEqual([...places].sort((a, b) => compareChanges(b, a)));
        for (const { part, record, by, last } of versions) expect(last).toMatchObject({ part, record, by });
        const told = versions.reduce((sum, { removals }) => sum + removals.length, 0);
        expect(told).toBe(changes.filter(({ removed }) => removed !== undefined).length);
        const now = new Map<string, unknown>();
        for (const { part, record, fields } of [...versions].reverse()) {
          for (const { field, before, wrote } of fields) {
            const key = `${part}/${record}/${field}`;
            const stood = (now.get(key) ?? null) as typeof before;
            expect(isSameValue(before, stood)).toBe(true);
            now.set(key, wrote.at(-1));
          }
        }
        const passport = fold(changes);
        for (const [key, entry] of now) {
          const [part = '', record = '', field = ''] = key.split('/');
          expect(isSameValue(recordOf(passport, part, record)?.entries[field], entry as never)).toBe(true);
        }
      }),
    );
  });
});

describe('putting a whole record back as it was', () => {
  const log = [
    change(1, 0, { set: { name: 'Amitriptyline', purpose: 'Sleep' } }),
    change(2, 20, { lang: 'pl', set: { purpose: 'Nerwy', dose: 'jedna' } }),
    change(3, 40, { lang: 'ar', set: { purpose: 'النوم' } }),
    change(4, 60, { removed: true }),
  ];

  test('says exactly what would change, and brings it back when it was taken out', () => {
    const back = differenceTo(medicines, log, log[0] as Change);
    expect(back?.bringsBack).toBe(true);
    expect(back?.fields.map(({ field, now, was }) => [field, now?.value, was?.value])).toEqual([
      ['purpose', 'النوم', 'Sleep'],
      ['dose', 'jedna', undefined],
    ]);
  });

  test('is not offered when nothing would change, or when it was taken out then', () => {
    const here = log.slice(0, 3);
    expect(differenceTo(medicines, here, log[2] as Change)).toBeNull();
    expect(differenceTo(medicines, log, log[3] as Change)).toBeNull();
  });

  test('words keep their language, there and back again', () => {
    const back = differenceTo(medicines, log, log[1] as Change);
    const edits = putBackToEdits('medicines', 'm1', back as never, 'en-GB');
    const put = withEdits(log, edits);
    expect(recordOf(fold(put), 'medicines', 'm1')?.entries['purpose']).toMatchObject({ value: 'Nerwy', lang: 'pl' });
  });

  test('whatever was written, all of it that a form asks for is as it was, and one step undoes it', () => {
    fc.assert(
      fc.property(anyChanges, fc.nat(), (changes, place) => {
        const last = changes[place % Math.max(changes.length, 1)];
        if (!last) return;
        const part = partOf(last.part) as Part;
        const mine = changes.filter((one) => one.part === last.part && one.record === last.record);
        const back = differenceTo(part, mine, last);
        if (!back) return;
        const edits = putBackToEdits(last.part, last.record, back, 'en-GB');
        const put = withEdits(changes, edits);
        const was = recordOf(fold(mine.filter((one) => compareChanges(one, last) <= 0)), last.part, last.record);
        const now = recordOf(fold(put), last.part, last.record);
        expect(now?.removed).toBe(false);
        for (const field of Object.keys(part.fields).filter((id) => !part.fields[id]?.silent)) {
          expect(isSameValue(now?.entries[field], was?.entries[field])).toBe(true);
        }
        const before = fold(changes);
        const undone = withEdits(
          put,
          [...edits].reverse().map((edit) => ({ lang: 'en-GB', ...undoOf(before, edit) })),
        );
        const again = recordOf(fold(undone), last.part, last.record);
        for (const field of Object.keys(part.fields)) {
          expect(isSameValue(again?.entries[field], recordOf(before, last.part, last.record)?.entries[field])).toBe(
            true,
          );
        }
        expect(again?.removed).toBe(recordOf(before, last.part, last.record)?.removed);
      }),
    );
  });
});

describe('earlier versions, to be removed for ever', () => {
  test('are the changes of which nothing stands', () => {
    const log = [
      change(1, 0, { set: { name: 'Amitriptyline' } }),
      change(2, 1, { set: { purpose: 'what my sister said' } }),
      change(3, 2, { set: { purpose: 'Sleep' } }),
      change(4, 3, { removed: true }),
      change(5, 4, { removed: false }),
    ];
    expect(earlierVersions(fold(log), medicines, log)).toEqual({ ids: ['c2', 'c4'], again: [] });
    const whole = log.filter(({ id }) => id !== 'c2' && id !== 'c4');
    expect(earlierVersions(fold(whole), medicines, whole)).toBeNull();
    expect(earlierVersions(emptyPassport, medicines, [])).toBeNull();
  });

  test('a change that says two things goes when one of them is past; the other is said again by whoever wrote it', () => {
    const log = [
      change(1, 0, { by: 'Leyla', lang: 'tr', part: 'matters', record: 'matters', set: { most: 'x', people: 'Ada' } }),
      change(2, 9, { part: 'matters', record: 'matters', set: { most: 'My garden' } }),
    ];
    const earlier = earlierVersions(fold(log), matters, log);
    expect(earlier).toEqual({
      ids: ['c1'],
      again: [{ by: 'Leyla', edit: { part: 'matters', record: 'matters', lang: 'tr', set: { people: 'Ada' } } }],
    });
  });

  test('a medicine keeps its place in the list', () => {
    const log = [
      change(1, 0, { set: { name: 'Amytriptiline' } }),
      change(2, 1, { record: 'm2', set: { name: 'Baclofen' } }),
      change(3, 2, { set: { name: 'Amitriptyline' } }),
    ];
    const mine = log.filter(({ record }) => record === 'm1');
    const earlier = earlierVersions(fold(log), medicines, mine);
    const edits = earlier?.again.map(({ edit }) => edit) ?? [];
    const left = withEdits(log, edits).filter(({ id }) => !earlier?.ids.includes(id));
    expect(listOf(fold(left), medicines).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  test('whatever was written, what stands stays word for word, by the same people, and nothing past is left', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        for (const part of parts as readonly Part[]) {
          const [any] = changes.filter((one) => one.part === part.id);
          if (!any) continue;
          const mine = changes.filter((one) => one.part === part.id && one.record === any.record);
          const passport = fold(changes);
          const earlier = earlierVersions(passport, part, mine);
          if (!earlier) continue;
          const again = earlier.again.reduce((log, { edit, by }) => withEdits(log, [edit], by), changes);
          const left = again.filter(({ id }) => !earlier.ids.includes(id));
          const kept = recordOf(fold(left), part.id, any.record);
          const before = recordOf(passport, part.id, any.record);
          if (before && Object.keys(before.entries).length === 0 && !before.removal) continue;
          expect(said(kept)).toEqual(said(before));
          const ids = left.filter((one) => one.part === part.id && one.record === any.record);
          expect(earlierVersions(fold(left), part, ids)).toBeNull();
          if (before && !before.removed) {
            expect(listOf(fold(left), part).map(({ id }) => id)).toEqual(listOf(passport, part).map(({ id }) => id));
          }
        }
      }),
    );
  });
});
