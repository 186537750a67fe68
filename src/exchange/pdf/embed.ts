import { digest } from './digest.ts';
import type { Face } from './fonts.ts';
import type { Cluster } from './shape.ts';
import { type Drawing, writeSubset } from './subset.ts';

/** One font of one document: every different cluster drawn gets a code (CID) of its own. */
export type Embedded = {
  readonly id: string;
  readonly face: Face;
  readonly drawings: Drawing[];
  readonly texts: string[];
  readonly codes: Map<string, number>;
};

export function emptyEmbedded(id: string, face: Face): Embedded {
  const notdef = { glyphs: [{ id: 0, x: 0, y: 0 }], advance: face.outlines.advance(0) };
  return { id, face, drawings: [notdef], texts: ['\ufffd'], codes: new Map() };
}

/** The code that draws a cluster and stands for its text. */
export function codeOf(embedded: Embedded, cluster: Cluster): number {
  let key = cluster.text;
  for (const { id, x, y } of cluster.glyphs) key += x === 0 && y === 0 ? `\0${id}` : `\0${id},${x},${y}`;
  const known = embedded.codes.get(key);
  if (known !== undefined) return known;
  const [first] = cluster.glyphs;
  const alone = cluster.glyphs.length === 1 && first !== undefined;
  const advance = alone ? embedded.face.outlines.advance(first.id) : cluster.advance;
  const code = embedded.drawings.push({ glyphs: cluster.glyphs, advance: Math.max(0, advance) }) - 1;
  embedded.texts.push(cluster.text);
  embedded.codes.set(key, code);
  return code;
}

export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** UTF-16BE as hexadecimal digits. */
export function utf16Hex(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) out += hex4(text.charCodeAt(at));
  return out;
}

/** The text of every code (ISO 32000-1, 9.10.3), several characters where a cluster has several. */
function toUnicode(texts: readonly string[]): string {
  const lines = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
  ];
  for (let at = 1; at < texts.length; at += 100) {
    const part = texts.slice(at, at + 100);
    lines.push(`${part.length} beginbfchar`);
    part.forEach((text, index) => {
      lines.push(`<${hex4(at + index)}> <${utf16Hex(text)}>`);
    });
    lines.push('endbfchar');
  }
  lines.push('endcmap CMapName currentdict /CMap defineresource pop end end');
  return lines.join('\n');
}

/** What a font becomes in the file; object numbers are filled in by the writer. */
export type FontProgram = {
  readonly name: string;
  readonly file: Uint8Array;
  readonly toUnicode: string;
  /** Widths of the codes from 0, in thousandths of an em. */
  readonly widths: readonly number[];
  readonly box: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly isBold: boolean;
};

/** The subset of a font with what a CIDFontType2 says about it (ISO 32000-1, 9.7.4, 9.8). */
export function toFontProgram({ face, drawings, texts }: Embedded): FontProgram {
  const { outlines } = face;
  const scaled = (units: number) => Math.round((units * 1e5) / outlines.unitsPerEm) / 100;
  const file = writeSubset(outlines, drawings);
  const tag = [...digest(file)].slice(-6).map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)));
  return {
    name: `${tag.join('')}+${face.name}`,
    file,
    toUnicode: toUnicode(texts),
    widths: drawings.map((drawing) => scaled(drawing.advance)),
    box: outlines.box.map(scaled),
    ascent: scaled(outlines.ascent),
    descent: scaled(outlines.descent),
    capHeight: scaled(outlines.capHeight),
    isBold: face.name.endsWith('700'),
  };
}
