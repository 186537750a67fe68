import LineBreaker from 'linebreak';
import type { HarfBuzz } from './fonts.ts';
import type { Paragraph, Span } from './paragraph.ts';
import { type Shaped, shapePart } from './shape.ts';

/** A part of a line in one font: where it starts from the line's left edge, and its clusters in visual order. */
export type Piece = Shaped & {
  readonly span: Span;
  readonly x: number;
  readonly width: number;
};

/** One line as it is drawn. Pieces stand in reading order; their `x` puts them in visual order (UAX #9, L2). */
export type TextLine = { readonly width: number; readonly pieces: readonly Piece[] };

type Breaks = {
  /** Advance of the text before each index, in ems. */
  readonly before: Float64Array;
  readonly places: readonly { readonly at: number; readonly required: boolean }[];
  /** Where a word too long for a line may be cut: 2 at a place that is better than others, which have 1. */
  readonly cuts: Uint8Array;
};

const kept = new WeakMap<Paragraph, Breaks>();

/** A left-to-right run shorter than this is one word: a dose, a range, a number to call. */
const wholeBelow = 24;

/**
 * Whether a line may break here, where Unicode allows it. `never` between the parts of a figure; `needed`, only where a
 * line would else be too long: inside a short left-to-right run, and before a long number, which keeps the word that
 * says whose it is.
 */
function ruleAt(paragraph: Paragraph, at: number): 'free' | 'needed' | 'never' {
  const { text, spans } = paragraph;
  const near = text.slice(Math.max(0, at - 2), at + 1);
  if (/\p{Nd}[-–—/.,]\p{Nd}/u.test(near)) return 'never';
  const span = spans.find((one) => one.run.ltr === true && one.start < at && at < one.end);
  if (span === undefined) return isBeforeNumber(paragraph, at) ? 'needed' : 'free';
  if (!/^[^\p{Nd}×] [^×]$/u.test(near)) return 'never';
  return span.end - span.start < wholeBelow ? 'needed' : 'free';
}

/** Between a word and the long number after it: "NHS 943 476 5919". */
function isBeforeNumber({ text, spans }: Paragraph, at: number): boolean {
  const next = spans.find((one) => one.start >= at);
  if (next?.run.ltr !== true || !/^[\s\u2066-\u2069]*$/u.test(text.slice(at, next.start))) return false;
  const number = text.slice(next.start, next.end);
  return /^\+?(?:\p{Nd}[\s-]?){9,}$/u.test(number) && /\p{L}[\s\u2066-\u2069]*$/u.test(text.slice(0, at));
}

function breaksOf(paragraph: Paragraph): Breaks {
  const found = kept.get(paragraph);
  if (found !== undefined) return found;
  const { text, stretches } = paragraph;
  const before = new Float64Array(text.length + 1);
  const cuts = new Uint8Array(text.length + 1);
  for (const { clusters, face } of stretches) {
    for (const cluster of clusters) {
      before[cluster.start + 1] = cluster.advance / face.outlines.unitsPerEm;
      if (!/^\p{M}/u.test(cluster.text)) cuts[cluster.start] = 1;
    }
  }
  for (let at = 1; at <= text.length; at += 1) before[at] = (before[at] ?? 0) + (before[at - 1] ?? 0);
  const places: { at: number; required: boolean }[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const last = next.position >= text.length;
    const rule = last || next.required ? 'free' : ruleAt(paragraph, next.position);
    if (rule === 'free') places.push({ at: next.position, required: next.required && !last });
    if (rule === 'needed') cuts[next.position] = 2;
  }
  const breaks = { before, places, cuts };
  kept.set(paragraph, breaks);
  return breaks;
}

const blank = /[\s\u2066-\u2069\u200b]/;

/** Where the ink of a line ends: spaces at a line's end take no room (UAX #14, LB18; UAX #9, L1). */
function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && blank.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** The width in ems of the widest line if nothing were broken, and of the widest piece that cannot be broken. */
export function measure(paragraph: Paragraph): { readonly widest: number; readonly narrowest: number } {
  const { before, places } = breaksOf(paragraph);
  let widest = 0;
  let narrowest = 0;
  let lineStart = 0;
  let start = 0;
  for (const { at, required } of places) {
    const end = before[trimEnd(paragraph.text, start, at)] ?? 0;
    narrowest = Math.max(narrowest, end - (before[start] ?? 0));
    widest = Math.max(widest, end - (before[lineStart] ?? 0));
    if (required) lineStart = at;
    start = at;
  }
  return { widest, narrowest };
}

function cutLines(paragraph: Paragraph, ems: number): { start: number; end: number }[] {
  const { before, places, cuts } = breaksOf(paragraph);
  const { text } = paragraph;
  const width = (from: number, to: number) => (before[trimEnd(text, from, to)] ?? 0) - (before[from] ?? 0);
  const limit = ems + 1e-6;
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  let fits = 0;
  const close = (end: number) => {
    lines.push({ start, end });
    start = end;
    fits = end;
  };
  for (const { at, required } of places) {
    if (width(start, at) > limit && fits > start) close(fits);
    while (width(start, at) > limit) {
      let cut = start + 1;
      let better = 0;
      for (let next = cut; next < at && width(start, next) <= limit; next += 1) {
        if (cuts[next] !== 0) cut = next;
        if (cuts[next] === 2) better = next;
      }
      if (better > start) cut = better;
      while (cut < at && cuts[cut] === 0) cut += 1;
      if (cut >= at) break;
      close(cut);
    }
    fits = at;
    if (required) close(at);
  }
  if (start < text.length || lines.length === 0) lines.push({ start, end: text.length });
  return lines;
}

type Part = Shaped & { readonly span: Span };

function partsOf(harfbuzz: HarfBuzz, paragraph: Paragraph, start: number, end: number): Part[] {
  return stretchesWithin(paragraph.stretches, start, end).map((stretch) => {
    if (stretch.start >= start && stretch.end <= end) return stretch;
    const [from, to] = [Math.max(start, stretch.start), Math.min(end, stretch.end)];
    return { ...shapePart(harfbuzz, paragraph.text, stretch, from, to), span: stretch.span };
  });
}

/** Those of the stretches, which follow one another, that have something between two places: not all are looked at. */
function stretchesWithin(stretches: Paragraph['stretches'], start: number, end: number): Paragraph['stretches'] {
  const firstFrom = (isPast: (stretch: Paragraph['stretches'][number]) => boolean) => {
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const stretch = stretches[middle];
      if (stretch && isPast(stretch)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return stretches.slice(
    firstFrom((stretch) => stretch.end > start),
    firstFrom((stretch) => stretch.start >= end),
  );
}

/** Rule L2: from the highest level to the lowest odd one, every run of that level or higher is turned round. */
function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, at) => at);
  for (let level = Math.max(0, ...levels); level >= 1; level -= 1) {
    let at = 0;
    while (at < order.length) {
      let stop = at;
      while (stop < order.length && (levels[order[stop] ?? 0] ?? 0) >= level) stop += 1;
      if (stop > at) order.splice(at, stop - at, ...order.slice(at, stop).reverse());
      at = Math.max(stop, at + 1);
    }
  }
  return order;
}

/**
 * The levels of a line's parts with one entry more between neighbours that isolate controls lie between: these take
 * no room, but they keep two isolates side by side from being turned round as one.
 */
function levelsOf(paragraph: Paragraph, parts: readonly Part[]): { level: number; part: number }[] {
  return parts.flatMap((part, at) => {
    const own = { level: part.level, part: at };
    const before = parts[at - 1]?.end ?? part.start;
    if (before === part.start) return own;
    return [{ level: Math.min(...paragraph.levels.subarray(before, part.start)), part: -1 }, own];
  });
}

/** Breaks a paragraph into lines (UAX #14) of at most `width`, shapes each anew and puts its pieces in visual order. */
export function breakLines(harfbuzz: HarfBuzz, paragraph: Paragraph, width: number, size: number): readonly TextLine[] {
  return cutLines(paragraph, width / size).map(({ start, end }) => {
    const parts = partsOf(harfbuzz, paragraph, start, trimEnd(paragraph.text, start, end));
    const levels = levelsOf(paragraph, parts);
    const places = new Array<{ x: number; width: number }>(parts.length);
    let x = 0;
    for (const index of visualOrder(levels.map(({ level }) => level))) {
      const at = levels[index]?.part ?? -1;
      const part = parts[at];
      if (part === undefined) continue;
      const units = part.clusters.reduce((sum, cluster) => sum + cluster.advance, 0);
      const own = (units / part.face.outlines.unitsPerEm) * size;
      places[at] = { x, width: own };
      x += own;
    }
    return { width: x, pieces: parts.map((part, at) => ({ ...part, ...(places[at] ?? { x: 0, width: 0 }) })) };
  });
}
