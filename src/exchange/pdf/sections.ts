import type { Block, Section } from '#passport/doc.ts';
import { indent, listFlow, wholly } from './lists.ts';
import { accent, type TextStyle } from './look.ts';
import type { Press } from './paragraph.ts';
import { isEmpty, linesOf, paintLine, setText, textStrips, widthsOf } from './set-text.ts';
import { type Column, type Flowing, isColumns, type Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';
import { tableStrips } from './table.ts';

const inset = 13;

/** A paragraph of at most so many lines is not divided between two pages. */
const short = 8;

/** What flows with a rule along its start side. */
function ruled(press: Press, column: Column, items: readonly Flowing[]): Flowing[] {
  const x = press.dir === 'ltr' ? column.left : column.left + column.width - 2;
  return items.map((item, at) => {
    if (isColumns(item)) return item;
    return {
      ...item,
      paint: (sheet, top, above) => {
        const over = at === 0 ? 0 : above;
        sheet.ops.push({ kind: 'rule', x, y: top - over, width: 2, height: item.height + over, color: accent });
        item.paint(sheet, top, above);
      },
    };
  });
}

/** Where a section is made: how wide, whether a list may halve its column, and whether it belongs to the full record. */
type Place = { readonly column: Column; readonly mayHalve: boolean; readonly isRecord: boolean };

/** In the full record a row of more lines than this may be divided between two pages. */
const longRow = 12;

function blockFlow(press: Press, block: Block, place: Place, gap: number, parent: Element | null): Flowing[] {
  const { column } = place;
  if (block.kind === 'table') {
    const long = place.isRecord ? longRow : Number.POSITIVE_INFINITY;
    return tableStrips(press, block, column, gap, parent, long);
  }
  if (block.kind === 'list') return listFlow(press, block, column, gap, parent, place.mayHalve);
  const style = block.tone === 'quiet' ? press.look.styles.small : press.look.styles.body;
  const text = setText(press, block.line, style, parent && addElement(parent, 'P'));
  const inner = block.tone === 'note' ? indent(press, column, inset) : column;
  const lines = textStrips(press, text, inner, gap);
  const strips = lines.length <= short ? wholly(lines) : lines.map((strip) => ({ ...strip, firm: strip.keep }));
  return block.tone === 'note' ? ruled(press, column, strips) : strips;
}

/** A paragraph all strong names the list or table after it. */
export function isNameOf(block: Block | undefined, next: Block | undefined): boolean {
  if (block?.kind !== 'paragraph' || next === undefined || next.kind === 'paragraph') return false;
  return block.line.length > 0 && block.line.every((run) => run.strong === true);
}

/** The title, with "last checked" at the end of its line where there is room, else under it. */
function titleStrips(
  press: Press,
  section: Section,
  style: TextStyle,
  column: Column,
  parent: Element | null,
): Strip[] {
  const title = setText(press, section.title, style, parent && addElement(parent, 'H2'));
  const strips = textStrips(press, title, column, 0);
  if (section.checked === null) return strips;
  const checked = setText(press, section.checked, press.look.styles.small, parent && addElement(parent, 'P'));
  const line = linesOf(press, checked, column.width)[0];
  const first = strips[0];
  const room = widthsOf(title).widest + 16 + widthsOf(checked).widest <= column.width;
  if (line === undefined || first === undefined || strips.length > 1 || !room || isEmpty(checked))
    return [...strips, ...textStrips(press, checked, column, 0)];
  const end = press.dir === 'ltr' ? 'right' : 'left';
  return [
    {
      ...first,
      paint: (sheet, top, above) => {
        first.paint(sheet, top, above);
        paintLine(sheet, checked, line, column, top + (style.leading - press.look.styles.small.leading) / 2, end);
      },
    },
  ];
}

function held(item: Flowing): Flowing {
  return isColumns(item) ? item : { ...item, keep: true, firm: true };
}

function kept(item: Flowing): Flowing {
  return isColumns(item) ? item : { ...item, keep: true };
}

/** A quiet sentence says something of what stands above it, and stays with the end of that. */
function isRemark(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.tone === 'quiet';
}

/** This visit of at most so many lines stands in one place. */
const most = 12;

function together(items: readonly Flowing[]): Flowing[] {
  return items.map((item, at) => (at === items.length - 1 ? item : kept(item)));
}

/** A section as what flows: its title never parted from what comes first under it. */
export function sectionFlow(press: Press, section: Section, place: Place, parent: Element | null): Flowing[] {
  const visit = section.id === 'visit' && !place.isRecord;
  const column = visit ? indent(press, place.column, inset) : place.column;
  const { styles } = press.look;
  const title: Flowing[] = titleStrips(press, section, styles[visit ? 'visit' : 'heading'], column, parent);
  const blocks = section.blocks.flatMap((block, at, all) => {
    const shown: Block =
      visit && block.kind === 'paragraph' && block.tone === 'note' ? { kind: 'paragraph', line: block.line } : block;
    const gap = at > 0 || block.kind === 'table' ? press.look.gaps.block : press.look.gaps.item;
    const items = blockFlow(press, shown, { ...place, column }, gap, parent);
    if (isNameOf(block, all[at + 1])) return items.map(held);
    return isRemark(all[at + 1]) ? items.map((item, index) => (index < items.length - 1 ? item : kept(item))) : items;
  });
  const items = [...(blocks.length === 0 ? title : title.map(held)), ...blocks];
  const closed = visit ? ruled(press, place.column, items.length <= most ? together(items) : items) : items;
  return closed.map((item, at) => (at === 0 ? { ...item, gap: press.look.gaps.section, starts: section.id } : item));
}
