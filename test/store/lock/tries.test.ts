import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterWrong, noTries, readTries, type Tries, waitAfter, waitLeft } from '#store/lock/tries.ts';

const now = Date.parse('2026-11-21T09:00:00Z');
const minutes = (count: number) => count * 60_000;

function wrong(times: number, at = now): Tries {
  let tries = noTries;
  for (let count = 0; count < times; count++) tries = afterWrong(tries, at);
  return tries;
}

describe('wrong tries', () => {
  test('three are free; then they slow down, to five minutes at most', () => {
    const waits = Array.from({ length: 12 }, (_, tries) => waitAfter(tries) / 1000);
    expect(waits).toEqual([0, 0, 0, 0, 5, 15, 30, 60, 120, 300, 300, 300]);
    expect(waitAfter(1_000_000)).toBe(minutes(5));
  });

  test('the wait runs out as time goes by, and never takes anything away', () => {
    const tries = wrong(5);
    expect(waitLeft(tries, now)).toBe(15_000);
    expect(waitLeft(tries, now + 10_000)).toBe(5_000);
    expect(waitLeft(tries, now + 15_000)).toBe(0);
    expect(waitLeft(noTries, now)).toBe(0);
  });

  test('survive being kept and read back', () => {
    expect(readTries(JSON.parse(JSON.stringify(wrong(7))), now + 1000)).toEqual(wrong(7));
  });

  test('a clock put back years locks no one out for longer than the longest wait', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 0, max: 10 * 365 * 24 * 3_600_000 }), (count, back) => {
        const later = now - back;
        const read = readTries(wrong(count), later);
        expect(waitLeft(read, later)).toBeLessThanOrEqual(waitAfter(count));
        expect(waitLeft(readTries(read, later + minutes(5)), later + minutes(5))).toBe(0);
      }),
    );
  });

  test('what was kept and is nonsense counts as none', () => {
    for (const kept of [null, 3, 'x', [], {}, { tries: -1, at: 0 }, { tries: 1.5, at: 0 }, { tries: 4, at: null }]) {
      expect(readTries(kept, now)).toEqual(noTries);
    }
    expect(waitLeft(readTries({ tries: Number.MAX_SAFE_INTEGER, at: -1e300 }, now), now)).toBe(0);
  });
});
