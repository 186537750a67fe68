import { dateToWords, dayOf, timeToWords } from '#i18n/dates.ts';
import type { Translate } from '#i18n/i18n.ts';
import type { Line } from '#passport/doc.ts';
import { linkToName } from '#passport/extract.ts';
import { type Choice, isEmptyValue, readValue } from '#passport/field.ts';
import type { Entry, Passport } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { isPrivateField } from '#passport/private.ts';
import { dotted } from '#passport/summary/phrase.ts';
import { valueToLine, valueToLines } from '#passport/summary/value-to-line.ts';
import type { Words } from '#passport/summary/words.ts';
import type { Version } from '#passport/versions.ts';

export function minuteOf(at: string): number {
  return Date.parse(at) / 60_000;
}

/** The day in words, where the person is; '' when the change holds no date that can be read. */
export function dayInWords(at: string, lang: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : dateToWords(dayOf(date), lang);
}

/** The day and the time in words. */
export function whenInWords(t: Translate, at: string, lang: string): string {
  const day = dayInWords(at, lang);
  return day === '' ? t('part:historyUndated') : t('part:historyAt', { day, time: timeToWords(new Date(at), lang) });
}

/** Who wrote it; a helper's name in its own direction, whatever stands around it. */
export function whoInWords(t: Translate, by: string): string {
  return by === '' ? t('part:historyYou') : `\u2068${by}\u2069`;
}

/** "10:04, Leyla". */
export function timeAndWho(t: Translate, { at, by }: { at: string; by: string }, lang: string): string {
  const name = whoInWords(t, by);
  return dayInWords(at, lang) === '' ? name : t('part:historyWho', { date: timeToWords(new Date(at), lang), name });
}

/**
 * The version with only what may stand there: fields that are not private, or only those that are. Null when nothing is
 * left. What the program keeps beside a private place is never told.
 */
export function versionWith(part: Part, version: Version, only: 'open' | 'private'): Version | null {
  const fields = version.fields.filter(({ field }) => {
    const isPrivate = isPrivateField(part, field);
    return isPrivate === (only === 'private') && !(isPrivate && fieldOf(part, field)?.silent);
  });
  const removals = only === 'open' ? version.removals : [];
  return fields.length > 0 || removals.length > 0 ? { ...version, fields, removals } : null;
}

/** The name a field has in history. */
export function fieldInWords(t: Translate, words: Words, part: Part, field: string): string {
  if (field === 'checked') return t('part:historyChecked');
  if (field === 'order') return t('part:historyOrder');
  if (field === 'twins') return t('part:historyTwins');
  if (field === 'none') return t('part:none');
  return fieldOf(part, field) ? words.field(part.id, field) : t('part:historyUnknown');
}

/** What one entry says, on one line; empty when it was cleared or says it by its name alone. */
export function entryToLine(
  t: Translate,
  words: Words,
  passport: Passport,
  part: Part,
  id: string,
  entry: Entry | null,
) {
  const field = fieldOf(part, id);
  const value = field && entry ? readValue(field.kind, entry.value) : null;
  if (!field || !entry || value === null || isEmptyValue(value)) return [];
  const { lang } = entry;
  if (field.kind === 'steps' || field.kind === 'contacts')
    return dotted(words, valueToLines(field, { value, lang }, words));
  const told = field.kind === 'link' ? linkToName(passport, field, value as Choice, new Set()) : value;
  const gone: Line = [{ text: t('part:historyGone'), lang: words.lang }];
  return told === null ? gone : valueToLine(field, { value: told, lang }, words);
}
