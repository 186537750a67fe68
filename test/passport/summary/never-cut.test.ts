import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partOf } from '#passport/catalogue.ts';
import { type Extract, type ExtractRecord, emptyShare, pick, type Told } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import type { Passport } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { lineToText } from '#passport/summary/phrase.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { valueToLines } from '#passport/summary/value-to-line.ts';
import type { Words } from '#passport/summary/words.ts';
import { casesOf } from '../../cases-of.ts';
import { lives } from '../../lives/lives.ts';
import { anyShare } from '../arbitrary.ts';
import { gridAllergies, gridLife, gridMedicines } from '../grid.ts';
import { untidyPassport } from '../untidy.ts';
import { allLines, keptText } from './doc-text.ts';
import { english, marked } from './locale-words.ts';
import { today } from './told-person.ts';

// product.md, principle 6, written down once more by hand.
const always: readonly {
  part: string;
  fields: readonly string[];
  of?: (record: ExtractRecord) => boolean;
}[] = [
  { part: 'me', fields: ['preferredName', 'fullName', 'communication', 'alone'] },
  { part: 'me', fields: ['interpreter'], of: (record) => record['interpreter']?.value !== 'no' },
  { part: 'words', fields: ['label', 'isNew', 'notUsual', 'pleaseDont'] },
  { part: 'visit', fields: ['want'] },
  { part: 'flare', fields: ['urgent'] },
  { part: 'allergies', fields: ['substance', 'whatHappened'] },
  {
    part: 'medicines',
    fields: ['name', 'strength', 'dose', 'howOften'],
    of: (record) => record['pattern']?.value !== 'stopped',
  },
  { part: 'problems', fields: ['name'], of: (record) => record['status']?.value === 'active' },
];

// Quotation marks inside what is quoted become single ones.
const squeezed = (text: string) => text.replace(/\s+/gu, ' ').replace(/["“”„‟«»＂]/gu, '’');

/** What must stand on page one of an extract, each paragraph and each choice as its reader would see it. */
function mustStand(extract: Extract, words: Words): readonly string[] {
  return extract.parts.flatMap(({ part: id, records }) =>
    always
      .filter(({ part }) => part === id)
      .flatMap(({ fields, of }) =>
        records
          .filter((record) => of?.(record) ?? true)
          .flatMap((record) => fields.flatMap((field) => textsOf(partOf(id) as Part, field, record[field], words))),
      ),
  );
}

function textsOf(part: Part, id: string, told: Told | undefined, words: Words): readonly string[] {
  if (!told) return [];
  const field = fieldOf(part, id) as Field;
  if (field.kind !== 'terms') return valueToLines(field, told, words).map(lineToText);
  const each = told.value as readonly unknown[];
  return each.flatMap((one) => valueToLines(field, { ...told, value: [one] as never }, words).map(lineToText));
}

function missingFrom(passport: Passport, reader: ReaderId, words: Words): readonly string[] {
  const extract = pick(passport, emptyShare(reader), today);
  const kept = squeezed(keptText(summarise(extract, words, { today })));
  return mustStand(extract, words).filter((text) => !kept.includes(squeezed(text)));
}

const eachReader = Object.keys(readers) as ReaderId[];

test('whatever someone has written, every clinician gets all of what a stranger must know, whole', () => {
  fc.assert(
    fc.property(
      untidyPassport(),
      fc.constantFrom(...eachReader),
      fc.constantFrom(english, marked),
      (passport, reader, words) => {
        expect(missingFrom(passport, reader, words)).toEqual([]);
      },
    ),
    { numRuns: casesOf(150) },
  );
});

test.each(lives.map(({ id, passport }) => [id, passport] as const))(
  'nothing of the life of the %s is cut',
  (_, passport) => {
    for (const reader of eachReader) expect(missingFrom(passport, reader, english)).toEqual([]);
  },
);

test('no number of medicines and allergies pushes one of them off page one', () => {
  for (let medicines = gridMedicines.least; medicines <= gridMedicines.most; medicines += 1) {
    for (let allergies = gridAllergies.least; allergies <= gridAllergies.most; allergies += 1) {
      for (const reader of eachReader) {
        expect(missingFrom(gridLife({ medicines, allergies }), reader, english)).toEqual([]);
      }
    }
  }
});

test('no text ends in an ellipsis that its writer did not type', () => {
  const shared = untidyPassport().chain((passport) => anyShare(passport).map((share) => pick(passport, share, today)));
  fc.assert(
    fc.property(shared, fc.constantFrom(english, marked), (extract, words) => {
      const text = allLines(summarise(extract, words, { today }))
        .map(lineToText)
        .join('\n');
      expect(text).not.toMatch(/…|\.\.\./u);
    }),
    { numRuns: casesOf(150) },
  );
});

test('two sentences about an allergy are both read: the first alone says the opposite', () => {
  const happened = 'Nothing the first time. The second time my throat closed and I was in hospital for two days.';
  const told = (value: string): Told => ({ value, lang: 'en-GB' });
  const extract: Extract = {
    ...pick(gridLife({ medicines: 14, allergies: 8 }), emptyShare('emergency'), today),
    parts: [
      {
        part: 'allergies',
        checked: null,
        written: null,
        none: false,
        records: [{ substance: told('Penicillin'), whatHappened: told(happened) }],
      },
    ],
  };
  expect(keptText(summarise(extract, english, { today }))).toContain(`Penicillin: ${happened}`);
});
