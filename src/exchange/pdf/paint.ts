import { codeRectangles } from './code-path.ts';
import { codeOf, type Embedded, emptyEmbedded, hex4 } from './embed.ts';
import type { Face } from './fonts.ts';
import type { Piece } from './lines.ts';
import type { Color } from './look.ts';
import type { CodeMatrix, Op, Sheet } from './sheet.ts';
import type { Element } from './structure.ts';

/** The fonts and codes of a document, in the order of their first use: fonts are named F1, F2…, codes C1, C2… */
export type Embeds = { readonly fonts: Map<Face, Embedded>; readonly codes: CodeMatrix[] };

export function emptyEmbeds(): Embeds {
  return { fonts: new Map(), codes: [] };
}

/** A page's content stream, with the element of each marked content id on it. */
export type Content = { readonly stream: string; readonly marked: readonly Element[] };

function num(value: number): string {
  return `${Math.round(value * 1000) / 1000}`;
}

function fill(color: Color): string {
  return `${color.map(num).join(' ')} rg`;
}

function embeddedOf(embeds: Embeds, face: Face): Embedded {
  const known = embeds.fonts.get(face);
  if (known !== undefined) return known;
  const made = emptyEmbedded(`F${embeds.fonts.size + 1}`, face);
  embeds.fonts.set(face, made);
  return made;
}

/** The codes of a piece for TJ, with what shaping moved the pen beyond each code's own width. */
function codesOf(embeds: Embeds, piece: Piece): string {
  const embedded = embeddedOf(embeds, piece.face);
  const perEm = piece.face.outlines.unitsPerEm;
  let out = '<';
  for (const cluster of piece.clusters) {
    const code = codeOf(embedded, cluster);
    out += hex4(code);
    const moved = (embedded.drawings[code]?.advance ?? 0) - cluster.advance;
    if (moved !== 0) out += `> ${num((moved * 1000) / perEm)} <`;
  }
  return `${out}>`;
}

function textOperators(embeds: Embeds, op: Op & { kind: 'text' }, piece: Piece, height: number): string {
  const font = embeddedOf(embeds, piece.face).id;
  const place = `1 0 0 1 ${num(op.x + piece.x)} ${num(height - op.baseline)} Tm`;
  return `BT /${font} ${num(op.size)} Tf ${fill(op.color)} ${place} [${codesOf(embeds, piece)}] TJ ET`;
}

/** A code as a form of one path in whole modules, written once however often it is drawn. */
export function codeForm(code: CodeMatrix): string {
  const path = codeRectangles(code).map(([x, y, width, height]) => `${x} ${y} ${width} ${height} re`);
  return `0 g\n${path.join('\n')}\nf`;
}

function codeOperators(embeds: Embeds, op: Op & { kind: 'code' }, height: number): string {
  const known = embeds.codes.indexOf(op.code);
  const at = known < 0 ? embeds.codes.push(op.code) - 1 : known;
  const module = Math.round((op.side / op.code.size) * 1e5) / 1e5;
  return `q ${module} 0 0 ${-module} ${num(op.x)} ${num(height - op.y)} cm /C${at + 1} Do Q`;
}

/** Writes a page's ops as PDF operators, everything marked: content with its element, the rest as artifact. */
export function paintSheet(sheet: Sheet, page: number, height: number, embeds: Embeds): Content {
  const out: string[] = [];
  const marked: Element[] = [];
  let open: Element | 'artifact' | null = null;
  const mark = (element: Element | null) => {
    const next = element ?? 'artifact';
    if (next === open) return;
    if (open !== null) out.push('EMC');
    open = next;
    if (element === null) {
      out.push('/Artifact BMC');
      return;
    }
    const id = marked.push(element) - 1;
    element.children.push({ page, id });
    out.push(`/${element.tag} <</MCID ${id}>> BDC`);
  };
  for (const op of sheet.ops) {
    if (op.kind === 'rule') {
      mark(null);
      out.push(
        `${fill(op.color)} ${num(op.x)} ${num(height - op.y - op.height)} ${num(op.width)} ${num(op.height)} re f`,
      );
    } else if (op.kind === 'code') {
      mark(op.element);
      op.element.box = [op.x, height - op.y - op.side, op.x + op.side, height - op.y];
      out.push(codeOperators(embeds, op, height));
    } else {
      for (const piece of op.line.pieces) {
        mark(op.elements?.get(piece.span) ?? null);
        out.push(textOperators(embeds, op, piece, height));
      }
    }
  }
  if (open !== null) out.push('EMC');
  return { stream: out.join('\n'), marked };
}
