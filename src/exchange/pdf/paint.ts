import { type Direction, directionOf } from '#passport/direction.ts';
import { codeRectangles } from './code-path.ts';
import { boundsOf } from './contain.ts';
import { edgeOf, isMark, toWritten, type Written } from './copying.ts';
import { codeOf, type Embedded, emptyEmbedded, hex4 } from './embed.ts';
import type { Face } from './fonts.ts';
import type { Color } from './look.ts';
import type { Cluster } from './shape.ts';
import type { CodeMatrix, Op, Sheet } from './sheet.ts';
import { type Element, rootOf } from './structure.ts';

type TextOp = Op & { kind: 'text' };

/** The fonts and codes of a document, in the order of their first use: fonts are named F1, F2…, codes C1, C2… */
export type Embeds = { readonly fonts: Map<Face, Embedded>; readonly codes: CodeMatrix[] };

export function emptyEmbeds(): Embeds {
  return { fonts: new Map(), codes: [] };
}

/** A page's content stream, with the element of each marked content id on it. */
export type Content = { readonly stream: string; readonly marked: readonly Element[] };

function num(value: number, digits = 3): string {
  return `${Math.round(value * 10 ** digits) / 10 ** digits}`;
}

function fill(color: Color): string {
  return `${color.map((part) => num(part)).join(' ')} rg`;
}

function embeddedOf(embeds: Embeds, face: Face): Embedded {
  const known = embeds.fonts.get(face);
  if (known !== undefined) return known;
  const made = emptyEmbedded(`F${embeds.fonts.size + 1}`, face);
  embeds.fonts.set(face, made);
  return made;
}

/** How far left of its place a mark at an end stands, in thousandths of an em: two things on one spot have no order. */
const aside = 4;

/** The codes of clusters for TJ, with what shaping moved the pen beyond each code's own width. */
function codesOf(embeds: Embeds, face: Face, clusters: readonly Cluster[]): string {
  const embedded = embeddedOf(embeds, face);
  const perEm = face.outlines.unitsPerEm;
  let out = '<';
  const move = (by: number) => {
    if (by !== 0) out += `> ${num(by)} <`;
  };
  const start = clusters.findIndex((cluster) => !isMark(cluster));
  clusters.forEach((cluster, at) => {
    const code = codeOf(embedded, cluster);
    const isAside = isMark(cluster) && at > start;
    if (isAside) move(aside);
    out += hex4(code);
    move(isAside ? -aside : (((embedded.drawings[code]?.advance ?? 0) - cluster.advance) * 1000) / perEm);
  });
  return `${out}>`;
}

/** Units of text space to an em of pieces that are read apart, and how many of them they are moved: never to be seen. */
const apart = { em: 1000, shift: 2 } as const;

/**
 * A piece of a group that PDFium is to read as a line of its own. It begins a new line at a piece that begins with a
 * narrow code and stands higher or lower by more than its width, after one that ends left of where it began.
 */
function apartOperators(embeds: Embeds, op: TextOp, written: Written, height: number): string {
  const { piece, clusters, isEnd } = written;
  const font = `/${embeddedOf(embeds, piece.face).id} ${apart.em} Tf`;
  const scale = num(op.size / apart.em, 6);
  const baseline = height - op.baseline + ((((written.apart ?? 0) % 2) * apart.shift) / apart.em) * op.size;
  const place = `${scale} 0 0 ${scale} ${num(op.x + piece.x)} ${num(baseline)} Tm`;
  const back = num((piece.width / op.size) * 1000 + apart.shift);
  const end = isEnd ? ` ${back} ${codesOf(embeds, piece.face, [edgeOf(piece)])}` : '';
  return `BT ${font} ${fill(op.color)} ${place} [${codesOf(embeds, piece.face, clusters)}${end}] TJ ET`;
}

function textOperators(embeds: Embeds, op: TextOp, written: Written, height: number): string {
  const { piece, clusters } = written;
  if (written.apart !== null) return apartOperators(embeds, op, written, height);
  const font = embeddedOf(embeds, piece.face).id;
  const place = `1 0 0 1 ${num(op.x + piece.x)} ${num(height - op.baseline)} Tm`;
  return `BT /${font} ${num(op.size)} Tf ${fill(op.color)} ${place} [${codesOf(embeds, piece.face, clusters)}] TJ ET`;
}

/** The operators of a piece, clipped to its own line where its marks are piled. */
function contained(op: TextOp, { piece }: Written, height: number, operators: string): string {
  const bounds = boundsOf(piece);
  if (bounds === null) return operators;
  const [top, bottom] = [bounds.above * op.size, bounds.below * op.size];
  return `q 0 ${num(height - op.baseline - bottom)} 10000 ${num(top + bottom)} re W n ${operators} Q`;
}

/** The direction of the page that an op belongs to; left to right for an artifact, which nobody reads out. */
function directionOfPage(op: TextOp): Direction {
  const [element] = op.elements?.values() ?? [];
  return directionOf(element === undefined ? '' : (rootOf(element).lang ?? ''));
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

/** Less than this between two baselines, in points, is one row. */
const sameRow = 3;

/** The pieces of every text op as they are written; those that follow each other on one baseline settled together. */
function writeRows(ops: readonly Op[]): ReadonlyMap<Op, readonly Written[]> {
  const written = new Map<Op, readonly Written[]>();
  let row: TextOp[] = [];
  let group = 0;
  const close = () => {
    const [first] = row;
    if (first === undefined) return;
    const lines = toWritten(row, directionOfPage(first), group);
    row.forEach((op, at) => {
      written.set(op, lines[at] ?? []);
    });
    group = 1 + Math.max(group, ...lines.flat().map((one) => one.apart ?? 0));
    row = [];
  };
  for (const op of ops) {
    if (op.kind !== 'text') continue;
    const last = row.at(-1);
    if (last !== undefined && Math.abs(last.baseline - op.baseline) >= sameRow) close();
    row.push(op);
  }
  close();
  return written;
}

/** Writes a page's ops as PDF operators, everything marked: content with its element, the rest as artifact. */
export function paintSheet(sheet: Sheet, page: number, height: number, embeds: Embeds): Content {
  const out: string[] = [];
  const marked: Element[] = [];
  const written = writeRows(sheet.ops);
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
      for (const one of written.get(op) ?? []) {
        mark(op.elements?.get(one.piece.span) ?? null);
        out.push(contained(op, one, height, textOperators(embeds, op, one, height)));
      }
    }
  }
  if (open !== null) out.push('EMC');
  return { stream: out.join('\n'), marked };
}
