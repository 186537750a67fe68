import type { Piece } from './lines.ts';

/** Marks moved further than this from their letter (ems) are a pile that no language writes: three or more. */
const piled = 0.75;

function isPiled({ face, clusters }: Piece): boolean {
  const far = piled * face.outlines.unitsPerEm;
  return clusters.some((cluster) => cluster.glyphs.some((glyph) => Math.abs(glyph.y) > far));
}

/**
 * How far above and below its baseline a piece may draw, in ems; null where it has no pile of marks. A pile ends at the
 * edge of its own line, so that no name reaches over the words around it.
 */
export function boundsOf(piece: Piece): { readonly above: number; readonly below: number } | null {
  return isPiled(piece) ? { above: 1.15, below: 0.4 } : null;
}
