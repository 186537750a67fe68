import { describe, expect, test } from 'vitest';
import { noPresses, press, within } from '#app/hide/three-shifts.ts';

type Step = Parameters<typeof press>[1];

/** Presses one after the other, so many milliseconds apart; gives the count after each. */
function counts(steps: readonly Step[], apart = 100): readonly number[] {
  let presses = noPresses;
  return steps.map((step, at) => {
    presses = press(presses, step, at * apart);
    return presses.count;
  });
}

const shift: readonly Step[] = ['shift-down', 'shift-up'];
/** Shift held while a letter is typed. */
const capital: readonly Step[] = ['shift-down', 'other', 'shift-up'];

describe('Shift three times', () => {
  test('counts each press as it comes up', () => {
    expect(counts([...shift, ...shift, ...shift])).toEqual([0, 1, 1, 2, 2, 3]);
  });

  test('is never three capital letters', () => {
    expect(Math.max(...counts([...capital, ...capital, ...capital, ...capital]))).toBe(0);
  });

  test('begins again after any other key', () => {
    expect(counts([...shift, ...shift, 'other', ...shift]).at(-1)).toBe(1);
  });

  test('begins again when the first was more than five seconds ago', () => {
    let presses = noPresses;
    for (const at of [0, 2_000, within + 1]) {
      presses = press(presses, 'shift-down', at);
      presses = press(presses, 'shift-up', at);
    }
    expect(presses.count).toBe(1);
  });

  test('a key let go that was pressed before the page was there counts nothing', () => {
    expect(counts(['shift-up', 'shift-up', 'shift-up'])).toEqual([0, 0, 0]);
  });
});
