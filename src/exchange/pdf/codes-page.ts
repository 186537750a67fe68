import { codes } from './look.ts';
import { type CaptionedCode, codeStrip } from './opening.ts';
import type { Press } from './paragraph.ts';
import { setText, textStrips } from './set-text.ts';
import type { Column, Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';

const columnsMost = 2;

/** Codes in order under a heading, each with its caption: on one page where one is large enough. */
export function codesStrips(
  press: Press,
  title: string,
  captioned: readonly CaptionedCode[],
  column: Column,
  root: Element,
): Strip[] {
  if (captioned.length === 0) return [];
  const needed = Math.max(...captioned.map(({ code }) => code.size * codes.module), codes.page);
  const fewest = Math.min(...captioned.map(({ code }) => code.size));
  const quietOf = (side: number) => (side / fewest) * codes.quiet;
  const perRow = needed * columnsMost + quietOf(needed) * (columnsMost - 1) <= column.width ? columnsMost : 1;
  const side = Math.min(needed, column.width);
  const step = (column.width - side) / Math.max(1, columnsMost - 1);
  const heading = setText(press, [{ text: title, lang: press.lang }], press.look.styles.record, addElement(root, 'H1'));
  const strips = textStrips(press, heading, column, 2 * press.look.gaps.section).map(
    (strip): Strip => ({ ...strip, keep: true, firm: true }),
  );
  for (let at = 0; at < captioned.length; at += perRow) {
    const row = captioned.slice(at, at + perRow).map((one, index) => {
      const left = press.dir === 'ltr' ? column.left + index * step : column.left + column.width - side - index * step;
      return codeStrip(press, one, { left, width: side }, root);
    });
    strips.push({
      height: Math.max(...row.map((strip) => strip.height)),
      gap: quietOf(side),
      keep: at + perRow < captioned.length,
      paint: (sheet, top) => {
        for (const strip of row) strip.paint(sheet, top, 0);
      },
    });
  }
  return strips;
}
