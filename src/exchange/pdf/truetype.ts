/**
 * What the subset writer needs of a TrueType font (OpenType 1.9: head, hhea, maxp, hmtx, loca, glyf).
 * Only static fonts with `glyf` outlines.
 */
export type TrueType = {
  readonly table: (tag: string) => Uint8Array;
  readonly unitsPerEm: number;
  readonly glyphs: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** xMin, yMin, xMax, yMax of the whole font. */
  readonly box: readonly [number, number, number, number];
  readonly advance: (glyph: number) => number;
  /** The bytes of a glyph's outline; empty for a space. */
  readonly outline: (glyph: number) => Uint8Array;
};

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads a TrueType file. Throws when a needed table is missing: the fonts are ours. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(4);
  for (let at = 0; at < count; at += 1) {
    const entry = 12 + at * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(entry + 12)));
  }
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`the font has no ${tag} table`);
    return found;
  };
  const head = viewOf(table('head'));
  const hhea = viewOf(table('hhea'));
  const metrics = viewOf(table('hmtx'));
  const loca = viewOf(table('loca'));
  const glyf = table('glyf');
  const long = head.getInt16(50) === 1;
  const widths = hhea.getUint16(34);
  const os2 = tables.get('OS/2');
  const place = (glyph: number) => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return {
    table,
    unitsPerEm: head.getUint16(18),
    glyphs: viewOf(table('maxp')).getUint16(4),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: os2 !== undefined && os2.length >= 90 ? viewOf(os2).getInt16(88) : 700,
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    advance: (glyph) => metrics.getUint16(Math.min(glyph, widths - 1) * 4),
    outline: (glyph) => glyf.subarray(place(glyph), place(glyph + 1)),
  };
}
