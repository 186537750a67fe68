import { beforeAll, describe, expect, test, vi } from 'vitest';
import { speak, translator } from '#i18n/i18n.ts';
import { wordsOf } from '#i18n/words.ts';
import type { Value } from '#passport/field.ts';
import { fold, type PassportRecord, recordOf } from '#passport/fold.ts';
import { headingOf } from '#passport/headings.ts';
import type { Part } from '#passport/part.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { problems } from '#passport/parts/problems.ts';
import { tried } from '#passport/parts/tried.ts';
import { lineToText } from '#passport/summary/phrase.ts';
import type { Words } from '#passport/summary/words.ts';
import { recordToDetail, recordToName } from '#views/record-words.ts';

let words: Words;
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await speak('en-GB');
  words = wordsOf(await translator('en-GB'), 'en-GB');
});

/** A row of the person's own list: large, small. */
function row(part: Part, set: Record<string, Value>, lang = 'en-GB'): readonly [string, string] {
  const change = { id: 'c', n: 1, at: '', by: '', lang, part: part.id, record: 'r', set };
  const record = recordOf(fold([change]), part.id, 'r') as PassportRecord;
  const detail = recordToDetail(part, record, words, headingOf(part, record));
  return [lineToText(recordToName(part, record, words)), lineToText(detail)];
}

describe('a medicine in the list', () => {
  test('is its name and strength, and how it is taken in the person’s words', () => {
    const metformin = { name: 'Metformin', strength: '500 mg', dose: 'two twice a day' };
    expect(row(medicines, metformin)).toEqual(['Metformin 500 mg', 'two twice a day']);
    expect(row(medicines, { ...metformin, pattern: 'regular', purpose: 'Diabetes' })[1]).toBe('two twice a day');
    expect(row(medicines, { ...metformin, pattern: 'as_needed' })[1]).toBe('two twice a day\u00a0· When I need it');
  });

  test('says when it is taken, or what for, where it is not said how', () => {
    expect(row(medicines, { name: 'Metformin', pattern: 'regular' })[1]).toBe('Regularly');
    expect(row(medicines, { name: 'Metformin', purpose: 'Diabetes' })[1]).toBe('Diabetes');
    expect(row(medicines, { name: 'Metformin' })[1]).toBe('');
  });

  test('says when and why it was stopped, under the heading that says that it was', () => {
    const stopped = { name: 'Tramadol', dose: '1', pattern: 'stopped', stopped: '2019', stoppedWhy: 'sick' };
    expect(row(medicines, stopped)).toEqual(['Tramadol', '2019\u00a0· sick']);
  });

  test('without a name is called by its brand, or keeps its strength', () => {
    expect(row(medicines, { brand: 'Lyrica', strength: '75 mg' })).toEqual(['Lyrica 75 mg', '']);
    expect(row(medicines, { strength: '75 mg', dose: 'one' })).toEqual(['', '75 mg\u00a0· one']);
  });

  test('is one stretch that nothing turns round, and in Arabic letters its strength is a figure of its own', () => {
    const lineOf = (name: string) => {
      const set = { name, strength: '500 mg' };
      const change = { id: 'c', n: 1, at: '', by: '', lang: 'ar', part: 'medicines', record: 'r', set };
      return recordToName(medicines, recordOf(fold([change]), 'medicines', 'r'), words);
    };
    expect(lineOf('Metformin')).toEqual([{ text: 'Metformin 500 mg', lang: 'ar', ltr: true }]);
    expect(lineOf('ميتفورمين').at(-1)).toMatchObject({ text: '500 mg', ltr: true });
  });
});

test('a problem is called by the person’s own name, and the record’s stands under it', () => {
  const both = { name: 'Low back pain', mine: 'My back', status: 'active', since: '2012' };
  expect(row(problems, both)).toEqual(['My back', 'In my record: Low back pain\u00a0· Since: 2012']);
  expect(row(problems, { name: 'Low back pain', status: 'past' })).toEqual(['Low back pain', '']);
});

test('what was tried says it in words that need no question', () => {
  const tens = { what: 'tens', state: 'still', helped: 'little', again: 'yes' };
  expect(row(tried, tens)[1]).toBe('Helped a little\u00a0· would try it again');
});
