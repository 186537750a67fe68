import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#passport/change.ts';
import {
  apply,
  emptyPassport,
  entryValue,
  fieldValue,
  fold,
  headOf,
  listOf,
  recordOf,
  recordsOf,
} from '#passport/fold.ts';
import { goals } from '#passport/parts/goals.ts';
import { me } from '#passport/parts/me.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { undoOf } from '#passport/write.ts';
import { anyChanges } from './arbitrary.ts';

const shuffled = anyChanges.chain((changes) =>
  fc.tuple(
    fc.constant(changes),
    fc.shuffledSubarray([...changes], { minLength: changes.length }),
    fc.nat(changes.length),
  ),
);

function change(n: number, record: string, rest: Partial<Change> = {}): Change {
  return { id: `c${n}`, n, at: `2026-11-${10 + n}`, by: '', lang: 'en-GB', part: 'medicines', record, ...rest };
}

test('the order in which changes arrive makes no difference', () => {
  fc.assert(
    fc.property(shuffled, ([changes, otherwise]) => {
      expect(fold(otherwise)).toEqual(fold(changes));
    }),
  );
});

test('changes added a few at a time make the same passport as all at once', () => {
  fc.assert(
    fc.property(shuffled, ([changes, otherwise, at]) => {
      expect(apply(apply(emptyPassport, otherwise.slice(0, at)), otherwise.slice(at))).toEqual(fold(changes));
    }),
  );
});

test('the same change twice is one change', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      expect(fold([...changes, ...changes])).toEqual(fold(changes));
    }),
  );
});

test('a record that is not touched is the very same record, and nothing is changed in place', () => {
  fc.assert(
    fc.property(shuffled, ([, changes, at]) => {
      const before = fold(changes.slice(0, at));
      const copy = structuredClone(before);
      const later = changes.slice(at);
      const after = apply(before, later);
      const touched = new Set(later.map(({ part, record }) => `${part}/${record}`));
      for (const [part, records] of Object.entries(before.parts)) {
        for (const [id, record] of Object.entries(records)) {
          if (!touched.has(`${part}/${id}`)) expect(after.parts[part]?.[id]).toBe(record);
        }
        if (!later.some((one) => one.part === part)) expect(after.parts[part]).toBe(records);
      }
      expect(before).toEqual(copy);
    }),
  );
  const passport = fold([change(1, 'a')]);
  expect(apply(passport, [])).toBe(passport);
});

test('the change with the highest number wins, whatever the clock said', () => {
  const early = change(3, 'a', { at: '2031-01-01', set: { name: 'Naproxen' } });
  const late = change(4, 'a', { at: '1999-01-01', set: { name: 'Ibuprofen' } });
  expect(fieldValue(medicines, recordOf(fold([late, early]), 'medicines', 'a'), 'name')).toBe('Ibuprofen');
});

test('of two changes with one number the same one wins on every phone', () => {
  const one = { ...change(3, 'a', { set: { name: 'Naproxen' } }), id: 'aa' };
  const other = { ...change(3, 'a', { set: { name: 'Ibuprofen' } }), id: 'bb' };
  for (const order of [
    [one, other],
    [other, one],
  ]) {
    expect(fieldValue(medicines, recordOf(fold(order), 'medicines', 'a'), 'name')).toBe('Ibuprofen');
  }
});

test('a removed record is gone from its list, keeps what it said, and comes back whole', () => {
  const written = change(1, 'a', { set: { name: 'Naproxen' } });
  const removed = change(2, 'a', { removed: true });
  expect(listOf(fold([written, removed]), medicines)).toEqual([]);
  const back = listOf(fold([change(3, 'a', { removed: false }), removed, written]), medicines);
  expect(back.map((record) => fieldValue(medicines, record, 'name'))).toEqual(['Naproxen']);
});

test('a list is in the order the person gave it, and what has no place yet comes after, oldest first', () => {
  const changes = ['a', 'b', 'c', 'd'].map((id, at) => change(at + 1, id, { part: 'goals', set: { what: id } }));
  const ordered = [...changes, change(9, 'goals', { part: 'goals', set: { order: ['c', 'gone', 'a'] } })];
  expect(listOf(fold(ordered), goals).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
});

test('a part of one record is its head, and a list never shows its head', () => {
  const passport = fold([
    change(1, 'me', { part: 'me', set: { preferredName: 'Rosa' } }),
    change(2, 'medicines', { set: { checked: '2026' } }),
  ]);
  expect(recordsOf(passport, me)).toEqual([headOf(passport, me)]);
  expect(recordsOf(passport, medicines)).toEqual([]);
});

test('what a newer version wrote is kept and not shown; blank is nothing', () => {
  const passport = fold([
    change(1, 'a', { set: { name: ['a', 'list'] as never, later: 'kept', purpose: '  ', helps: null } }),
    change(2, 'x', { part: 'laterPart', set: { later: 'kept' } }),
  ]);
  const record = recordOf(passport, 'medicines', 'a');
  expect(
    ['name', 'later', 'purpose', 'helps', 'toString'].map((field) => entryValue(medicines, record, field)),
  ).toEqual(Array.from({ length: 5 }, () => null));
  expect(record?.entries['later']?.value).toBe('kept');
  expect(record?.entries['name']?.value).toEqual(['a', 'list']);
  expect(passport.parts['laterPart']?.['x']?.entries['later']?.value).toBe('kept');
});

test('undo puts back what stood before, value by value', () => {
  const before = fold([change(1, 'a', { set: { name: 'Naproxen', strength: '250 mg' } })]);
  const edit = { part: 'medicines', record: 'a', set: { name: 'Ibuprofen', purpose: 'my knee' } };
  const after = apply(before, [change(2, 'a', { set: edit.set })]);
  const undone = apply(after, [change(3, 'a', undoOf(before, edit))]);
  const values = (passport: typeof before) =>
    ['name', 'strength', 'purpose'].map((field) => entryValue(medicines, recordOf(passport, 'medicines', 'a'), field));
  expect(values(undone)).toEqual(values(before));
  expect(listOf(undone, medicines)).toHaveLength(1);
});

test('undo of adding takes the record out again, and of removing brings it back', () => {
  const add = { part: 'medicines', record: 'a', set: { name: 'Naproxen' } };
  const added = fold([change(1, 'a', { set: add.set })]);
  expect(listOf(apply(added, [change(2, 'a', undoOf(emptyPassport, add))]), medicines)).toEqual([]);
  const remove = { part: 'medicines', record: 'a', removed: true };
  const gone = apply(added, [change(2, 'a', { removed: true })]);
  expect(listOf(apply(gone, [change(3, 'a', undoOf(added, remove))]), medicines)).toHaveLength(1);
});
