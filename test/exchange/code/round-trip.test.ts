import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '#exchange/code/decode.ts';
import { cardLength, encode } from '#exchange/code/encode.ts';
import { dateToItem, itemToDate } from '#exchange/code/kinds.ts';
import { partOf, parts } from '#passport/catalogue.ts';
import { type Extract, type ExtractPart, emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { casesOf } from '../../cases-of.ts';
import { anyChanges, anyDate, anyShare, anyValue, longText, wellFormed } from '../../passport/arbitrary.ts';

const blank: Extract = {
  reader: 'gp',
  made: '2026-11-21',
  lang: 'en-GB',
  example: false,
  parts: [],
  leftOut: {},
  shortened: {},
};
const unaged = { checked: null, written: null, none: false } as const;

async function expectSame(extract: Extract) {
  expect(await decode(await encode(extract))).toStrictEqual({ ok: true, extract: wellFormed(extract), newer: 0 });
}

test('whatever a person shares comes back exactly as it was picked', async () => {
  const shared = anyChanges
    .map(fold)
    .chain((passport) => fc.tuple(fc.constant(passport), anyShare(passport), fc.boolean()));
  await fc.assert(
    fc.asyncProperty(shared, async ([passport, share, example]) =>
      expectSame(pick(passport, share, '2026-11-21', example)),
    ),
    { numRuns: casesOf(400) },
  );
});

test('every field of every part comes back, told in confidence or not, in its own language', async () => {
  for (const part of parts as readonly Part[]) {
    for (const [id, field] of Object.entries(part.fields)) {
      const told = fc.record(
        { value: anyValue(field), lang: fc.constantFrom('en-GB', 'ar'), confidence: fc.constant(true as const) },
        { requiredKeys: ['value', 'lang'], noNullPrototype: true },
      );
      await fc.assert(
        fc.asyncProperty(told, (one) =>
          expectSame({ ...blank, parts: [{ part: part.id, ...unaged, records: [{ [id]: one }] }] }),
        ),
        { numRuns: 12 },
      );
    }
  }
});

test('fifty thousand characters in one note come back, mixed languages and all', async () => {
  await fc.assert(
    fc.asyncProperty(longText, fc.constantFrom('ar', 'en-GB'), (value, lang) => {
      const record = { inMyWords: { value, lang }, usual: { value: 'as ever', lang: 'en-GB' } };
      return expectSame({ ...blank, parts: [{ part: 'words', ...unaged, checked: '2026-11', records: [record] }] });
    }),
    { numRuns: 10 },
  );
});

test('what is left out, none that I know of, and an example are all carried', async () => {
  const none = { part: 'allergies', ...unaged, checked: '2026-11-20', none: true, records: [] };
  const empty = { part: 'goals', ...unaged, records: [] };
  const shortened = { medicines: 1, problems: 130 };
  await expectSame({ ...blank, example: true, parts: [none, empty], leftOut: { medicines: 3, team: 200 }, shortened });
});

test('when a part was written, that a list is not everything, and “none” beside a record are all carried', async () => {
  const anyMonth = fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
  const anyPart = fc.record({
    part: fc.constantFrom('allergies', 'medicines', 'problems', 'goals'),
    checked: fc.option(fc.constantFrom('2026-11-20', '2012')),
    written: fc.option(fc.oneof(anyMonth, fc.constant('2026-11-20'))),
    none: fc.boolean(),
    isPartial: fc.boolean(),
    count: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(anyPart, { selector: ({ part }) => part }), async (some) => {
      const parts = some.map(({ isPartial, count, ...part }): ExtractPart => {
        const title = (partOf(part.part) as Part).title;
        const records = Array.from({ length: count }, (_, at) => ({ [title]: { value: `${at}`, lang: 'ar' } }));
        return { ...part, ...(isPartial ? { partial: true } : {}), records };
      });
      await expectSame({ ...blank, parts });
    }),
    { numRuns: casesOf(300) },
  );
});

test('a lone surrogate becomes one replacement character and nothing else changes', async () => {
  const records = [{ usual: { value: 'a\ud800b\udc00c 👩🏽', lang: 'en-GB' } }];
  const read = await decode(await encode({ ...blank, parts: [{ part: 'words', ...unaged, records }] }));
  expect(read.ok && read.extract.parts[0]?.records[0]?.['usual']?.value).toBe('a\ufffdb\ufffdc 👩🏽');
});

test('a date of any precision is one small number, and words about a date stay words', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(itemToDate(dateToItem(date))).toBe(date);
    }),
    { numRuns: casesOf(2_000) },
  );
  expect(dateToItem('about when my son was born')).toEqual({ words: 'about when my son was born' });
  expect(itemToDate({ number: 2 + 3 * (31 * 13 + 30) })).toBeUndefined();
});

test('a passport too large for a reader is known before it is sent', async () => {
  const records = Array.from({ length: 9 }, () => ({ notes: { value: 'x'.repeat(120_000), lang: 'en-GB' } }));
  const of = (some: typeof records) => ({
    ...blank,
    parts: [{ part: 'tried', ...unaged, records: some }],
  });
  expect(await cardLength(of(records))).toBe(Number.POSITIVE_INFINITY);
  expect(await decode(await encode(of(records)))).toEqual({ ok: false, problem: 'code-too-long' });
  expect(await cardLength(of(records.slice(1)))).toBeLessThan(2_000);
  await expectSame(of(records.slice(1)));
});

test('a passport with nothing in it still makes a code', async () => {
  await expectSame(pick(fold([]), emptyShare('emergency'), '2026-11-21'));
});
