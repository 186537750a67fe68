import type { Line } from '#passport/doc.ts';
import type { ExtractPart } from '#passport/extract.ts';
import { partialDate } from '#passport/partial-date.ts';
import { me } from '#passport/parts/me.ts';
import type { Page } from './page.ts';
import { phrase, run } from './phrase.ts';
import { onlyRecord } from './told.ts';

/**
 * How old a part is: "Last checked by me on …", or when it was last written and not checked since. A date that cannot
 * be right says so.
 */
export function ageToLine(page: Page, { checked, written }: ExtractPart): Line {
  const { words } = page;
  const date = checked ?? written;
  if (date === null || !partialDate(date)) return phrase(words, 'age_unknown');
  const age = phrase(words, checked === null ? 'last_written' : 'last_checked', {
    date: [run(words, words.date(date))],
  });
  const doubt = doubtOf(page, date);
  return doubt === null ? age : phrase(words, 'doubted', { said: age, doubt: phrase(words, doubt) });
}

/** Why a date cannot be right: after the reader's day, or before the person was born. Null when it can. */
export function doubtOf({ extract, circumstances }: Page, date: string): 'in_future' | 'before_birth' | null {
  const { today } = circumstances;
  if (partialDate(today) && date > today.slice(0, date.length)) return 'in_future';
  const birth = onlyRecord(extract, me)['birthDate']?.value;
  if (typeof birth !== 'string' || !partialDate(birth)) return null;
  const length = Math.min(birth.length, date.length);
  return date.slice(0, length) < birth.slice(0, length) ? 'before_birth' : null;
}
