import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, compareChanges, largestN, merge, readChange } from '#passport/change.ts';
import { apply, fold } from '#passport/fold.ts';
import { editsToChanges, newId } from '#passport/write.ts';
import { casesOf } from '../cases-of.ts';
import { anyChanges, wellFormed } from './arbitrary.ts';

const two = fc.tuple(anyChanges, fc.nat(14), fc.nat(14));
const good: Change = {
  id: 'a',
  n: 1,
  at: '',
  by: '',
  lang: 'en-GB',
  part: 'me',
  record: 'me',
  set: { preferredName: 'Rosa' },
};

test('putting a log together with itself changes nothing', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      expect(merge(changes, changes)).toEqual(merge(changes, []));
      expect(merge(changes, [])).toHaveLength(changes.length);
    }),
  );
});

test('it makes no difference which phone takes in the other', () => {
  fc.assert(
    fc.property(two, ([changes, a, b]) => {
      const mine = changes.slice(0, a);
      const theirs = changes.slice(b);
      expect(merge(mine, theirs)).toEqual(merge(theirs, mine));
      expect(fold(merge(mine, theirs))).toEqual(apply(fold(mine), theirs));
    }),
  );
});

test('three logs give the same whichever two come together first', () => {
  fc.assert(
    fc.property(two, ([changes, a, b]) => {
      const [x, y, z] = [changes.slice(0, a), changes.slice(b), changes.slice(a, b)];
      expect(merge(merge(x, y), z)).toEqual(merge(x, merge(y, z)));
    }),
  );
});

test('two different changes under one id, which only a forger makes, still come out alike everywhere', () => {
  const forged = { ...good, set: { preferredName: 'Mallory' } };
  expect(merge([good], [forged])).toEqual(merge([forged], [good]));
  expect(merge([good], [forged])).toHaveLength(1);
});

test('changes have one order, the same on every device', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const ordered = merge(changes, []);
      for (const [at, one] of ordered.slice(1).entries())
        expect(compareChanges(ordered[at] as Change, one)).toBeLessThan(0);
    }),
  );
});

test('every change a person can make is read back from JSON', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      for (const one of changes)
        expect(readChange(JSON.parse(JSON.stringify(wellFormed(one))))).toEqual(wellFormed(one));
    }),
  );
});

test('a forged change is refused whole', () => {
  expect(readChange(good)).toEqual(good);
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);
  for (const bad of [
    null,
    [],
    'x',
    { ...good, n: 0 },
    { ...good, n: 1.5 },
    { ...good, n: largestN + 1 },
    { ...good, n: Number.NaN },
    { ...good, id: '' },
    { ...good, id: 'a b' },
    { ...good, id: 'x'.repeat(65) },
    { ...good, part: '__proto__' },
    { ...good, record: 'constructor' },
    { ...good, record: 'toString' },
    { ...good, lang: 'x'.repeat(36) },
    { ...good, extra: 1 },
    { ...good, set: { valueOf: 'x' } },
    { ...good, set: { later: nested(6) } },
    { ...good, set: { later: JSON.parse('{"__proto__": {"polluted": true}}') } },
    { ...good, set: { preferredName: 'x'.repeat(120_001) } },
    { ...good, removed: 'yes' },
  ]) {
    expect(readChange(bad)).toBeNull();
  }
  const sly = JSON.parse('{"__proto__": {"polluted": true}, "preferredName": "Rosa"}') as Record<string, string>;
  expect(readChange({ ...good, set: sly })).toEqual(good);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('any JSON at all is a change or nothing', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const read = readChange(JSON.parse(json));
      if (read) expect(read.n).toBeGreaterThan(0);
    }),
    { numRuns: casesOf(2_000) },
  );
});

test('fields from a newer version are kept as they came', () => {
  const later = { ...good, part: 'laterPart', set: { later: { deep: [{ x: 1 }, null, true] } } };
  expect(readChange(later)).toEqual(later);
});

test('new changes come after everything known, each with an id of its own', () => {
  let next = 0;
  const world = {
    now: () => new Date(0),
    random: (count: number) => Uint8Array.from({ length: count }, () => next++ & 255),
  };
  const edits = [
    { part: 'me', record: 'me', set: { preferredName: 'Rosa' } },
    { part: 'me', record: 'me', removed: true },
  ];
  const changes = editsToChanges(fold([{ ...good, n: 41 }]), edits, { by: '', lang: 'pl' }, world);
  expect(changes.map(({ n }) => n)).toEqual([42, 43]);
  expect(new Set(changes.map(({ id }) => id)).size).toBe(2);
  expect(changes.every((one) => readChange(one) !== null)).toBe(true);
  expect(newId(world)).toMatch(/^[\w-]{16}$/);
});
