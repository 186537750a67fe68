import { isNhsNumber } from './field.ts';
import { westernDigits } from './partial-date.ts';

/** A number that can be rung. */
export type Phone = {
  /** As it was written, in the figures 0–9, with its extension. */
  readonly text: string;
  /** Its `tel:` address (RFC 3966). An extension is for whoever answers, and not dialled. */
  readonly href: string;
  readonly extension?: string;
};

/** Figures that stand together. */
type Group = { readonly start: number; readonly end: number; readonly digits: string; readonly isPlus: boolean };

const dates = /(?<![\d+])(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)/gu;
const figures = /\+? ?\(?\+?\d+/gu;
/** An hour, or how many: no part of a number. */
const hours =
  /^\d{1,2}(?:\p{L}|\/|:\d| (?:[ap]\.?m|h|h(?:ou)?rs?|o.clock|days?|weeks?|min\p{L}*|godz\p{L}*|ساع\p{L}*|صباح\p{L}*|مساء\p{L}*)(?!\p{L}))/iu;
const between = /^[ .()-]{1,4}$/u;
const extra =
  /^[ ,;.(]{0,3}(?:(?:ext(?:ension|n)?|opt(?:ion)?|press|wew(?:n[ęe]trzny)?|dod|تحويلة|داخلي)[.:]? ?|x ?|# ?)(\d{1,6})(?!\d)\)?/iu;
const notToRing = /(?:ext(?:ension)?|opt(?:ion)?|press|room|ward|flat|bed|house|pok[óo]j|sala|غرفة)[.:]? *#?$/iu;
/** Whom three figures, or a few more, ring wherever they stand. */
const short = new Set('999 112 911 988 111 101 105 159 997 998 18000'.split(' '));
/** Of eight figures, where every other number with a nought before it has ten or eleven. */
const eight = new Set(['08001111', '08454647']);
/** How many figures a number has with its country's: at least, at most. */
const abroad: readonly (readonly [string, number, number])[] = [
  ['44', 11, 12],
  ['48', 11, 11],
  ['1', 11, 11],
  ['33', 11, 11],
  ['34', 11, 11],
];

/**
 * The numbers to ring in what a person wrote, in their order: of Britain, of other countries behind a `+` or `00`, of nine
 * or ten figures, and short ones that everyone knows. Hours, dates and NHS numbers are none; where the text is nothing but
 * figures, they are a number from three on. What stands around them stays words.
 */
export function phonesIn(written: string): readonly Phone[] {
  const text = westernDigits(written.slice(0, 2000).normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/[^\S\n]/gu, ' ');
  const undated = text.replace(dates, (date) => 'x'.repeat(date.length));
  const found = runsOf(undated).flatMap((run) => inRun(undated, run));
  if (found.length === 0 && /^[\d ().-]+$/u.test(undated)) {
    const digits = undated.replace(/\D/gu, '');
    return digits.length < 3 || isNhsNumber(digits) ? [] : [{ text: text.trim(), href: `tel:${digits}` }];
  }
  const phones = found.map(({ from, to, dial }) => toPhone(undated, from, to, dial));
  return phones.filter(({ href }, at) => phones.findIndex((other) => other.href === href) === at);
}

type Found = { readonly from: number; readonly to: number; readonly dial: string };

function toPhone(text: string, from: number, to: number, dial: string): Phone {
  const more = extra.exec(text.slice(to));
  const start = /[ (]*$/u.exec(text.slice(0, from))?.[0].endsWith('(') ? from - 1 : from;
  const whole = text.slice(start, to + (more?.[0].length ?? 0)).trim();
  const shown = whole.includes(')') ? whole : whole.replace(/^\(/u, '');
  const extension = more?.[1];
  return { text: shown, href: `tel:${dial}`, ...(extension === undefined ? {} : { extension }) };
}

/** Groups with nothing between them but what may stand inside one number. */
function runsOf(text: string): readonly (readonly Group[])[] {
  const runs: Group[][] = [];
  for (const { 0: found, index } of text.matchAll(figures)) {
    const digits = found.replace(/\D/gu, '');
    const at = index + found.indexOf(digits);
    const group = { start: index, end: index + found.length, digits, isPlus: found.includes('+') };
    const isHour = hours.test(text.slice(at)) || (/\d:$/u.test(text.slice(0, at)) && digits.length === 2);
    if (digits.length < 3 && isHour) {
      runs.push([]);
      continue;
    }
    const last = runs.at(-1)?.at(-1);
    if (last && (last.end === group.start || between.test(text.slice(last.end, group.start)))) runs.at(-1)?.push(group);
    else runs.push([group]);
  }
  return runs.filter((run) => run.length > 0);
}

/** First those that say where they begin, by a nought or a plus; then what is left between them. */
function inRun(text: string, run: readonly Group[]): readonly Found[] {
  const found: Found[] = [];
  let left: Group[] = [];
  const other = () => {
    const plain = plainNumber(text, left);
    if (plain) found.push(plain);
    left = [];
  };
  for (let at = 0; at < run.length; ) {
    const isRelay = /^1800[12]$/u.test(run[at]?.digits ?? '');
    const rest = run.slice(isRelay ? at + 1 : at);
    const taken = outright(rest) ?? (isRelay ? relayed(rest) : null);
    if (!taken) {
      left.push(run[at] as Group);
      at += 1;
      continue;
    }
    other();
    const first = run[at] as Group;
    const last = rest[taken.count - 1] as Group;
    found.push({ from: first.start, to: last.end, dial: (isRelay ? first.digits : '') + taken.dial });
    at += taken.count + (isRelay ? 1 : 0);
  }
  other();
  return found;
}

type Taken = { readonly count: number; readonly dial: string };

function relayed([first]: readonly Group[]): Taken | null {
  return first && short.has(first.digits) ? { count: 1, dial: first.digits } : null;
}

/** A number that begins with `+`, `00` or `0`. */
function outright(groups: readonly Group[]): Taken | null {
  const [first] = groups;
  if (!first) return null;
  if (first.isPlus) return withCountry(groups, 0);
  if (first.digits.startsWith('00')) return withCountry(groups, 2);
  if (!first.digits.startsWith('0')) return null;
  const totals = totalsOf(groups, 12);
  const isEight = totals.find(({ digits }) => eight.has(digits));
  const right = totals.findLast(({ digits }) => digits.length === 10 || digits.length === 11);
  const any = totals.findLast(({ digits }) => digits.length >= 7);
  const taken = isEight ?? right ?? any;
  return taken ? { count: taken.count, dial: taken.digits } : null;
}

function withCountry(groups: readonly Group[], skipped: number): Taken | null {
  // "+44 (0)20 …": the nought in brackets is for those who ring from inside the country
  const inBrackets = (group: Group, at: number) => at > 0 && at < 3 && group.digits === '0';
  const kept = groups.map((group, at) => (inBrackets(group, at) ? { ...group, digits: '' } : group));
  const totals = totalsOf(kept, 16 + skipped, 10 + skipped).map(({ count, digits }) => {
    const whole = digits.slice(skipped);
    return { count, digits: whole.startsWith('440') ? `44${whole.slice(3)}` : whole };
  });
  const last = totals.at(-1)?.digits ?? '';
  const [, least, most] = abroad.find(([code]) => last.startsWith(code)) ?? ['', 8, 15];
  const taken = totals.findLast(({ digits }) => digits.length >= least && digits.length <= most);
  return taken ? { count: taken.count, dial: `+${taken.digits}` } : null;
}

/** The figures of the first group, of the first two, and so on, up to where another number, or an hour, begins. */
function totalsOf(groups: readonly Group[], most: number, enough = 10): readonly { count: number; digits: string }[] {
  const totals: { count: number; digits: string }[] = [];
  let digits = '';
  for (const [at, group] of groups.entries()) {
    const isAnother = group.isPlus || (digits.length >= enough && /^0\d\d/u.test(group.digits));
    if (at > 0 && (isAnother || (digits.length >= 9 && group.digits.length === 1))) break;
    digits += group.digits;
    if (digits.length > most) break;
    totals.push({ count: at + 1, digits });
  }
  return totals;
}

/** A number that begins with another figure: as in Poland or America, or a short one. */
function plainNumber(text: string, groups: readonly Group[]): Found | null {
  const [first] = groups;
  if (!first || notToRing.test(text.slice(0, first.start))) return null;
  const totals = totalsOf(groups, 11);
  const sixes = totals.find(({ digits }) => /^11[68]\d{3}$/u.test(digits) && groups[0]?.digits.length !== 1);
  const few = totals.find(({ digits }) => short.has(digits));
  const many = totals.findLast(({ digits }) => digits.length >= 9 && (digits.length < 11 || digits.startsWith('1')));
  const taken = many ?? sixes ?? few;
  const last = groups[(taken?.count ?? 0) - 1];
  const isRecord = taken?.digits.length === 10 && isNhsNumber(taken.digits) && !text.slice(first.start).startsWith('(');
  return taken && last && !isRecord ? { from: first.start, to: last.end, dial: taken.digits } : null;
}
