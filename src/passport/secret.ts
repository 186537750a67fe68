import { westernDigits } from './partial-date.ts';

/**
 * The number of the folding that new secrets are made with. What it does to a text never changes: a secret that was
 * folded otherwise would not open what it was made for. Another folding takes another number.
 */
export const folding = 1;

const apostrophes = /['`\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\u2039\u203a\uff07]/gu;
const quotes = /["\u00ab\u00bb\u02ba\u201c-\u201f\u2033\u2036\u300c-\u300f\u301d-\u301f\uff02]/gu;
const dashes = /[\p{Pd}\u2043\u2212\u2500]+/gu;
const unseen = /[\p{Cf}\p{Cc}\p{Variation_Selector}\u115f\u1160\u3164]|\u034f|\u17b4|\u17b5/gu;
const bullet = /^[-*\u00b7\u2022\u2023\u2219\u25aa\u25cf\u25e6]+ /u;

/** What word processors and keyboards put in place of signs typed one by one. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/\u00a9/gu, '(c)'],
  [/\u00ae/gu, '(r)'],
  [/\u2122/gu, '(tm)'],
  [/\u2192/gu, '->'],
  [/\u2190/gu, '<-'],
  [/\u2044/gu, '/'],
  // the same letters on a Persian keyboard and on an Arabic one
  [/[\u06cc\u0649]/gu, '\u064a'],
  [/\u06a9/gu, '\u0643'],
];

/**
 * A secret as it is kept to: what a keyboard, a notes app, a word processor or a mail program changes by itself does not
 * count. So `Rosie’s  dog.` is `rosie's dog`. Not counted are capitals, curly quotes, kinds of dashes and spaces, line
 * breaks, signs that are not seen, full stops before a space or the end, a bullet before it, how letters were put
 * together, and in which script figures are. Folding twice is folding once.
 */
export function foldSecret(text: string): string {
  return settled(text, (before) => foldCase(foldSigns(before)));
}

/** What was typed, as secrets were made of it before they were folded. Never changes either. */
export function secretAsTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .trim();
}

/**
 * What an unfolded secret may have been when this was typed for it, likeliest first, each once: as typed; with straight
 * marks, with curly ones, and with the full stops of a keyboard left out; then with the other kind of first letter. All
 * of them are one try.
 */
export function secretForms(typed: string): readonly string[] {
  const straight = settled(typed, foldMarks).replace(/(?<!\.)\.$/u, '');
  const signs = [secretAsTyped(typed), straight, toCurly(straight), settled(typed, foldSigns)];
  return [...new Set([...signs, ...signs.slice(1, 3).map(withOtherFirst)])].filter((form) => form !== '');
}

/** A PIN is figures: whatever stands between them was put there by a keyboard or a clipboard. */
export function foldPin(text: string): string {
  return foldSecret(text).replace(/[\s.-]/gu, '');
}

/** Marks, spaces and figures alone: full stops and capitals stay. */
function foldMarks(text: string): string {
  const marks = text.replace(apostrophes, "'").replace(quotes, '"');
  const typed = replaced.reduce((now, [sign, by]) => now.replace(sign, by), withoutUnseen(marks));
  return westernDigits(typed.normalize('NFKC')).replace(dashes, '-').replace(/\s+/gu, ' ').trim();
}

function withoutUnseen(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(unseen, '');
}

function foldSigns(text: string): string {
  return foldMarks(text)
    .replace(/\.+(?= |$)/gu, '')
    .replace(/ {2,}/gu, ' ')
    .replace(bullet, '')
    .trim();
}

/** By way of capitals, so that ß is ss and both kinds of small sigma are one. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** As a phone writes it: an apostrophe, pairs of quotation marks, a long dash. */
function toCurly(straight: string): string {
  return straight
    .replace(/(^|[\s(["])'/gu, '$1\u2018')
    .replace(/'/gu, '\u2019')
    .replace(/(^|[\s(\u2018])"/gu, '$1\u201c')
    .replace(/"/gu, '\u201d')
    .replace(/ - /gu, ' \u2013 ');
}

function withOtherFirst(text: string): string {
  const [first = ''] = text;
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other + text.slice(first.length);
}

/** One change may make room for another (a letter and its accent, once what stood between is gone). */
function settled(text: string, change: (text: string) => string): string {
  let now = text;
  for (let turn = 0; turn < 8; turn += 1) {
    const next = change(now);
    if (next === now) break;
    now = next;
  }
  return now;
}
