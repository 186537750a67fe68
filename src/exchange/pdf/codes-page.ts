import { flow, type Pages, turnPage } from './flow.ts';
import { codes, styles } from './look.ts';
import type { Press } from './paragraph.ts';
import { linesOf, paintLine, setText, startOf } from './set-text.ts';
import type { CodeMatrix, Column, Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';

const columnsMost = 2;

/** All codes in order, each with its caption, on pages of their own at the end. */
export function codesPage(
  press: Press,
  matrices: readonly CodeMatrix[],
  captions: readonly string[],
  column: Column,
  pages: Pages,
  root: Element,
): void {
  if (matrices.length === 0) return;
  const needed = Math.max(...matrices.map((code) => code.size * codes.module), codes.page);
  const perRow = needed * columnsMost + quietOf(needed, matrices) * (columnsMost - 1) <= column.width ? columnsMost : 1;
  const side = Math.min(needed, column.width);
  turnPage(pages);
  const strips: Strip[] = [];
  for (let at = 0; at < matrices.length; at += perRow) {
    const cells = matrices.slice(at, at + perRow).map((code, index) => {
      const caption = captions[at + index] ?? '';
      const figure = addElement(root, 'Figure');
      figure.alt = caption;
      const run = { text: caption, lang: press.lang };
      const text = setText(press, [run], styles.small, addElement(root, 'Caption'));
      const step = (column.width - side) / Math.max(1, columnsMost - 1);
      const left = press.dir === 'ltr' ? column.left + index * step : column.left + column.width - side - index * step;
      return { code, figure, text, lines: linesOf(press, text, side), place: { left, width: side } };
    });
    const under = Math.max(...cells.map((cell) => cell.lines.length)) * styles.small.leading;
    const quiet = quietOf(side, matrices);
    strips.push({
      height: quiet + side + quiet + under,
      gap: 0,
      keep: false,
      paint: (sheet, top) => {
        for (const { code, figure, text, lines, place } of cells) {
          sheet.ops.push({ kind: 'code', code, x: place.left, y: top + quiet, side, element: figure });
          lines.forEach((line, index) => {
            const y = top + quiet + side + quiet + index * styles.small.leading;
            paintLine(sheet, text, line, place, y, startOf(press.dir));
          });
        }
      },
    });
  }
  flow(pages, strips);
}

/** The quiet zone around a code of this width (ISO/IEC 18004: four modules). */
function quietOf(side: number, matrices: readonly CodeMatrix[]): number {
  const fewest = Math.min(...matrices.map((code) => code.size));
  return (side / fewest) * codes.quiet;
}
