import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, merge } from '#passport/change.ts';
import { type Clash, clashes, clashesToEdits, clashKey } from '#passport/clash.ts';
import { compare, contentsOf, isSameWritten } from '#passport/compare.ts';
import { apply, emptyPassport, fold, type Passport, recordOf } from '#passport/fold.ts';
import { editsToChanges } from '#passport/write.ts';
import { casesOf } from '../cases-of.ts';
import { anyChanges } from './arbitrary.ts';
import { personToChanges } from './person.ts';

let made = 0;
const world = {
  now: () => new Date(0),
  random: (count: number) => Uint8Array.from({ length: count }, () => made++ * 7),
};

let n = 0;
function change(part: string, record: string, set: Change['set'], more: Partial<Change> = {}): Change {
  n += 1;
  const at = '2026-11-21T09:00:00.000Z';
  return { id: `x${n}`, n, at, by: '', lang: 'en-GB', part, record, ...(set ? { set } : {}), ...more };
}

const twoLogs = fc.tuple(anyChanges, anyChanges, anyChanges).map(([common, mine, theirs]) => [
  [...common, ...mine.map((one) => ({ ...one, id: `m${one.id}`, n: one.n + 6 }))],
  [...common, ...theirs.map((one) => ({ ...one, id: `t${one.id}`, n: one.n + 6 }))],
]) as fc.Arbitrary<[Change[], Change[]]>;

describe('two passports side by side', () => {
  test('that show the same differ in nothing', () => {
    const passport = fold(personToChanges());
    expect(compare(passport, passport)).toEqual({ parts: [], private: 0, newer: 0 });
  });

  test('tell what only one has, and what both have and tell differently', () => {
    const common = [
      change('medicines', 'a', { name: 'Amitriptyline' }),
      change('medicines', 'b', { name: 'Tramadol' }),
    ];
    const mine = fold([
      ...common,
      change('medicines', 'mine', { name: 'X' }),
      change('medicines', 'b', { dose: '50 mg' }),
    ]);
    const theirs = fold([...common, change('medicines', 'theirs', { name: 'Y' })]);
    expect(compare(mine, theirs).parts).toEqual([
      { part: 'medicines', onlyMine: ['mine'], onlyTheirs: ['theirs'], different: ['b'], rest: false },
    ]);
  });

  test('do not differ by what was taken out on one side and never was on the other, nor by who wrote it', () => {
    const mine = fold([change('goals', 'g', { goal: 'Walk' }), change('goals', 'g', undefined, { removed: true })]);
    expect(compare(mine, emptyPassport).parts).toEqual([]);
    const [a, b] = [change('words', 'words', { label: 'x' }), change('words', 'words', { label: 'x' }, { by: 'Ada' })];
    expect(compare(fold([a]), fold([b])).parts).toEqual([]);
  });

  test('tell “none that I know of” and the person’s own order apart', () => {
    const mine = fold([change('allergies', 'allergies', { none: true })]);
    expect(compare(mine, emptyPassport).parts).toMatchObject([{ part: 'allergies', rest: true }]);
    const list = [change('goals', 'a', { goal: '1' }), change('goals', 'b', { goal: '2' })];
    const turned = fold([...list, change('goals', 'goals', { order: ['b', 'a'] })]);
    expect(compare(fold(list), turned).parts).toMatchObject([{ part: 'goals', different: [], rest: true }]);
  });

  test('count what is private and never name it', () => {
    const held = change('problems', 'held', { original: 'Something', recordName: 'Something' });
    const alone = change('me', 'me', { alone: 'yes' });
    const theirs = fold([held, alone]);
    const isHeld = compare(emptyPassport, theirs);
    expect(isHeld).toEqual({ parts: [], private: 2, newer: 0 });
    expect(JSON.stringify(contentsOf(theirs))).not.toContain('held');
  });

  test('from a newer version are counted by their records', () => {
    const theirs = fold([change('dreams', 'd1', { colour: 'blue' }), change('dreams', 'd2', { colour: 'red' })]);
    expect(compare(emptyPassport, theirs)).toEqual({ parts: [], private: 0, newer: 2 });
    expect(contentsOf(theirs).newer).toBe(2);
  });

  test('differ alike from both ends', () => {
    fc.assert(
      fc.property(twoLogs, ([a, b]) => {
        const [one, other] = [compare(fold(a), fold(b)), compare(fold(b), fold(a))];
        expect(other.private).toBe(one.private);
        expect(
          other.parts.map(({ part, onlyMine, onlyTheirs, different, rest }) => ({
            part,
            onlyMine: onlyTheirs,
            onlyTheirs: onlyMine,
            different: [...different].sort(),
            rest,
          })),
        ).toEqual(one.parts.map((part) => ({ ...part, different: [...part.different].sort() })));
      }),
    );
  });
});

describe('what both sides changed', () => {
  const common = [change('medicines', 'a', { name: 'Tramadol', dose: '50 mg' })];

  test('since they were one, to different values, is for the person to say', () => {
    const mine = [...common, change('medicines', 'a', { dose: '100 mg' })];
    const theirs = [...common, change('medicines', 'a', { dose: '25 mg' })];
    expect(clashes(mine, theirs)).toMatchObject([
      {
        part: 'medicines',
        record: 'a',
        field: 'dose',
        mine: { value: '100 mg' },
        theirs: { value: '25 mg' },
        private: false,
      },
    ]);
  });

  test('to the same value, or on one side only, is not', () => {
    const mine = [...common, change('medicines', 'a', { dose: '100 mg' })];
    expect(clashes(mine, [...common, change('medicines', 'a', { dose: '100 mg' })])).toEqual([]);
    expect(clashes(mine, common)).toEqual([]);
    expect(clashes(common, mine)).toEqual([]);
    expect(clashes(mine, [...common, change('medicines', 'a', { purpose: 'pain' })])).toEqual([]);
  });

  test('is told when one took out what the other went on writing in', () => {
    const gone = [...common, change('medicines', 'a', undefined, { removed: true })];
    const more = [...common, change('medicines', 'a', { purpose: 'pain' })];
    expect(clashes(gone, more)).toMatchObject([{ record: 'a', field: null, removedMine: true }]);
    expect(clashes(more, gone)).toMatchObject([{ record: 'a', field: null, removedMine: false }]);
    expect(clashes(gone, common)).toEqual([]);
  });

  test('is private where the field or the record is', () => {
    const mine = [change('me', 'me', { alone: 'yes' })];
    const theirs = [change('me', 'me', { alone: 'no' })];
    expect(clashes(mine, theirs)).toMatchObject([{ field: 'alone', private: true }]);
  });

  test('ends as the person said, whatever they say, and merging again asks nothing', () => {
    fc.assert(
      fc.property(twoLogs, fc.infiniteStream(fc.boolean()), ([mine, theirs], say) => {
        const found = clashes(mine, theirs);
        const take = new Set(found.map(clashKey).filter(() => say.next().value));
        const merged = fold(merge(mine, theirs));
        const edits = clashesToEdits(merged, found, take);
        const settled = apply(merged, editsToChanges(merged, edits, { by: '', lang: 'en-GB' }, world));
        for (const clash of found) expectSaid(settled, clash, take.has(clashKey(clash)));
        const log = [...mine, ...theirs, ...editsToChanges(merged, edits, { by: '', lang: 'en-GB' }, world)];
        expect(clashes(log, theirs)).toEqual([]);
      }),
      { numRuns: casesOf(200) },
    );
  });
});

function expectSaid(settled: Passport, clash: Clash, isTheirs: boolean) {
  const record = recordOf(settled, clash.part, clash.record);
  if (clash.field === null) {
    expect(record?.removed).toBe(isTheirs ? !clash.removedMine : clash.removedMine);
    return;
  }
  const said = isTheirs ? clash.theirs : clash.mine;
  expect(record?.entries[clash.field]).toMatchObject({ value: said.value, lang: said.lang });
}

test('values say the same whatever the order of their pieces, and blank is blank', () => {
  expect(isSameWritten({ name: 'A', phone: '1', when: '' }, { when: '', phone: '1', name: 'A' })).toBe(true);
  expect(isSameWritten([{ own: 'x' }], [{ own: 'y' }])).toBe(false);
  expect(isSameWritten([1, 2], { 0: 1, 1: 2 })).toBe(false);
  for (const blank of [undefined, null, '', '  ', [], false]) expect(isSameWritten(blank, undefined)).toBe(true);
  expect(isSameWritten({ own: 5 }, 7)).toBe(false);
});
