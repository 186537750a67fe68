import { partialDate } from '#passport/partial-date.ts';

// Gregorian months and western digits everywhere: a date on a medical page must read the same to both who look at it.
const calendar = '-u-nu-latn-ca-gregory';

/**
 * A stored date in words: "2012", "March 2015", "14 March 2015". Free words come back as they are. A browser without
 * the language's months writes the date in figures, year first, rather than in another language.
 */
export function dateToWords(value: string, lang: string): string {
  const date = partialDate(value);
  if (!date) return value;
  if (date.month === null) return String(date.year);
  if (Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) return value;
  const format = new Intl.DateTimeFormat(lang + calendar, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(date.day === null ? {} : { day: 'numeric' }),
  });
  return format.format(Date.UTC(date.year, date.month - 1, date.day ?? 1));
}

/** The words for each month in a language, for reading a typed date: in a sentence, by itself, and short. */
export function monthNames(lang: string): readonly (readonly string[])[] {
  if (Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) return [];
  const inDate = new Intl.DateTimeFormat(lang + calendar, { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const alone = new Intl.DateTimeFormat(lang + calendar, { timeZone: 'UTC', month: 'long' });
  const short = new Intl.DateTimeFormat(lang + calendar, { timeZone: 'UTC', month: 'short' });
  return Array.from({ length: 12 }, (_, month) => {
    const day = Date.UTC(2024, month, 1);
    const inside = inDate.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
    return [inside, alone.format(day), short.format(day).replace(/\.$/, '')];
  });
}

/** Hours and minutes as people there write them. */
export function timeToWords(at: Date, lang: string): string {
  return new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** The calendar day where the person is, as ISO 8601. */
export function dayOf(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
