import { expect, test } from 'vitest';
import type { Change } from '#passport/change.ts';
import { isEmptyValue, type Value } from '#passport/field.ts';
import { fold, listOf } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';

test('an order that is no list leaves the list in the order it came', () => {
  const change = (n: number, record: string, set: object) =>
    ({ id: `c${n}`, n, at: '', by: '', lang: 'en-GB', part: 'medicines', record, set }) as Change;
  const passport = fold([
    change(1, 'a', { name: 'x' }),
    change(2, 'b', { name: 'y' }),
    change(3, 'medicines', { order: 5 }),
  ]);
  expect(listOf(passport, medicines).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a value of no shape known here is not empty, and breaks nothing', () => {
  for (const value of [5, [5], { own: 5 }, [null], { later: {} }]) {
    expect(isEmptyValue(value as unknown as Value)).toBe(false);
  }
});
