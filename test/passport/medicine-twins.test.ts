import { describe, expect, test } from 'vitest';
import type { Change } from '#passport/change.ts';
import type { Value } from '#passport/field.ts';
import { fold } from '#passport/fold.ts';
import { medicineTwins, twinsAreRight } from '#passport/medicine-twins.ts';

let count = 0;
const write = (record: string, set: Record<string, Value | null>): Change => {
  count += 1;
  return { id: `c${count}`, n: count, at: '', by: '', lang: 'en-GB', part: 'medicines', record, set };
};
const asked = (changes: readonly Change[]) =>
  medicineTwins(fold(changes)).map((twins) => twins.map(({ id }) => id).sort());
const answer = (changes: readonly Change[], at = 0): Change => {
  const passport = fold(changes);
  return write('medicines', twinsAreRight(passport, medicineTwins(passport)[at] ?? []).set ?? {});
};

describe('two entries of one name', () => {
  const two = [write('a', { name: 'Amitriptyline' }), write('b', { name: ' amitriptýline' })];

  test('are asked about, whatever their case, spaces and accents', () => {
    expect(asked(two)).toEqual([['a', 'b']]);
  });

  test('are not asked about when one is stopped or taken out, or neither has a name', () => {
    expect(asked([...two, write('a', { pattern: 'stopped' })])).toEqual([]);
    expect(asked([...two, { ...write('a', {}), removed: true }])).toEqual([]);
    expect(
      asked([write('a', { strength: '5 mg' }), write('b', { strength: '5 mg' }), write('c', { name: '–' })]),
    ).toEqual([]);
  });

  test('are not asked about again once both are right, whatever is moved or checked', () => {
    const said = [...two, answer(two)];
    expect(asked(said)).toEqual([]);
    expect(asked([...said, write('medicines', { order: ['b', 'a'], checked: '2026-11-30' })])).toEqual([]);
    expect(asked([...said, write('a', { reallyTake: 'half' })])).toEqual([]);
  });

  test('are asked about again when one of them changes, or a third joins them', () => {
    const said = [...two, answer(two)];
    expect(asked([...said, write('b', { dose: 'one at night' })])).toEqual([['a', 'b']]);
    expect(asked([...said, write('c', { name: 'Amitriptyline' })])).toEqual([['a', 'b', 'c']]);
  });

  test('keep their answer when others are answered, and an answer that no longer stands is let go', () => {
    const more = [...two, write('x', { name: 'Codeine' }), write('y', { name: 'codeine' })];
    const first = [...more, answer(more)];
    const second = [...first, answer(first)];
    expect(asked(second)).toEqual([]);
    const changed = [...second, write('a', { dose: 'one' })];
    const last = answer(changed);
    expect(last.set?.['twins']).toHaveLength(2);
    expect(asked([...changed, last])).toEqual([]);
  });
});
