import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, gonePart, merge } from '#passport/change.ts';
import { apply, emptyPassport, fold, recordOf } from '#passport/fold.ts';
import { idsToTombstones } from '#passport/write.ts';
import { anyChanges } from './arbitrary.ts';

const world = { now: () => new Date(0), random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

function change(n: number, record: string, rest: Partial<Change> = {}): Change {
  return { id: `c${n}`, n, at: '2026-11-01', by: '', lang: 'en-GB', part: 'medicines', record, ...rest };
}

/** A log, and tombstones for some of its records and single changes. */
const buried = anyChanges.chain((changes) =>
  fc.tuple(
    fc.constant(changes),
    fc
      .subarray([...new Set(changes.flatMap(({ id, record }) => [id, record]))])
      .map((ids) => idsToTombstones(fold(changes), ids.slice(0, 6), world)),
    fc.nat(changes.length),
  ),
);

test('what was removed for ever is in no merge, whichever side holds the tombstone', () => {
  fc.assert(
    fc.property(buried, ([changes, tombs, at]) => {
      const mine = merge(changes.slice(0, at), tombs);
      const theirs = merge(changes.slice(at), []);
      const merged = merge(mine, theirs);
      expect(merge(theirs, mine)).toEqual(merged);
      expect(merge(merged, theirs)).toEqual(merged);
      const gone = new Set(tombs.map(({ record }) => record));
      for (const { id, part, record } of merged) {
        if (part === gonePart) continue;
        expect(gone.has(id)).toBe(false);
        expect(record !== part && gone.has(record)).toBe(false);
      }
    }),
  );
});

test('merging is associative with tombstones among the changes', () => {
  fc.assert(
    fc.property(buried, buried, ([a, x], [others, y]) => {
      const b = others.map((one) => ({ ...one, id: `other-${one.id}` }));
      expect(merge(merge(a, x), merge(b, y))).toEqual(merge(a, merge(merge(x, b), y)));
    }),
  );
});

test('a record is gone from the passport whether its tombstone comes before or after it', () => {
  fc.assert(
    fc.property(buried, ([changes, tombs]) => {
      const records = tombs.filter(({ record }) => changes.some((one) => one.record === record));
      const early = apply(apply(emptyPassport, records), changes);
      const late = apply(apply(emptyPassport, changes), records);
      expect(late).toEqual(early);
      expect(late.parts).toEqual(fold(merge(changes, records)).parts);
      for (const { record } of records) {
        for (const part of Object.keys(late.parts)) {
          if (part !== gonePart && part !== record) expect(recordOf(late, part, record)).toBeUndefined();
        }
      }
    }),
  );
});

test('an earlier version removed for ever leaves the words that stand', () => {
  const log = [change(1, 'm', { set: { name: 'secret' } }), change(2, 'm', { set: { name: 'Paracetamol' } })];
  const merged = merge(log, idsToTombstones(fold(log), ['c1'], world));
  expect(JSON.stringify(merged)).not.toContain('secret');
  expect(recordOf(fold(merged), 'medicines', 'm')?.entries['name']?.value).toBe('Paracetamol');
});

test('no tombstone can take the one record of a single part', () => {
  const me = change(1, 'me', { part: 'me', set: { preferredName: 'Rosa' } });
  const merged = merge([me], idsToTombstones(fold([me]), ['me'], world));
  expect(merged).toContain(me);
  expect(recordOf(fold(merged), 'me', 'me')).toBeDefined();
});

test('a tombstone keeps a random id and nothing else', () => {
  const [tomb] = idsToTombstones(fold([change(4, 'm')]), ['m'], world);
  expect(tomb).toEqual({
    id: expect.stringMatching(/^[\w-]{16}$/),
    n: 5,
    at: '',
    by: '',
    lang: '',
    part: 'gone',
    record: 'm',
    removed: true,
  });
});
