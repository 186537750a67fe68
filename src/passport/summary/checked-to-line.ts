import type { Line } from '#passport/doc.ts';
import { partialDate } from '#passport/partial-date.ts';
import { phrase, run } from './phrase.ts';
import type { Words } from './words.ts';

/** "Last checked by me on …"; null when the person never said so. */
export function checkedToLine(checked: string | null, words: Words): Line | null {
  if (checked === null || !partialDate(checked)) return null;
  return phrase(words, 'last_checked', { date: [run(words, words.date(checked))] });
}
