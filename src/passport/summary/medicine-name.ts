import type { Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { type Page, say } from './page.ts';
import { commaed, lineToText, phrase, strong } from './phrase.ts';
import { termIn } from './told.ts';

/** Name (or brand, where that is all there is) and strength as one thing that never turns round, with its form and release where the name does not say them. */
export function medicineName(page: Page, record: ExtractRecord): Line {
  const { words } = page;
  const own = say(page, medicines, record, 'name');
  const name = own.length > 0 ? own : say(page, medicines, record, 'brand');
  const strength = say(page, medicines, record, 'strength');
  const release = say(page, medicines, record, 'release');
  const form = say(page, medicines, record, 'form');
  const text = [name, strength].map(lineToText).filter(Boolean).join(' ');
  const lang = name[0]?.lang;
  const first: Line =
    lang === undefined
      ? strong(commaed(words, [phrase(words, 'unnamed'), strength]))
      : [{ text, lang, ltr: true, strong: true }];
  const second = commaed(words, [
    termIn(medicines, record, 'release') === 'usual' ? [] : release,
    isIn(text, lineToText(form)) ? [] : form,
  ]);
  return second.length === 0 ? first : phrase(words, 'beside', { first, second });
}

function isIn(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}
