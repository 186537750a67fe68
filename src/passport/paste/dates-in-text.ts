import { readDate, westernDigits } from '#passport/partial-date.ts';

/** What was found: `rest` is the text without the dates, a tab standing where a date of its own was. */
type DatesTaken = { readonly rest: string; readonly began: string | null; readonly ended: string | null };

type Found = { iso: string; alone: boolean; shortYear: boolean };

// Polish months, as they stand in a date, and Arabic ones of one word.
const OTHER_MONTHS: readonly (readonly string[])[] = [
  'stycznia styczeń يناير',
  'lutego luty فبراير شباط',
  'marca marzec مارس آذار',
  'kwietnia kwiecień أبريل إبريل ابريل نيسان',
  'maja maj مايو أيار',
  'czerwca czerwiec يونيو حزيران',
  'lipca lipiec يوليو تموز',
  'sierpnia sierpień أغسطس اغسطس آب',
  'września wrzesień سبتمبر أيلول',
  'października październik أكتوبر اكتوبر',
  'listopada listopad نوفمبر',
  'grudnia grudzień ديسمبر',
].map((names) => names.split(' '));
const MONTH = `(?:${OTHER_MONTHS.flat().join('|')}|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`;
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const WHOLE = [
  `${DAY}[ ./-]{1,3}(?:of )?${MONTH}[ .,/-]{1,3}(?:\\d{4}|\\d{2})`,
  `${MONTH} ${DAY},? \\d{4}`,
  `${MONTH}[ ./-]{1,2}\\d{4}`,
  '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T[\\d:.]+Z?)?',
  '\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})',
  '\\d{4}-(?:0[1-9]|1[0-2])',
  '(?:0?[1-9]|1[0-2])/\\d{4}',
].join('|');
const YEAR = '(?:19|20)\\d{2}(?: r(?:\\.|oku)|[ -]?ish)?';
const NOT_AFTER = '(?<![\\p{L}\\p{N}])';
const NOT_BEFORE = '(?![\\p{L}\\p{N}])';
const TIME = '(?:[ ,]{1,2}\\d{1,2}:\\d{2}(?::\\d{2})?)?';
const DATE = `(?:${WHOLE})${NOT_BEFORE}(?: r\\.)?${TIME}`;
/** Source of an expression (flags `iu`) for one written date, a bare year too; `dateToIso` says whether it is one. */
export const WRITTEN_DATE = `(?:${DATE}|${YEAR}${NOT_BEFORE})`;
const ABOUT = '(?:(?:circa|about|around|approx(?:imately)?|ca?)\\.? ?|~ ?)?';
const START =
  'start(?:ed)?(?: date)?|onset(?: date)?|date of onset|date started|began|since|from|dx\\.?|od(?: roku)?|منذ(?: عام| سنة)?|(?:first |date )?(?:diagnosed|noted|recorded)|date';
const END = 'حتى|ended|end(?:ed)? date|date (?:of )?end(?:ed)?|end|resolved|stopped|finished|until|till';
// A bare year is a date only where the words stop: "swine flu 2009 contact" keeps its year.
const STOP = `(?=\\s*(?:$|[\\t|;,)\\]…–-]| {2}|(?:${START}|${END})\\b))`;
const ANY = `(?:${DATE}|${YEAR}${NOT_BEFORE}${STOP})`;
const LINK = '[\\s:=.-]{0,4}(?:on |in )?';

const RANGE = new RegExp(
  `${NOT_AFTER}(?:(?:${START})${LINK})?(${DATE}|${YEAR})\\s?(?:[-–—]|to|until|till)\\s?(${ANY}|present|now|ongoing)${NOT_BEFORE}`,
  'giu',
);
const ENDED = new RegExp(`${NOT_AFTER}(?:${END})${NOT_BEFORE}${LINK}${ABOUT}(${ANY})`, 'giu');
const BEGAN = new RegExp(`${NOT_AFTER}(?:${START})${NOT_BEFORE}${LINK}${ABOUT}(${ANY})`, 'giu');
const WHOLE_DATE = new RegExp(`${NOT_AFTER}(${DATE})`, 'giu');
const EDGE_YEAR = new RegExp(
  `${NOT_AFTER}(?<![\\p{L}\\p{N}][./-]|${MONTH}[ ./-]{1,2})(?:in )?${ABOUT}(${YEAR})${NOT_BEFORE}${STOP}`,
  'giu',
);
const FIRST_YEAR = new RegExp(
  `(?<=(?:^|[\\t|;,])[ "(]{0,3})(?:(?:${START})${LINK})?${ABOUT}(${YEAR})${NOT_BEFORE}(?=[ ):])`,
  'giu',
);
const DONE =
  /(?:[,;–-]\s*(?:last )?\p{Ll}{3,}(?<!start|end|resolv|diagnos|stopp|finish|not|record|add)ed|(?:treat|operat|discharg|review|investigat|admitt|scann|referr|monitor)ed)(?: in| on)? $|(?:remission|stable|controlled|free|clear|off|well|better|sober|abstinent|unchanged)[, ]+since(?: about)? $/iu;
const WEEKDAY = /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? (?=\d{1,2}[ ./-](?:\d|[a-z]{3}))/giu;
const SHORT_YEAR = /^(\d{1,2}\D+(?:\d{1,2}|[a-z.]+)\D+)(\d{2})$/;
// A GP's computer record of "40" is 1940: nobody's problem began in the 2040s.
const TURN_OF_CENTURY = 40;

/**
 * Takes the dates out of one line (no line ends; the caller keeps it short). Dates with a word such as "started" or
 * "ended" and ranges say which they are. Of dates without one, the earliest is `began`, and a date in a column of its
 * own counts before one inside a name. A two-digit year is read as 1940 to 2039. What no calendar has stays in `rest`.
 */
export function takeDates(text: string): DatesTaken {
  const began: string[] = [];
  const ended: string[] = [];
  const bare: Found[] = [];
  let rest = westernDigits(text).replace(WEEKDAY, '');

  rest = rest.replace(RANGE, (all: string, from: string, to: string) => {
    const start = dateToIso(from);
    const end = /^\d|[a-z] ?\d/i.test(to) ? dateToIso(to) : null;
    if (start === null || (end === null && !/^(?:present|now|ongoing)$/i.test(to))) return all;
    if (end !== null && end < start) return all;
    began.push(start);
    if (end !== null) ended.push(end);
    return '\t';
  });
  rest = rest.replace(ENDED, (all: string, date: string) => taken(all, date, ended));
  rest = rest.replace(BEGAN, (all: string, date: string, at: number, whole: string) =>
    isDone(whole.slice(0, at + all.indexOf(date))) ? all : taken(all, date, began),
  );
  for (const pattern of [WHOLE_DATE, EDGE_YEAR, FIRST_YEAR]) {
    rest = rest.replace(pattern, (all: string, date: string, at: number, whole: string) => {
      const iso = dateToIso(date);
      if (iso === null) return all;
      const before = whole.slice(0, at);
      const after = whole.slice(at + all.trimEnd().length);
      // "treated 2012" tells what was done then, and "(since RTA 2013)" is one remark: neither is taken apart
      if (isDone(before)) return all;
      const isRemark = /\p{L}/u.test(/[([][^()[\]]{0,60}$/.exec(before.slice(-60))?.[0] ?? '');
      const alone = /(?:^|[\t|;,]| {2}| [-–—] )\s*["(]?$/.test(before) && /^[")]?\s*(?:$|[\t|;,]| {2})/.test(after);
      bare.push({ iso, alone, shortYear: SHORT_YEAR.test(date.trim().toLowerCase()) });
      if (isRemark) return all;
      if (/^, \p{Ll}+ed(?!\p{L})/u.test(after)) return '';
      return /[\p{L}\p{N}] $/u.test(before) && /^ \p{L}/u.test(after) ? '' : '\t';
    });
  }
  rest = rest.replace(/[([][\s:,-]*[)\]]/g, '\t');
  return { rest, began: earliest(began) ?? earliest(best(bare)), ended: earliest(ended) };
}

/** One written date as ISO 8601 text of reduced precision, or null. */
export function dateToIso(written: string): string | null {
  const plain = written
    .toLowerCase()
    .replace(/(?<=\d)t\d{2}:[\d:.]+z?$|[ ,]+\d{1,2}:\d{2}(?::\d{2})?$/, '')
    .replace(/ of /g, ' ')
    .replace(/ r(?:\.|oku)$|[ -]?ish$/, '')
    .trim();
  const short = SHORT_YEAR.exec(plain);
  const whole = short ? `${short[1]}${Number(short[2]) < TURN_OF_CENTURY ? '20' : '19'}${short[2]}` : plain;
  const reading = readDate(whole, OTHER_MONTHS);
  return reading.ok ? reading.iso : null;
}

/** The earliest of ISO dates, or null of none. A year alone stands before the months in it. */
export function earliest(dates: readonly string[]): string | null {
  return dates.reduce<string | null>((first, date) => (first === null || date < first ? date : first), null);
}

function isDone(before: string): boolean {
  return DONE.test(before.slice(-40));
}

function taken(all: string, date: string, into: string[]): string {
  const iso = dateToIso(date);
  if (iso === null) return all;
  into.push(iso);
  return '\t';
}

function best(found: readonly Found[]): string[] {
  const alone = found.filter((date) => date.alone);
  const near = alone.length > 0 ? alone : found;
  const sure = near.filter((date) => !date.shortYear);
  return (sure.length > 0 ? sure : near).map((date) => date.iso);
}
