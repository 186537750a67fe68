import { expect, test } from 'vitest';
import { lockDue, notAhead } from '#app/lock-due.ts';

const minute = 60_000;
const usual = { hidden: 2, idle: 5 };

test('a page in sight locks five minutes after the last touch, a hidden one after two', () => {
  expect(lockDue({ usedAt: 0, hiddenAt: null }, usual, 4 * minute)).toBe(minute);
  expect(lockDue({ usedAt: 0, hiddenAt: null }, usual, 5 * minute)).toBe(0);
  expect(lockDue({ usedAt: 0, hiddenAt: 0 }, usual, minute)).toBe(minute);
  expect(lockDue({ usedAt: 0, hiddenAt: 0 }, usual, 9 * minute)).toBe(0);
});

test('whichever comes first counts', () => {
  expect(lockDue({ usedAt: 0, hiddenAt: 4 * minute }, usual, 4.5 * minute)).toBe(0.5 * minute);
});

test('hidden can be at once, and untouched can be never', () => {
  expect(lockDue({ usedAt: 0, hiddenAt: 7 }, { hidden: 0, idle: 5 }, 7)).toBe(0);
  expect(lockDue({ usedAt: 0, hiddenAt: null }, { hidden: 0, idle: 0 }, 1e12)).toBe(null);
  expect(lockDue({ usedAt: 0, hiddenAt: 0 }, { hidden: 2, idle: 0 }, minute)).toBe(minute);
});

test('a clock put back by an hour leaves nothing open for an hour', () => {
  const watched = notAhead({ usedAt: 60 * minute, hiddenAt: 60 * minute }, minute);
  expect(lockDue(watched, usual, minute)).toBe(2 * minute);
});
