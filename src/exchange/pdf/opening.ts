import type { Doc } from '#passport/doc.ts';
import { flow, type Pages } from './flow.ts';
import { codes, gaps, styles } from './look.ts';
import type { Press } from './paragraph.ts';
import { setText, textStrips } from './set-text.ts';
import type { CodeMatrix, Column, Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';

/** How wide the first code stands on page one, or null where its modules would be too small to be read. */
export function firstCodeSide(code: CodeMatrix | undefined): number | null {
  if (code === undefined || code.size === 0) return null;
  const side = Math.max(codes.first, code.size * codes.module);
  return side <= codes.firstMost ? side : null;
}

/** The top of page one: who this is, how they call it, the first code at the end edge, the notices. */
export function openPageOne(
  press: Press,
  doc: Doc,
  code: CodeMatrix | undefined,
  caption: string,
  column: Column,
  pages: Pages,
  root: Element,
): void {
  const side = firstCodeSide(code);
  const narrow = side === null ? column.width : column.width - side - gaps.column;
  const text: Column = { left: press.dir === 'ltr' ? column.left : column.left + column.width - narrow, width: narrow };
  const top = pages.at;
  const strips: Strip[] = [
    ...textStrips(press, setText(press, doc.kicker, styles.kicker, addElement(root, 'P')), text, 0),
    ...textStrips(press, setText(press, doc.label, styles.label, addElement(root, 'H1')), text, 0),
    ...textStrips(press, setText(press, doc.name, styles.name, addElement(root, 'P')), text, 3),
    ...doc.facts.flatMap((fact) =>
      textStrips(press, setText(press, fact, styles.body, addElement(root, 'P')), text, 0),
    ),
  ];
  const first = pages.sheets[0];
  if (code !== undefined && side !== null && first !== undefined) {
    const element = addElement(root, 'Figure');
    element.alt = caption;
    const x = press.dir === 'ltr' ? column.left + column.width - side : column.left;
    first.ops.push({ kind: 'code', code, x, y: top, side, element });
  }
  flow(pages, strips);
  if (code !== undefined && side !== null && pages.sheets.length === 1) {
    const quiet = (side / code.size) * codes.quiet;
    pages.at = Math.max(pages.at, top + side + Math.max(0, quiet - gaps.notice));
  }
  flow(
    pages,
    doc.notices.flatMap((notice, at) =>
      textStrips(press, setText(press, notice, styles.body, addElement(root, 'P')), column, at === 0 ? gaps.notice : 3),
    ),
  );
}
