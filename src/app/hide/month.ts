/** Days of a calendar page as ISO 8601 days (`2026-11-21`) and months (`2026-11`), in the Gregorian calendar. */

const calendar = '-u-nu-latn-ca-gregory';
const dayMs = 86_400_000;

const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function addDays(day: string, days: number): string {
  return toDay(toTime(day) + days * dayMs);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((toTime(to) - toTime(from)) / dayMs);
}

export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(toDay(Date.UTC(year, number - 1 + months, 1)));
}

/** The weeks of a month from `firstDay` (1 Monday … 7 Sunday): seven days each, null before the first and after the last. */
export function weeksOf(month: string, firstDay: number): readonly (readonly (string | null)[])[] {
  const first = `${month}-01`;
  const blanks = (new Date(toTime(first)).getUTCDay() - firstDay + 7) % 7;
  const length = daysBetween(first, `${addMonths(month, 1)}-01`);
  return Array.from({ length: Math.ceil((blanks + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = week * 7 + at - blanks;
      return day >= 0 && day < length ? addDays(first, day) : null;
    }),
  );
}

type WeekInfo = { readonly firstDay: number };

/** The day a week begins with where the language is spoken; where the browser does not say, Monday, and Saturday for Arabic. */
export function firstDayOf(lang: string): number {
  const locale = new Intl.Locale(lang) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? (locale.language === 'ar' ? 6 : 1);
}

/** The seven weekdays from `firstDay` on, in full and short enough for a column. */
export function weekdayNames(lang: string, firstDay: number): readonly { full: string; short: string }[] {
  // 5 January 2026 was a Monday.
  const days = Array.from({ length: 7 }, (_, at) => Date.UTC(2026, 0, 4 + firstDay + at));
  const names = (weekday: 'long' | 'short' | 'narrow') => {
    const format = new Intl.DateTimeFormat(lang + calendar, { timeZone: 'UTC', weekday });
    return days.map((day) => format.format(day).replace(/\.$/, ''));
  };
  const full = names('long');
  const short = names('short').every((name) => name.length <= 5) ? names('short') : names('narrow');
  return full.map((name, at) => ({ full: name, short: short[at] ?? name }));
}

/** A day in words, with its weekday. */
export function dayToWords(day: string, lang: string): string {
  const whole = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(lang + calendar, { timeZone: 'UTC', ...whole }).format(toTime(day));
}

/** How far a day is from today: "tomorrow", "12 days ago". */
export function distanceToWords(today: string, day: string, lang: string): string {
  return new Intl.RelativeTimeFormat(`${lang}-u-nu-latn`, { numeric: 'auto' }).format(daysBetween(today, day), 'day');
}
