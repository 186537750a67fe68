import { partOf } from '#passport/catalogue.ts';
import type { Extract, ExtractPart, ExtractRecord, Told } from '#passport/extract.ts';
import type { Value } from '#passport/field.ts';
import { isolate } from '#passport/isolate.ts';
import { fieldOf, type Part } from '#passport/part.ts';

/**
 * The most that is drawn of others' bytes, in pieces: a record, a line, each figure that is set
 * apart in it and each hundred characters are a piece. Several times the fullest life, and well under a second of drawing.
 */
export const mostPieces = 6_000;
/** A value this small is kept whole while any of its record is. */
const smallValue = 20;
/** Marks on one letter (UAX #15, stream-safe text format: 30 non-starters). */
export const mostMarks = 30;

const perPiece = 100;
const largestCount = 2 ** 31 - 1;

/**
 * The extract with no more in it than a page can draw at once, whatever a forger put in a few bytes. What is small stays
 * whole: the largest values give first, by whole lines, items and entries, then the longest lists. A record that is gone is
 * counted under its part in `leftOut`, one of which something is gone in `shortened`: both travel on. A part of which
 * nothing is left is taken out, so that it is not told as empty. The same extract when nothing has to give.
 */
export function capExtract(extract: Extract): Extract {
  const plain = extract.parts.map((part) => weighPart(withoutMarks(part)));
  const whole = plain.reduce((sum, { records }) => sum + sumOf(records, Number.POSITIVE_INFINITY), 0);
  const hasMarks = plain.some(({ told }, place) => told !== extract.parts[place]);
  if (whole <= mostPieces && !hasMarks) return extract;
  const level = largest(mostPieces, smallValue, (most) => sumOfParts(plain, most, Number.POSITIVE_INFINITY));
  const count = largest(longestList(plain), 1, (most) => sumOfParts(plain, level, most));
  const leftOut = { ...extract.leftOut };
  const shortened = { ...extract.shortened };
  const parts = plain.flatMap(({ told, records, marked }): readonly ExtractPart[] => {
    const kept = records.slice(0, count).map((record) => capRecord(record, level));
    const left = kept.map(({ record }) => record).filter((record) => Object.keys(record).length > 0);
    add(leftOut, told.part, records.length - left.length);
    const gave = kept.filter((one, at) => (one.gave > 0 || marked.has(at)) && Object.keys(one.record).length > 0);
    add(shortened, told.part, gave.length);
    return left.length > 0 || records.length === 0 ? [{ ...told, records: left }] : [];
  });
  return { ...extract, parts, leftOut, shortened };
}

function add(counts: Record<string, number>, part: string, more: number): void {
  if (more > 0) counts[part] = Math.min(largestCount, (counts[part] ?? 0) + more);
}

type Weighed = { readonly id: string; readonly told: Told; readonly pieces: number };
type WeighedRecord = { readonly fields: readonly Weighed[] };
type WeighedPart = {
  readonly told: ExtractPart;
  readonly records: readonly WeighedRecord[];
  /** The places of records in which a value lost marks. */
  readonly marked: ReadonlySet<number>;
};

function weighPart({ told, marked }: { told: ExtractPart; marked: ReadonlySet<number> }): WeighedPart {
  const part = partOf(told.part) as Part;
  const records = told.records.map((record) => ({
    fields: Object.entries(record).map(([id, one]) => ({ id, told: one, pieces: weigh(part, id, one.value) })),
  }));
  return { told, records, marked };
}

function weigh(part: Part, id: string, value: Value): number {
  // a date that can be read is one word, whatever figures it is made of
  if (fieldOf(part, id)?.kind === 'date' && String(value).length <= 10) return 1;
  let pieces = 0;
  for (const item of itemsOf(value)) {
    pieces += piecesOf(item);
    // however much more there is, it weighs no more: not all of a flood is looked at
    if (pieces > mostPieces) break;
  }
  return pieces;
}

/** What can be left out of a value one by one: lines of a text, items of a list. */
function itemsOf(value: Value): Iterable<unknown> {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? linesOf(value) : [value];
}

/** Pieces of a line or an item, with every text in it. */
function piecesOf(item: unknown): number {
  if (typeof item !== 'string') {
    if (typeof item !== 'object' || item === null) return 1;
    const texts: readonly unknown[] = Object.values(item);
    return texts.reduce<number>((sum, text) => sum + piecesOf(text), 0);
  }
  let pieces = 0;
  for (const line of linesOf(item)) {
    pieces += Math.floor(line.length / perPiece) + (/\p{N}/u.test(line) ? isolate(line, '').length : 1);
    if (pieces > mostPieces) break;
  }
  return pieces;
}

function* linesOf(text: string): Iterable<string> {
  let from = 0;
  for (const end of text.matchAll(/\r\n?|[\n\u2028\u2029]/gu)) {
    yield text.slice(from, end.index);
    from = end.index + end[0].length;
  }
  yield text.slice(from);
}

function sumOf(records: readonly WeighedRecord[], most: number): number {
  return records.reduce(
    (sum, { fields }) => fields.reduce((all, { pieces }) => all + Math.min(pieces, most), sum + 1),
    0,
  );
}

function sumOfParts(parts: readonly WeighedPart[], level: number, count: number): number {
  return parts.reduce((sum, { records }) => sum + sumOf(records.slice(0, count), level), 0);
}

function longestList(parts: readonly WeighedPart[]): number {
  return parts.reduce((most, { records }) => Math.max(most, records.length), 1);
}

/** The largest whole number up to `high` for which the sum is within what is drawn; `low` where none is. */
function largest(high: number, low: number, sum: (most: number) => number): number {
  let [fits, over] = [low, high + 1];
  while (fits + 1 < over) {
    const middle = Math.floor((fits + over) / 2);
    if (sum(middle) <= mostPieces) fits = middle;
    else over = middle;
  }
  return fits;
}

function capRecord({ fields }: WeighedRecord, level: number): { record: ExtractRecord; gave: number } {
  const record: Record<string, Told> = {};
  let gave = 0;
  for (const { id, told, pieces } of fields) {
    const value = pieces <= level ? told.value : capValue(told.value, level);
    if (value !== told.value) gave += 1;
    if (value !== null) record[id] = value === told.value ? told : { ...told, value };
  }
  return { record, gave };
}

/** The first lines or items that fit, none of them broken; null when the first does not. */
function capValue(value: Value, level: number): Value | null {
  const kept: unknown[] = [];
  let left = level;
  for (const item of itemsOf(value)) {
    left -= piecesOf(item);
    if (left < 0) break;
    kept.push(item);
  }
  if (kept.length === 0) return null;
  return typeof value === 'string' ? kept.join('\n') : (kept as unknown as Value);
}

const flood = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu');

/** The part without the marks that no writing puts on one letter. The same part when there are none. */
function withoutMarks(part: ExtractPart): { told: ExtractPart; marked: ReadonlySet<number> } {
  const marked = new Set<number>();
  const records = part.records.map((record, at) => {
    const entries = Object.entries(record).map(([id, told]): readonly [string, Told] => {
      const value = thin(told.value) as Value;
      if (value === told.value) return [id, told];
      marked.add(at);
      return [id, { ...told, value }];
    });
    return Object.fromEntries(entries);
  });
  return marked.size === 0 ? { told: part, marked } : { told: { ...part, records }, marked };
}

/** The same value where nothing is taken out. */
function thin(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(flood, '$1');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(thin);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  const entries = Object.entries(value).map(([key, text]) => [key, thin(text)] as const);
  return entries.every(([key, text]) => text === (value as Record<string, unknown>)[key])
    ? value
    : Object.fromEntries(entries);
}
