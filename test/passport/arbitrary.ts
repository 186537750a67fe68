import fc from 'fast-check';
import { parts } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { emptyShare, privateTicks } from '#passport/extract.ts';
import type { Choice, Field, Value } from '#passport/field.ts';
import type { Passport } from '#passport/fold.ts';
import { fieldsOf, type Part } from '#passport/part.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import type { Share } from '#passport/telling.ts';
import { terms } from '#passport/terms.ts';

/** Texts a form can meet: any code points, odd marks, right-to-left, NUL, lone surrogates, a very long paste. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '5-7',
      'من ٢٠٠ إلى 400 mg',
      '\u200f5-7\u200e',
      'a\u0000b',
      '\u2067x\u2069',
      '👩🏽‍🦽 e\u0301\u0323 🇬🇧',
      '\ufeffstarts with a mark',
      '__proto__',
      'first line\nsecond line',
      ' ',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0xd7f0, max: 0xe00f }), { maxLength: 6 })
      .map((units) => String.fromCharCode(...units)),
  },
);

/** Fifty thousand characters in one note. */
export const longText: fc.Arbitrary<string> = fc
  .string({ unit: 'binary', minLength: 20, maxLength: 50 })
  .map((some) => [...some.repeat(2_500)].slice(0, 50_000).join(''));

const anyLang = fc.constantFrom('en-GB', 'en-GB', 'en-GB', 'pl', 'ar', 'so', '');
const pad = (value: number, length: number) => String(value).padStart(length, '0');

export const anyDate: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 9_999 }).map((year) => pad(year, 4)),
  fc
    .tuple(fc.integer({ min: 1900, max: 2050 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${pad(month, 2)}`),
  fc
    .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`),
  anyText,
);

function anyChoice(field: Field): fc.Arbitrary<Choice> {
  const own = anyText.map((text) => ({ own: text }));
  const newer = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 });
  if (!field.set) return fc.oneof(own, newer);
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...Object.keys(terms[field.set])) }, own, newer);
}

export function anyValue(field: Field): fc.Arbitrary<Value> {
  switch (field.kind) {
    case 'text':
    case 'long':
      return anyText;
    case 'date':
      return anyDate;
    case 'term':
    case 'link':
      return anyChoice(field);
    case 'terms':
      return fc.array(anyChoice(field), { maxLength: 5 });
    case 'steps':
    case 'order':
      return fc.array(anyText, { maxLength: 5 });
    case 'contacts':
      return fc.array(fc.record({ name: anyText, phone: anyText, when: anyText }), { maxLength: 3 });
    case 'yes':
      return fc.boolean();
  }
}

function anySet(part: Part): fc.Arbitrary<Record<string, Value | null>> {
  const fields = Object.entries(fieldsOf(part)).filter(([, field]) => field.kind !== 'order');
  return fc
    .record(Object.fromEntries(fields.map(([id, field]) => [id, fc.option(anyValue(field), { freq: 8 })])), {
      requiredKeys: [],
      noNullPrototype: true,
    })
    .map((set) => set as Record<string, Value | null>);
}

/** One edit of the real catalogue; its number and id come later. */
function anyEdit(): fc.Arbitrary<Omit<Change, 'id' | 'n'>> {
  return fc.constantFrom<Part>(...parts).chain((part) => {
    const record = part.many ? fc.constantFrom(part.id, 'r1', 'r2', 'r3') : fc.constant(part.id);
    return fc
      .record(
        { record, lang: anyLang, set: anySet(part), removed: fc.boolean(), by: fc.constantFrom('', 'Ada') },
        { requiredKeys: ['record', 'lang', 'set', 'by'], noNullPrototype: true },
      )
      .map((edit) => ({ ...edit, part: part.id, at: '2026-11-21T09:00:00.000Z' }));
  });
}

/** Changes with ids of their own and numbers that collide, in no order. */
export const anyChanges: fc.Arbitrary<readonly Change[]> = fc
  .array(fc.tuple(anyEdit(), fc.integer({ min: 1, max: 6 })), { maxLength: 14 })
  .map((edits) => edits.map(([edit, n], place) => ({ ...edit, n, id: `c${place}` })));

/** A share for any reader, with parts left out and private things ticked. */
export function anyShare(passport: Passport): fc.Arbitrary<Share> {
  const ticks = privateTicks(passport).map(({ key }) => key);
  return fc
    .record({
      reader: fc.constantFrom(...(Object.keys(readers) as ReaderId[])),
      without: fc.subarray<string>([...parts.map(({ id }) => id), 'medicines/r1'], { maxLength: 3 }),
      withPrivate: fc.subarray(ticks),
    })
    .map(({ reader, without, withPrivate }) => ({
      reader,
      without: new Set([...emptyShare(reader).without, ...without]),
      withPrivate: new Set(withPrivate),
    }));
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same plain data with every lone surrogate as U+FFFD: the one thing UTF-8 cannot carry. */
export function wellFormed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'string' ? item.replace(loneSurrogate, '\ufffd') : item,
  ) as T;
}
