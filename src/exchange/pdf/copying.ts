import bidiFactory from 'bidi-js';
import type { Direction } from '#passport/direction.ts';
import type { Piece, TextLine } from './lines.ts';
import type { Cluster } from './shape.ts';

// What is seen is settled by where things stand. What is copied is not: a viewer puts the letters of a page in order by
// rules of its own. What each does, and what was measured, stands in docs/decisions/009-copying-right-to-left.md.

const bidi = bidiFactory();

const LRM = '\u200e';
const RLM = '\u200f';

/** A line with its left edge on the page. Lines of one row stand side by side, as the cells of a table do. */
export type Placed = { readonly line: TextLine; readonly x: number };

/**
 * A piece as it is written, with marks that draw nothing. `apart` is the number of the group that PDFium is to read as a
 * line of its own, null where the whole row is read as it is; `isEnd` for the piece of it that stands furthest right.
 */
export type Written = {
  readonly piece: Piece;
  readonly clusters: readonly Cluster[];
  readonly apart: number | null;
  readonly isEnd: boolean;
};

/** A sign that draws nothing and says a direction; `paint.ts` gives it its place. */
function mark(text: string): Cluster {
  return { start: -1, text, glyphs: [], advance: 0, isSafe: true };
}

export function isMark(cluster: Cluster): boolean {
  return cluster.glyphs.length === 0;
}

/** The mark in the direction of a piece. */
export function edgeOf(piece: Piece): Cluster {
  return mark(isRtl(piece) ? RLM : LRM);
}

function isRtl(piece: Piece): boolean {
  return piece.level % 2 === 1;
}

const isSpace = ({ text }: Cluster) => text === ' ';

type Class = 'left' | 'weak' | 'right' | 'neutral';

const classes = new Map<string, Class>();

/** The classes that PDFium knows, of the first character. */
function classOf(text: string): Class {
  const first = text.charAt(0);
  const known = classes.get(first) ?? toClass(first);
  classes.set(first, known);
  return known;
}

function toClass(text: string): Class {
  const name = bidi.getBidiCharTypeName(text);
  if (name === 'L') return 'left';
  if (name === 'R' || name === 'AL') return 'right';
  return /^(?:AN|EN|NSM|CS|ES|ET|BN)$/.test(name) ? 'weak' : 'neutral';
}

/**
 * A right-to-left piece: what is read first in it is drawn last. `follows` and `leads` say that a run of the other
 * direction is read before it and after it.
 */
function writeLeftward({ clusters }: Piece, follows: boolean, leads: boolean): readonly Cluster[] {
  const written: Cluster[] = [];
  clusters.forEach((cluster, at) => {
    const isEdge = (follows && at === clusters.length - 1) || (leads && at === 0);
    const before = clusters[at - 1];
    // pdf.js drops a space that stands alone at such a place
    if (isSpace(cluster)) written.push(isEdge ? { ...cluster, text: `${RLM} ` } : cluster);
    else if (!/^[\p{P}\p{S}]/u.test(cluster.text)) written.push(cluster);
    // PDFium gives a bracket its other side wherever it turns it round; between these it does not
    else if (bidi.getMirroredCharacter(cluster.text) !== null) written.push(mark(RLM), cluster, mark(LRM));
    // poppler takes a comma for a number, and turns it round with the space after it
    else if (before !== undefined && isSpace(before) && classOf(cluster.text) === 'weak')
      written.push(mark(RLM), cluster);
    else written.push(cluster);
  });
  // poppler gives the space left of a left-to-right run to that run, unless a right-to-left sign stands between
  return follows ? [...written, mark(RLM)] : written;
}

/** A sign at the end of a line is read on the other side of it where the page is of the other direction. */
function writeEnd(piece: Piece, page: Direction): readonly Cluster[] {
  const clusters = isRtl(piece) ? writeLeftward(piece, false, false) : piece.clusters;
  if (isRtl(piece) === (page === 'rtl')) return clusters;
  const end = isRtl(piece) ? clusters[0] : clusters.at(-1);
  if (end === undefined || /[\p{L}\p{Nd}]/u.test(end.text)) return clusters;
  return isRtl(piece) ? [edgeOf(piece), ...clusters] : [...clusters, edgeOf(piece)];
}

type Drawn = { readonly piece: Piece; readonly x: number; readonly clusters: readonly Cluster[] };

/** The pieces of a line in reading order, with the marks that poppler and pdf.js need. */
function toDrawn({ line: { pieces }, x }: Placed, page: Direction): readonly Drawn[] {
  return pieces.map((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    const follows = before !== undefined && isRtl(before) !== isRtl(piece);
    const leads = after !== undefined && isRtl(after) !== isRtl(piece);
    const place = { piece, x: x + piece.x };
    if (after === undefined && pieces.every((one) => isRtl(one) === isRtl(piece)))
      return { ...place, clusters: writeEnd(piece, page) };
    if (isRtl(piece)) return { ...place, clusters: writeLeftward(piece, follows, leads) };
    // a sign that begins it would be taken for right-to-left; on a left-to-right page poppler needs it as above
    const isOpen = page === 'ltr' || classOf(piece.clusters[0]?.text ?? '') === 'neutral';
    return { ...place, clusters: follows && isOpen ? [edgeOf(piece), ...piece.clusters] : piece.clusters };
  });
}

/** A cluster in the eyes of PDFium: its place in reading order, null for a mark; whether turning would change it. */
type Unit = { readonly at: number | null; readonly type: Class; readonly changes: boolean };

function unitsOf({ piece, clusters }: Drawn, from: number): readonly Unit[] {
  let at = from;
  const toUnit = (cluster: Cluster): Unit => {
    const { text } = cluster;
    const isChanged = bidi.getMirroredCharacter(text.charAt(0)) !== null || text.normalize('NFKC') !== text;
    const place = isMark(cluster) ? null : at++;
    return { at: place, type: classOf(text), changes: !isRtl(piece) && isChanged };
  };
  return isRtl(piece) ? clusters.toReversed().map(toUnit).toReversed() : clusters.map(toUnit);
}

/**
 * Whether PDFium reads pieces in their order. It takes their letters from left to right in stretches of one class, puts
 * the stretches in reverse where most are right-to-left, and turns right-to-left ones round: two left-to-right words in
 * such a line change places, and so do a number and its unit.
 */
function isReadInOrder(drawn: readonly Drawn[]): boolean {
  let from = 0;
  const units = new Map<Drawn, readonly Unit[]>();
  for (const one of drawn) {
    units.set(one, unitsOf(one, from));
    from += one.clusters.length;
  }
  const stretches: Unit[][] = [];
  for (const unit of drawn.toSorted((one, two) => one.x - two.x).flatMap((one) => units.get(one) ?? [])) {
    const last = stretches.at(-1);
    if (last?.[0]?.type === unit.type) last.push(unit);
    else stretches.push([unit]);
  }
  const count = (type: Class) => stretches.filter(([first]) => first?.type === type).length;
  const isTurned = count('right') > 0 && count('right') >= count('left');
  let direction: Class = isTurned ? 'right' : 'left';
  let before = -1;
  for (const stretch of isTurned ? stretches.toReversed() : stretches) {
    const type = stretch[0]?.type ?? 'neutral';
    const isReversed = type === 'right' || (type === 'neutral' && direction === 'right');
    if (isReversed) direction = 'right';
    else if (type !== 'weak') direction = 'left';
    for (const { at, changes } of isReversed ? stretch.toReversed() : stretch) {
      if ((isReversed && changes) || (at !== null && at < before)) return false;
      before = at ?? before;
    }
  }
  return true;
}

/** The pieces in as few groups as PDFium can read each in its order. */
function toGroups(drawn: readonly Drawn[]): readonly (readonly Drawn[])[] {
  const groups: Drawn[][] = [];
  for (const one of drawn) {
    const last = groups.at(-1);
    if (last !== undefined && isReadInOrder([...last, one])) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** A group whose first piece, and the one that stands furthest left, begin with a mark. */
function toApart(drawn: readonly Drawn[], apart: number): readonly Written[] {
  const [first] = drawn;
  const byPlace = drawn.toSorted((one, two) => one.x - two.x);
  const [start, end] = [byPlace[0], byPlace.at(-1)];
  return drawn.map(({ piece, clusters }, at) => {
    const isStart = drawn[at] === first || drawn[at] === start;
    return { piece, clusters: isStart ? [edgeOf(piece), ...clusters] : clusters, apart, isEnd: drawn[at] === end };
  });
}

function asItIs(one: Drawn | Piece): Written {
  const piece = 'piece' in one ? one.piece : one;
  return { piece, clusters: one.clusters, apart: null, isEnd: false };
}

/**
 * The pieces of each line of a row as they are written, in reading order, so that poppler, pdf.js and PDFium copy them
 * in it. `group` is the number of the first group that is free.
 */
export function toWritten(row: readonly Placed[], page: Direction, group: number): readonly (readonly Written[])[] {
  const isLtr = row.every(({ line }) => !line.pieces.some(isRtl));
  if (isLtr && page === 'ltr') return row.map(({ line }) => line.pieces.map(asItIs));
  const lines = row.map((placed) => toDrawn(placed, page));
  const all = lines.flat();
  const isOneWay = isLtr || row.every(({ line }) => line.pieces.every(isRtl));
  if (isOneWay || isReadInOrder(all)) return lines.map((line) => line.map(asItIs));
  const written = toGroups(all).flatMap((pieces, at) => toApart(pieces, group + at));
  let from = 0;
  return lines.map(({ length }) => {
    from += length;
    return written.slice(from - length, from);
  });
}
