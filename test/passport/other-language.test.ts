import { expect, test } from 'vitest';
import type { Value } from '#passport/field.ts';
import { emptyPassport, fold } from '#passport/fold.ts';
import { canMatterInOtherLanguage } from '#passport/other-language.ts';

const written = (part: string, record: string, set: Record<string, Value>, lang = 'en-GB') =>
  fold([{ id: 'c', n: 1, at: '', by: '', lang, part, record, set }]);

test('a line in another language matters to whoever writes in another than their readers', () => {
  expect(canMatterInOtherLanguage(emptyPassport, 'pl')).toBe(true);
  expect(canMatterInOtherLanguage(emptyPassport, 'en-GB')).toBe(false);
});

test('it matters where more than one language is spoken or written, or an interpreter comes', () => {
  const can = (passport: ReturnType<typeof fold>) => canMatterInOtherLanguage(passport, 'en-GB');
  expect(can(written('me', 'me', { languages: ['en'] }))).toBe(false);
  expect(can(written('me', 'me', { languages: ['en', 'so'] }))).toBe(true);
  expect(can(written('me', 'me', { interpreter: 'yes' }))).toBe(true);
  expect(can(written('me', 'me', { interpreter: 'no' }))).toBe(false);
  expect(can(written('goals', 'g', { what: 'Chleb' }, 'pl'))).toBe(true);
  expect(can(written('goals', 'g', { what: 'Bread' }))).toBe(false);
});

test('what is private does not show by it', () => {
  expect(canMatterInOtherLanguage(written('visit', 'visit', { hardToSay: 'boję się' }, 'pl'), 'en-GB')).toBe(false);
});
