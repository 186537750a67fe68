/**
 * Dates as a person knows them. A date field holds text: an ISO 8601 calendar date of reduced precision
 * ("2012", "2015-03", "2015-03-14") when the words could be read as one, and the words themselves when not.
 */

export type PartialDate = { readonly year: number; readonly month: number | null; readonly day: number | null };

export type DateReading =
  | { readonly ok: true; readonly iso: string }
  | { readonly ok: false; readonly problem: 'date-impossible' | 'date-unread' };

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The parts of a stored date, or null when the value is free words ("about when my son was born"). */
export function partialDate(value: string): PartialDate | null {
  const found = ISO.exec(value);
  if (!found) return null;
  const year = Number(found[1]);
  const month = found[2] === undefined ? null : Number(found[2]);
  const day = found[3] === undefined ? null : Number(found[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && month !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return { year, month, day };
}

/**
 * Reads a typed date, day before month as written in the UK: "2012", "March 2015", "14/3/2015", "14-Mar-2015", "2015-03".
 * `monthNames` are twelve lists of words for each month in the person's language; English always works.
 * `date-impossible`: it looks like a date, but no calendar has it. `date-unread`: words that are not a date. Either way
 * the caller keeps what was typed.
 */
export function readDate(typed: string, monthNames: readonly (readonly string[])[] = []): DateReading {
  const text = westernDigits(typed)
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim()
    .toLowerCase()
    .replace(/[,،]/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1');
  const parts = text.split(/[\s./-]+/).filter(Boolean);
  const numbers = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : null));
  const [a, b, c] = numbers;
  const year = (n: number | null | undefined): n is number => n !== null && n !== undefined && n >= 1000 && n <= 9999;

  if (parts.length === 1 && year(a)) return made(a, null, null);
  if (parts.length === 2 && year(b)) return monthly(b, monthOf(parts[0] ?? '', monthNames), null);
  if (parts.length === 2 && year(a)) return monthly(a, monthOf(parts[1] ?? '', monthNames), null);
  if (parts.length === 3 && year(c) && a != null) return monthly(c, monthOf(parts[1] ?? '', monthNames), a);
  if (parts.length === 3 && year(c) && b != null) return monthly(c, monthOf(parts[0] ?? '', monthNames), b);
  if (parts.length === 3 && year(a) && c != null) return monthly(a, monthOf(parts[1] ?? '', monthNames), c);
  return { ok: false, problem: 'date-unread' };
}

/**
 * The decimal digits of every script as 0–9; other characters as they are. What reads figures that a person typed calls
 * this first.
 */
export function westernDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Digits stand in order from nought, and sets of ten may follow one another (Unicode Standard, 4.6). */
function digitValue(digit: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(digit - before - 1))) before += 1;
  return before % 10;
}

function monthly(year: number, month: number | null, day: number | null): DateReading {
  return month === null ? { ok: false, problem: 'date-unread' } : made(year, month, day);
}

function made(year: number, month: number | null, day: number | null): DateReading {
  if (month !== null && (month < 1 || month > 12)) return { ok: false, problem: 'date-impossible' };
  if (day !== null && month !== null && (day < 1 || day > daysInMonth(year, month))) {
    return { ok: false, problem: 'date-impossible' };
  }
  const two = (n: number) => String(n).padStart(2, '0');
  return { ok: true, iso: `${year}${month === null ? '' : `-${two(month)}`}${day === null ? '' : `-${two(day)}`}` };
}

function monthOf(word: string, monthNames: readonly (readonly string[])[]): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const own = monthNames.findIndex((names) => names.some((name) => name.toLowerCase() === word));
  if (own >= 0) return own + 1;
  const english = MONTHS.findIndex(
    (name) => word === name || word === name.slice(0, 3) || (name === 'september' && word === 'sept'),
  );
  return english >= 0 ? english + 1 : null;
}
