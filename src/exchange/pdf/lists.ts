import type { Block, Line } from '#passport/doc.ts';
import { heightOf, inColumns, nearColumn } from './columns.ts';
import type { Press } from './paragraph.ts';
import { linesOf, paintLine, setText, startOf, textStrips } from './set-text.ts';
import type { Column, Flowing, Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';

const bullet = 11;

export function indent(press: Press, column: Column, by: number): Column {
  return { left: column.left + (press.dir === 'ltr' ? by : 0), width: column.width - by };
}

/** Strips that stay together, except where they are taller than a page: then their first lines and their last do. */
export function wholly(strips: readonly Strip[]): Strip[] {
  return strips.map((strip, at) => ({ ...strip, keep: at < strips.length - 1, firm: strip.keep }));
}

const signs = new WeakMap<Press['shaped'], Map<string, Line>>();

/** The same Line for the same sign, so that it is shaped once. */
function signOf(press: Press, text: string): Line {
  const known = signs.get(press.shaped) ?? new Map<string, Line>();
  signs.set(press.shaped, known);
  const line = known.get(text) ?? [{ text, lang: press.lang }];
  known.set(text, line);
  return line;
}

type List = Extract<Block, { kind: 'list' }>;

/** The strips of a list's items, each item whole. */
function itemStrips(press: Press, block: List, column: Column, list: Element | null): Strip[] {
  const style = press.look.styles.body;
  const text = indent(press, column, block.ordered && block.items.length > 9 ? bullet + 6 : bullet);
  return block.items.flatMap((item, at) => {
    const element = list && addElement(list, 'LI');
    const sign = signOf(press, block.ordered ? `${at + 1}.` : '•');
    const label = setText(press, sign, style, element && addElement(element, 'Lbl'));
    const body = setText(press, item, style, element && addElement(element, 'LBody'));
    const line = linesOf(press, label, column.width)[0];
    return wholly(textStrips(press, body, text, press.look.gaps.item)).map((strip, index) => ({
      ...strip,
      paint: (sheet: Parameters<Strip['paint']>[0], top: number, above: number) => {
        if (index === 0 && line !== undefined) paintLine(sheet, label, line, column, top, startOf(press.dir));
        strip.paint(sheet, top, above);
      },
    }));
  });
}

/** A list as what flows: short items stand in two columns where `mayHalve` and where that is lower than one. */
export function listFlow(
  press: Press,
  block: List,
  column: Column,
  gap: number,
  parent: Element | null,
  mayHalve: boolean,
): Flowing[] {
  if (block.items.length === 0) return [];
  const list = parent && addElement(parent, 'L');
  if (list) list.ordered = block.ordered;
  const halves = (element: Element | null) =>
    inColumns(press, itemStrips(press, block, nearColumn(press, column), element), column, gap);
  if (block.isCompact === true && mayHalve && block.items.length > 1) {
    const one = heightOf(itemStrips(press, block, column, null));
    if (heightOf([halves(null)]) < one) return [halves(list)];
  }
  return itemStrips(press, block, column, list).map((strip, at) => (at === 0 ? { ...strip, gap } : strip));
}
