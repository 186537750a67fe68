import type { Doc } from '#passport/doc.ts';
import { flow, type Pages } from './flow.ts';
import { codes } from './look.ts';
import type { Press } from './paragraph.ts';
import { linesOf, paintLine, setText, startOf, textStrips } from './set-text.ts';
import type { CodeMatrix, Column, Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';

/** A code and what is said of it, a line each. */
export type CaptionedCode = { readonly code: CodeMatrix; readonly caption: readonly string[] };

/** How wide the first code stands on page one, or null where its modules would be too small to be read. */
export function firstCodeSide(code: CodeMatrix | undefined): number | null {
  if (code === undefined || code.size === 0) return null;
  const side = Math.max(codes.first, code.size * codes.module);
  return side <= codes.firstMost ? side : null;
}

/** A code with its caption under it, as one strip; `column` is as wide as the code. */
export function codeStrip(press: Press, { code, caption }: CaptionedCode, column: Column, parent: Element): Strip {
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

/** The top of page one: who this is, how they call it, the notices; beside them at the end edge a code, if any. */
export function openPageOne(
  press: Press,
  doc: Doc,
  first: CaptionedCode | null,
  column: Column,
  pages: Pages,
  root: Element,
): void {
  const { styles, gaps } = press.look;
  const side = firstCodeSide(first?.code);
  const quiet = side === null ? 0 : (side / (first?.code.size ?? 1)) * codes.quiet;
  const narrow = side === null ? column.width : column.width - side - Math.max(quiet, gaps.column);
  const text: Column = { left: press.dir === 'ltr' ? column.left : column.left + column.width - narrow, width: narrow };
  const top = pages.at;
  const strips: Strip[] = [
    ...textStrips(press, setText(press, doc.kicker, styles.kicker, addElement(root, 'P')), text, 0),
    ...textStrips(press, setText(press, doc.label, styles.label, addElement(root, 'H1')), text, 0),
    ...textStrips(press, setText(press, doc.name, styles.name, addElement(root, 'P')), text, gaps.name),
    ...doc.facts.flatMap((fact) =>
      textStrips(press, setText(press, fact, styles.body, addElement(root, 'P')), text, 0),
    ),
    ...doc.notices.flatMap((notice, at) =>
      textStrips(press, setText(press, notice, styles.body, addElement(root, 'P')), text, at === 0 ? gaps.notice : 3),
    ),
  ];
  const sheet = pages.sheets[0];
  const left = press.dir === 'ltr' ? column.left + column.width - (side ?? 0) : column.left;
  const beside = first && side !== null ? codeStrip(press, first, { left, width: side }, root) : null;
  if (beside !== null && sheet !== undefined) beside.paint(sheet, top, 0);
  flow(pages, strips);
  if (beside !== null && pages.sheets.length === 1) pages.at = Math.max(pages.at, top + beside.height);
}
