import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToTally, emptyTally, isSameTally } from '#store/safe/tally.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[\w-]{1,24}$/), { maxLength: 60 });
const asChanges = (list: readonly string[]) => list.map((id) => ({ id }));

describe('counting changes', () => {
  it('comes to the same in any order and in any portions', () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(), (list, cut, turn) => {
        const whole = addToTally(emptyTally, asChanges(list));
        const from = list.length === 0 ? 0 : turn % list.length;
        const turned = [...list.slice(from), ...list.slice(0, from)].reverse();
        const at = cut % (list.length + 1);
        const first = addToTally(emptyTally, asChanges(turned.slice(0, at)));
        expect(addToTally(first, asChanges(turned.slice(at)))).toEqual(whole);
        expect(whole.count).toBe(list.length);
      }),
    );
  });

  it('tells a log from one that lacks a change, or has another in its place', () => {
    fc.assert(
      fc.property(ids, fc.nat(), (list, place) => {
        fc.pre(list.length > 0);
        const whole = addToTally(emptyTally, asChanges(list));
        const at = place % list.length;
        const without = addToTally(emptyTally, asChanges(list.toSpliced(at, 1)));
        const other = addToTally(emptyTally, asChanges(list.toSpliced(at, 1, `${list[at]}~`)));
        expect(isSameTally(without, whole)).toBe(false);
        expect(isSameTally(other, whole)).toBe(false);
        expect(other.count).toBe(whole.count);
      }),
    );
  });

  it('counts a change once that comes twice', () => {
    expect(addToTally(emptyTally, asChanges(['a', 'b', 'a']))).toEqual(addToTally(emptyTally, asChanges(['a', 'b'])));
  });

  it('gives 100,000 changes 100,000 different digests', () => {
    const list = Array.from({ length: 100_000 }, (_, at) => `id${at}`);
    expect(new Set(list.map((id) => addToTally(emptyTally, [{ id }]).digest)).size).toBe(100_000);
  });
});
