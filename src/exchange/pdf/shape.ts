import type { Buffer as ShapingBuffer } from 'harfbuzzjs';
import type { Face, HarfBuzz } from './fonts.ts';

export type Glyph = { readonly id: number; readonly x: number; readonly y: number };

/** The smallest piece that is drawn and copied as one: its characters, its glyphs, how far it moves the pen (font units). */
export type Cluster = {
  readonly start: number;
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly advance: number;
  /** Whether a line may break before it without shaping anew. */
  readonly isSafe: boolean;
};

/** A stretch of one font, one script, one language and one bidi level. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly face: Face;
  readonly script: string;
  readonly lang: string;
};

/** A stretch after HarfBuzz: its clusters in visual order, left to right. */
export type Shaped = Stretch & { readonly clusters: readonly Cluster[] };

/** Neighbouring text that HarfBuzz may look at, so that Arabic letters join across a cut. */
const context = 12;

const buffers = new WeakMap<HarfBuzz, ShapingBuffer>();

function bufferOf(harfbuzz: HarfBuzz): ShapingBuffer {
  const kept = buffers.get(harfbuzz);
  if (kept !== undefined) {
    kept.reset();
    return kept;
  }
  const made = new harfbuzz.Buffer();
  buffers.set(harfbuzz, made);
  return made;
}

/** HarfBuzz for one stretch of `text`. The clusters come in visual order, left to right. */
export function shapeStretch(harfbuzz: HarfBuzz, text: string, stretch: Stretch): readonly Cluster[] {
  const { start, end, level, face } = stretch;
  const rtl = level % 2 === 1;
  const from = Math.max(0, start - context);
  const buffer = bufferOf(harfbuzz);
  buffer.addText(text.slice(from, end + context), start - from, end - start);
  buffer.setDirection(rtl ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  buffer.setScript(stretch.script);
  buffer.setLanguage(stretch.lang);
  buffer.setClusterLevel(rtl ? harfbuzz.ClusterLevel.MONOTONE_CHARACTERS : harfbuzz.ClusterLevel.MONOTONE_GRAPHEMES);
  harfbuzz.shape(face.shaping, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();

  const clusters: Cluster[] = [];
  let at = 0;
  let before = end;
  while (at < infos.length) {
    const cluster = infos[at]?.cluster ?? 0;
    const isSafe = ((infos[at]?.flags ?? 0) & harfbuzz.GlyphFlag.UNSAFE_TO_BREAK) === 0;
    const glyphs: Glyph[] = [];
    let advance = 0;
    for (; at < infos.length && infos[at]?.cluster === cluster; at += 1) {
      const position = positions[at];
      glyphs.push({
        id: infos[at]?.codepoint ?? 0,
        x: advance + (position?.xOffset ?? 0),
        y: position?.yOffset ?? 0,
      });
      advance += position?.xAdvance ?? 0;
    }
    const first = cluster + from;
    const stop = rtl ? before : (infos[at]?.cluster ?? end - from) + from;
    before = first;
    clusters.push({ start: first, text: text.slice(first, stop), glyphs, advance, isSafe });
  }
  return clusters;
}

/** The place of the cluster that starts at `start`, or -1 where none does. They go up (down, when right-to-left). */
function placeOf(clusters: readonly Cluster[], start: number, rtl: boolean): number {
  let low = 0;
  let high = clusters.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = clusters[middle]?.start ?? 0;
    if (found === start) return middle;
    if (found < start !== rtl) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * A part of a shaped stretch: cut out of it where HarfBuzz says that both cuts are safe, else shaped anew.
 */
export function shapePart(harfbuzz: HarfBuzz, text: string, shaped: Shaped, start: number, end: number): Shaped {
  const part = { ...shaped, start, end };
  const rtl = shaped.level % 2 === 1;
  const { clusters } = shaped;
  const isCut = (at: number) =>
    at === shaped.start || at === shaped.end || clusters[placeOf(clusters, at, rtl)]?.isSafe;
  if (!isCut(start) || !isCut(end)) return { ...part, clusters: shapeStretch(harfbuzz, text, part) };
  const first = start === shaped.start ? (rtl ? clusters.length - 1 : 0) : placeOf(clusters, start, rtl);
  const after = end === shaped.end ? (rtl ? -1 : clusters.length) : placeOf(clusters, end, rtl);
  return { ...part, clusters: rtl ? clusters.slice(after + 1, first + 1) : clusters.slice(first, after) };
}
