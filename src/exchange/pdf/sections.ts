import type { Block, Section } from '#passport/doc.ts';
import { besides, evenColumns, heightOf, nearColumn } from './columns.ts';
import { accent } from './look.ts';
import type { Press } from './paragraph.ts';
import { isEmpty, linesOf, paintLine, setText, startOf, textStrips, widthsOf } from './set-text.ts';
import type { Column, Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';
import { tableStrips } from './table.ts';

const inset = 13;
const bullet = 14;

function indent(press: Press, column: Column, by: number): Column {
  return { left: column.left + (press.dir === 'ltr' ? by : 0), width: column.width - by };
}

/** Strips with a rule along their start side. */
function ruled(press: Press, column: Column, strips: readonly Strip[]): Strip[] {
  return strips.map((strip, at) => ({
    ...strip,
    paint: (sheet, top, above) => {
      const over = at === 0 ? 0 : above;
      const x = press.dir === 'ltr' ? column.left : column.left + column.width - 2;
      sheet.ops.push({ kind: 'rule', x, y: top - over, width: 2, height: strip.height + over, color: accent });
      strip.paint(sheet, top, above);
    },
  }));
}

function listStrips(
  press: Press,
  block: Block & { kind: 'list' },
  column: Column,
  gap: number,
  parent: Element,
): Strip[] {
  const list = addElement(parent, 'L');
  list.ordered = block.ordered;
  const text = indent(press, column, block.ordered && block.items.length > 9 ? bullet + 6 : bullet);
  return block.items.flatMap((item, at) => {
    const element = addElement(list, 'LI');
    const sign = block.ordered ? `${at + 1}.` : '•';
    const label = setText(
      press,
      [{ text: sign, lang: press.lang }],
      press.look.styles.body,
      addElement(element, 'Lbl'),
    );
    const body = setText(press, item, press.look.styles.body, addElement(element, 'LBody'));
    const isEdge = block.items.length > 1 && (at === 0 || at === block.items.length - 2);
    const strips = textStrips(press, body, text, at === 0 ? gap : press.look.gaps.item).map((strip) =>
      isEdge ? { ...strip, keep: true } : strip,
    );
    const line = linesOf(press, label, column.width)[0];
    return strips.map((strip, index) => ({
      ...strip,
      paint: (sheet: Parameters<Strip['paint']>[0], top: number, above: number) => {
        if (index === 0 && line !== undefined) paintLine(sheet, label, line, column, top, startOf(press.dir));
        strip.paint(sheet, top, above);
      },
    }));
  });
}

function blockStrips(press: Press, block: Block, column: Column, gap: number, parent: Element): Strip[] {
  if (block.kind === 'table') return tableStrips(press, block, column, gap, parent);
  if (block.kind === 'list') return block.items.length === 0 ? [] : listStrips(press, block, column, gap, parent);
  const style = block.tone === 'quiet' ? press.look.styles.small : press.look.styles.body;
  const text = setText(press, block.line, style, addElement(parent, 'P'));
  if (block.tone !== 'note') return textStrips(press, text, column, gap);
  return ruled(press, column, textStrips(press, text, indent(press, column, inset), gap));
}

/** A paragraph that names the list after it stays with it. */
function isNameOf(block: Block, next: Block | undefined): boolean {
  return next?.kind === 'list' && block.kind === 'paragraph' && block.line.every((run) => run.strong === true);
}

/** The title, with "last checked" at the end of its line where there is room, else under it. */
function titleStrips(press: Press, section: Section, column: Column, parent: Element): Strip[] {
  const style = section.id === 'visit' ? press.look.styles.visit : press.look.styles.heading;
  const title = setText(press, section.title, style, addElement(parent, 'H2'));
  const strips = textStrips(press, title, column, 0);
  if (section.checked === null) return strips;
  const checked = setText(press, section.checked, press.look.styles.small, addElement(parent, 'P'));
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

function sectionStrips(press: Press, section: Section, whole: Column, parent: Element): Strip[] {
  const visit = section.id === 'visit';
  const column = visit ? indent(press, whole, inset) : whole;
  const title = titleStrips(press, section, column, parent).map((strip) => ({ ...strip, keep: true }));
  const blocks = section.blocks.flatMap((block, at, all) => {
    const shown: Block =
      visit && block.kind === 'paragraph' && block.tone === 'note' ? { kind: 'paragraph', line: block.line } : block;
    const gap = at > 0 || block.kind === 'table' ? press.look.gaps.block : press.look.gaps.item;
    const strips = blockStrips(press, shown, column, gap, parent);
    return isNameOf(block, all[at + 1]) ? strips.map((strip) => ({ ...strip, keep: true })) : strips;
  });
  const last = title.at(-1);
  if (blocks.length === 0 && last !== undefined) title[title.length - 1] = { ...last, keep: false };
  const strips = [...title, ...blocks];
  const closed = visit ? ruled(press, whole, strips) : strips;
  return closed.map((strip, at) => (at === 0 ? { ...strip, gap: press.look.gaps.section } : strip));
}

const shortest = 130;

function isShort(section: Section): boolean {
  const words = (section.blocks as readonly Block[]).flatMap((block) =>
    block.kind === 'table' ? [] : block.kind === 'list' ? block.items : [block.line],
  );
  const length = words.flat().reduce((sum, run) => sum + run.text.length, 0);
  return section.id !== 'visit' && section.blocks.every((block) => block.kind !== 'table') && length < 400;
}

/** Sections as strips: two neighbours stand side by side where both are short, everything else over the full width. */
export function sectionsStrips(press: Press, sections: readonly Section[], column: Column, parent: Element): Strip[] {
  const strips: Strip[] = [];
  for (let at = 0; at < sections.length; at += 1) {
    const [one, two] = [sections[at], sections[at + 1]];
    if (one === undefined) break;
    if (two !== undefined && isShort(one) && isShort(two)) {
      const mark = parent.children.length;
      const near = nearColumn(press, column);
      const first = sectionStrips(press, one, near, parent);
      const second = sectionStrips(press, two, near, parent);
      if (heightOf(first) <= shortest && heightOf(second) <= shortest) {
        strips.push(besides(press, first, second, column));
        at += 1;
        continue;
      }
      parent.children.length = mark;
    }
    strips.push(...sectionStrips(press, one, column, parent));
  }
  return strips;
}

/**
 * Sections as strips for a page that should be one sheet: what has no table flows down two columns of even height
 * wherever that is lower than one; tables, and this visit where it comes first, stand over the full width.
 */
export function denseStrips(press: Press, sections: readonly Section[], column: Column, parent: Element): Strip[] {
  const strips: Strip[] = [];
  for (let at = 0; at < sections.length; ) {
    let end = at;
    while (isNarrow(sections[end]) && !(end === 0 && sections[end]?.id === 'visit')) end += 1;
    const narrow = sections.slice(at, end);
    const mark = parent.children.length;
    const one = narrow.flatMap((section) => sectionStrips(press, section, column, parent));
    const children = parent.children.splice(mark);
    const near = nearColumn(press, column);
    const two = besides(press, ...evenColumns(narrow.map((each) => sectionStrips(press, each, near, parent))), column);
    if (narrow.length > 1 && two.height < heightOf(one)) {
      strips.push(two);
    } else {
      parent.children.splice(mark, Number.POSITIVE_INFINITY, ...children);
      strips.push(...one);
    }
    const wide = sections[end];
    if (wide !== undefined) strips.push(...sectionStrips(press, wide, column, parent));
    at = end + 1;
  }
  return strips;
}

function isNarrow(section: Section | undefined): boolean {
  return section?.blocks.every((block) => block.kind !== 'table') ?? false;
}
