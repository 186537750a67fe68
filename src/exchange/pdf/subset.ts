import { writeSfnt } from './sfnt.ts';
import type { Glyph } from './shape.ts';
import { type TrueType, viewOf } from './truetype.ts';

/** One code of an embedded font: the glyphs that it draws together, and how far it moves the pen. */
export type Drawing = { readonly glyphs: readonly Glyph[]; readonly advance: number };

// Composite glyph flags (OpenType 1.9, glyf).
const wordArguments = 0x0001;
const offsets = 0x0002;
const moreComponents = 0x0020;
const deepest = 6;

/** Where in a composite outline the glyph ids of its components stand. */
function componentPlaces(outline: Uint8Array): number[] {
  const view = viewOf(outline);
  if (outline.length < 10 || view.getInt16(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    places.push(at + 2);
    at += 4 + (flags & wordArguments ? 4 : 2);
    if (flags & 0x0008) at += 2;
    else if (flags & 0x0040) at += 4;
    else if (flags & 0x0080) at += 8;
    if ((flags & moreComponents) === 0) return places;
  }
}

type Count = { readonly points: number; readonly contours: number };

/** Points and contours of a glyph, those of its components included. */
function countOf(outlines: readonly Uint8Array[], glyph: number, known: Map<number, Count>): Count {
  const outline = outlines[glyph];
  const found = known.get(glyph);
  if (found !== undefined) return found;
  let count: Count = { points: 0, contours: 0 };
  if (outline !== undefined && outline.length >= 10) {
    const view = viewOf(outline);
    const contours = view.getInt16(0);
    if (contours > 0) count = { contours, points: view.getUint16(8 + contours * 2) + 1 };
    for (const place of componentPlaces(outline)) {
      const part = countOf(outlines, view.getUint16(place), known);
      count = { points: count.points + part.points, contours: count.contours + part.contours };
    }
  }
  known.set(glyph, count);
  return count;
}

function composite(glyphs: readonly Glyph[], ids: readonly number[], font: TrueType): Uint8Array {
  const drawn = glyphs.flatMap((glyph, at) => {
    const outline = font.outline(glyph.id);
    return outline.length === 0 ? [] : [{ glyph, id: ids[at] ?? 0, box: viewOf(outline) }];
  });
  if (drawn.length === 0) return new Uint8Array(0);
  const bytes = new Uint8Array(10 + drawn.length * 8);
  const view = viewOf(bytes);
  const edge = (offset: number, pick: (...values: number[]) => number, axis: 'x' | 'y') =>
    pick(...drawn.map(({ glyph, box }) => box.getInt16(offset) + glyph[axis]));
  view.setInt16(0, -1);
  view.setInt16(2, edge(2, Math.min, 'x'));
  view.setInt16(4, edge(4, Math.min, 'y'));
  view.setInt16(6, edge(6, Math.max, 'x'));
  view.setInt16(8, edge(8, Math.max, 'y'));
  drawn.forEach(({ glyph, id }, at) => {
    const place = 10 + at * 8;
    view.setUint16(place, wordArguments | offsets | (at < drawn.length - 1 ? moreComponents : 0));
    view.setUint16(place + 2, id);
    view.setInt16(place + 4, glyph.x);
    view.setInt16(place + 6, glyph.y);
  });
  return bytes;
}

function isPlain(drawing: Drawing): boolean {
  return drawing.glyphs.length === 1 && drawing.glyphs[0]?.x === 0 && drawing.glyphs[0].y === 0;
}

/**
 * Writes a TrueType font whose glyph n is `drawings[n]` (0 is .notdef): a glyph of the source as it is, or a
 * composite of several with their offsets. Components follow after the codes.
 */
export function writeSubset(font: TrueType, drawings: readonly Drawing[]): Uint8Array {
  const outlines: Uint8Array[] = drawings.map(() => new Uint8Array(0));
  const advances = drawings.map((drawing) => drawing.advance);
  const placed = new Map<number, number>();

  const copy = (id: number): Uint8Array => {
    const outline = font.outline(id).slice();
    const view = viewOf(outline);
    for (const at of componentPlaces(outline)) view.setUint16(at, place(view.getUint16(at)));
    return outline;
  };
  const place = (id: number): number => {
    const known = placed.get(id);
    if (known !== undefined) return known;
    const at = outlines.push(new Uint8Array(0)) - 1;
    placed.set(id, at);
    advances.push(font.advance(id));
    outlines[at] = copy(id);
    return at;
  };

  drawings.forEach((drawing, at) => {
    const [glyph] = drawing.glyphs;
    if (isPlain(drawing) && glyph !== undefined && !placed.has(glyph.id)) placed.set(glyph.id, at);
  });
  drawings.forEach((drawing, at) => {
    const [glyph] = drawing.glyphs;
    if (glyph === undefined) return;
    if (isPlain(drawing)) outlines[at] = copy(glyph.id);
    else
      outlines[at] = composite(
        drawing.glyphs,
        drawing.glyphs.map((one) => place(one.id)),
        font,
      );
  });
  return assemble(font, outlines, advances);
}

/** The tables that a PDF needs of a CIDFontType2 program (ISO 32000-1, 9.9), around the new outlines. */
function assemble(font: TrueType, outlines: readonly Uint8Array[], advances: readonly number[]): Uint8Array {
  const count = outlines.length;
  const loca = new Uint8Array((count + 1) * 4);
  const hmtx = new Uint8Array(count * 4);
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + Math.ceil(length / 4) * 4, 0));
  let at = 0;
  outlines.forEach((outline, glyph) => {
    viewOf(loca).setUint32(glyph * 4, at);
    glyf.set(outline, at);
    at += Math.ceil(outline.length / 4) * 4;
    viewOf(hmtx).setUint16(glyph * 4, Math.max(0, Math.round(advances[glyph] ?? 0)));
    viewOf(hmtx).setInt16(glyph * 4 + 2, outline.length === 0 ? 0 : viewOf(outline).getInt16(2));
  });
  viewOf(loca).setUint32(count * 4, at);

  const head = font.table('head').slice();
  viewOf(head).setUint32(8, 0);
  viewOf(head).setInt16(50, 1);
  const hhea = font.table('hhea').slice();
  viewOf(hhea).setUint16(34, count);

  const known = new Map<number, Count>();
  const counts = outlines.map((_, glyph) => countOf(outlines, glyph, known));
  const points = Math.min(0xffff, Math.max(...counts.map((one) => one.points)));
  const contours = Math.max(...counts.map((one) => one.contours));
  const maxp = font.table('maxp').slice();
  const limits = viewOf(maxp);
  limits.setUint16(4, count);
  limits.setUint16(6, points);
  limits.setUint16(8, contours);
  limits.setUint16(10, points);
  limits.setUint16(12, contours);
  limits.setUint16(28, Math.max(1, ...outlines.map((outline) => componentPlaces(outline).length)));
  limits.setUint16(30, deepest);
  return writeSfnt({ glyf, head, hhea, hmtx, loca, maxp });
}
