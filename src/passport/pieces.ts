// Letters and signs written from right to left (UAX #9, R and AL); the figures of those scripts are not among them.
const leftward = String.raw`\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}`;
const anyLeftward = new RegExp(`[${leftward}]`, 'u');
const anyRightward = new RegExp(`(?![${leftward}])\\p{L}`, 'u');

const digit = String.raw`\p{Nd}`;
const space = String.raw`[ \u00a0\u2009\u202f]`;
const units = `(?:m|mc|µ|μ|u|n|k)?g|micrograms?|milligrams?|grams?|[mcd]?l|[kcm]?m|m?mol|mEq|mmHg|k?cal|kPa|units?|iu|%|‰|[°º][CF]?|℃|℉`;
const unit = new RegExp(String.raw`^(?:${units})(?:/[\p{L}\p{No}\d]{1,10}){0,2}[.,:;!?)\]]*$`, 'iu');

// Figures with spaces in them: a date, one and a half, thousands, a phone or record number in groups of seven digits or more, none of
// them the amount of a unit.
const amount = String.raw`${digit}|${space}?(?:${units})(?![\p{L}\p{M}])`;
const dotted = String.raw`${digit}{1,2}\.${space}?${digit}{1,2}\.${space}?${digit}{4}(?!${digit})`;
const thousands = `${digit}{1,3}(?:${space}${digit}{3})+(?!${space}?${digit})`;
const mixed = `(?<![${digit}/.,])${digit}{1,3}${space}(?:[¼-¾⅐-⅞]|${digit}/${digit}{1,2}(?![${digit}/]))`;
const groups = String.raw`(?=(?:[()-]{0,2}${space}?[()]?${digit}){7})\(?${digit}+\)?(?:(?:${space}|-)\(?${digit}+\)?(?!${amount}))+`;
const grouped = `${mixed}|(?<![${digit}/.,:])(?:${dotted}|${thousands}|${groups})`;

// Controls of direction are in no figure. An Arabic comma is, between two digits.
const solid = String.raw`[^\s${leftward}\u202a-\u202e\u2066-\u2069]|(?<=${digit})\u060c(?=${digit})`;
// Most pieces are words without a figure: they are met first, and cost least.
const cutter = new RegExp(
  String.raw`(?<gap>[^\S\n]+)|(?<word>[^\s\p{N}${leftward}\u202a-\u202e\u2066-\u2069(]+(?![^\s${leftward}]))|` +
    String.raw`(?<solid>(?:(?=[\p{Nd}(])(?:${grouped})|${solid})+)|(?<leftward>[${leftward}]+)|[\s\S]`,
  'giu',
);

const unitFirst = new RegExp(String.raw`^(?:${units})(?![\p{L}\p{M}])`, 'iu');
const joiner = /^(?:(?!\|)[\p{Sm}\p{Pd}/*^:&@→←↑↓↔⇒⇐➔➜])+$/u;
/** Says something of the figure after it, also with a space between; a dash there is the mark of a list. */
const sayer = /^(?:(?:(?![|−])[\p{Sm}\p{Sc}№#→↑↓➔➜])+|\+\/?[−-]|[−-]\/\+)$/u;
const opening = /^[([{"'«“„]+/u;
/** A sign that a word begins with (a dash there is the mark of a list, but in "-ve"); letters with full stops, as "b.d.". */
const signed = /^[([{"'«“„]*(?:[+±<>≤≥≈~]\p{L}|[−–-]i?ve(?!\p{L})|\p{L}(?:\.\p{L})+\.(?!\p{L}))/u;
/** Between a right-to-left word and a figure that touch, these belong to neither; but after "and" they are a sign. */
const touchingStart = /^[/:*×+=@&‐‑‒–—―−-]+/u;
const touchingEnd = /[/:*×=@&‐‑‒–—―−-]+$/u;
const and = /^[وفبلك]$/u;

type Kind = 'figure' | 'unit' | 'word' | 'sign' | 'sayer' | 'leftward' | 'other';

/** A stretch of text without spaces, or a figure with its own. */
export type Piece = { readonly start: number; readonly text: string; readonly kind: Kind };

/** Whether there is a letter written from right to left. */
export function hasLeftward(text: string): boolean {
  return anyLeftward.test(text);
}

/** Whether there is a letter written from left to right. */
export function hasRightward(text: string): boolean {
  return anyRightward.test(text);
}

/** Whether a piece begins with the unit of the figure before it: "mg–20" after "10". */
export function beginsWithUnit({ text }: Piece): boolean {
  return unitFirst.test(text);
}

function kindOf(text: string): Kind {
  // "O−", "AB+" and "+ve" turn round as figures do
  if (/[\p{Nd}\p{No}]|\p{L}[+−-][)\]}"»”.,;:!?]*$/u.test(text) || signed.test(text)) return 'figure';
  if (unit.test(text)) return 'unit';
  if (/\p{L}/u.test(text)) return 'word';
  if (sayer.test(text)) return 'sayer';
  return joiner.test(text) ? 'sign' : 'other';
}

/** Text in pieces, spaces left out: words, figures, and what stands between. Takes time in proportion to its length. */
export function toPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: found, index, groups: of } of text.matchAll(cutter)) {
    if (of?.['gap'] !== undefined) continue;
    if (of?.['solid'] === undefined && of?.['word'] === undefined) {
      pieces.push({ start: index, text: found, kind: of?.['leftward'] === undefined ? 'other' : 'leftward' });
      continue;
    }
    const last = pieces.at(-1);
    const touches = last?.kind === 'leftward' && last.start + last.text.length === index && !and.test(last.text);
    const bare = found.replace(opening, '');
    const isOpening = joiner.test(bare) || sayer.test(bare);
    const before = (touches ? touchingStart : isOpening ? opening : /^/u).exec(found)?.[0].length ?? 0;
    const next = String.fromCodePoint(text.codePointAt(index + found.length) ?? 0);
    const isTouched = anyLeftward.test(next) && /\p{L}/u.test(next);
    const after = isTouched ? (touchingEnd.exec(found.slice(before))?.[0].length ?? 0) : 0;
    const core = found.slice(before, found.length - after);
    if (before > 0) pieces.push({ start: index, text: found.slice(0, before), kind: 'other' });
    if (core !== '') pieces.push({ start: index + before, text: core, kind: kindOf(core) });
    if (after > 0) pieces.push({ start: index + before + core.length, text: found.slice(-after), kind: 'other' });
  }
  return pieces;
}
