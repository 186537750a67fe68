import type { Doc, Line, Run } from '#passport/doc.ts';
import { codes, type TextStyle } from './look.ts';
import type { Press } from './paragraph.ts';
import { linesOf, paintLine, setText, startOf, textStrips } from './set-text.ts';
import type { CodeMatrix, Column, Strip } from './sheet.ts';
import { addElement, type Element, emptyStructure, type Tag } from './structure.ts';

/** A code and what is said of it, a line each. */
export type CaptionedCode = { readonly code: CodeMatrix; readonly caption: readonly string[] };

/** How wide the first code stands on page one, or null where its modules would be too small to be read. */
export function firstCodeSide(code: CodeMatrix | undefined): number | null {
  if (code === undefined || code.size === 0) return null;
  const side = Math.max(codes.first, code.size * codes.module);
  return side <= codes.firstMost ? side : null;
}

/** A code with its caption under it, as one strip; `column` is as wide as the code. */
export function codeStrip(
  press: Press,
  { code, caption }: CaptionedCode,
  column: Column,
  parent: Element = emptyStructure(press.lang),
): Strip {
  const side = column.width;
  const quiet = (side / code.size) * codes.quiet;
  const figure = addElement(parent, 'Figure');
  figure.alt = caption[0] ?? '';
  const style = press.look.styles.small;
  const texts = caption.map((text, at) => {
    const run = { text, lang: press.lang, ...(at === 0 && caption.length > 1 ? { strong: true as const } : {}) };
    return setText(press, [run], style, addElement(parent, 'P'));
  });
  const lines = texts.flatMap((text) => linesOf(press, text, side).map((line) => ({ text, line })));
  return {
    height: side + quiet + lines.length * style.leading,
    gap: 0,
    keep: false,
    paint: (sheet, top) => {
      sheet.ops.push({ kind: 'code', code, x: column.left, y: top, side, element: figure });
      lines.forEach(({ text, line }, at) => {
        paintLine(sheet, text, line, column, top + side + quiet + at * style.leading, startOf(press.dir));
      });
    },
  };
}

/** The top of page one: what stands one below the other, and beside it at the end edge a code, if any. */
export type Opening = { readonly strips: readonly Strip[]; readonly beside: Strip | null };

/** A label or name of more lines than this is set smaller. */
const mostLines = 2;

/** The top of page one: the notices, who this is, how they call it, who can have made this. */
export function openPageOne(
  press: Press,
  doc: Doc,
  first: CaptionedCode | null,
  column: Column,
  parent: Element | null,
): Opening {
  const { styles, gaps } = press.look;
  const side = firstCodeSide(first?.code);
  const quiet = side === null ? 0 : (side / (first?.code.size ?? 1)) * codes.quiet;
  const narrow = side === null ? column.width : column.width - side - Math.max(quiet, gaps.column);
  const text: Column = { left: press.dir === 'ltr' ? column.left : column.left + column.width - narrow, width: narrow };
  const set = (line: Line, style: TextStyle, gap: number, tag: Tag = 'P') =>
    textStrips(press, setText(press, line, style, parent && addElement(parent, tag)), text, gap);
  const fitted = (line: Line, large: TextStyle, small: TextStyle) =>
    linesOf(press, setText(press, line, large, null), narrow).length > mostLines ? small : large;
  const strips: Strip[] = [
    ...doc.notices.flatMap((notice) => set(strong(notice), styles.body, 3)),
    ...set(doc.kicker, styles.kicker, doc.notices.length > 0 ? gaps.notice : 0),
    ...set(doc.label, fitted(doc.label, styles.label, styles.name), 0, 'H1'),
    ...set(doc.name, fitted(doc.name, styles.name, styles.body), gaps.name),
    ...doc.facts.flatMap((fact) => set(fact, styles.body, 0)),
    ...set(doc.origin, styles.small, gaps.name),
  ];
  if (first === null || side === null) return { strips, beside: null };
  const left = press.dir === 'ltr' ? column.left + column.width - side : column.left;
  return { strips, beside: codeStrip(press, first, { left, width: side }, parent ?? undefined) };
}

const bold = new WeakMap<Line, Line>();

/** A Line all strong; the same one each time, so that it is shaped once. */
function strong(line: Line): Line {
  const found = bold.get(line) ?? line.map((run): Run => ({ ...run, strong: true }));
  bold.set(line, found);
  return found;
}
