import type { Doc, Line, Run } from '#passport/doc.ts';
import { heightOf, inColumns, nearColumn } from './columns.ts';
import { hairline } from './look.ts';
import type { Press } from './paragraph.ts';
import { linesOf, setText, textStrips } from './set-text.ts';
import type { Column, Flowing, Strip } from './sheet.ts';
import { addElement, type Element } from './structure.ts';

/** A no-break space before the dot: it never starts a line. */
const dot = '\u00a0· ';

function textOf(line: Line): string {
  return line.map((run) => run.text).join('');
}

/** "Goals · Contacts: page 3", from the reader's template. */
function toLine(names: readonly Line[], page: number, { lang, furniture }: Doc): Line {
  const joined = names.flatMap((name, at): Line => (at === 0 ? name : [{ text: dot, lang }, ...name]));
  return furniture.onPage.split(/([\ue000\ue001])/u).flatMap((text): Line => {
    if (text === '\ue000') return joined;
    if (text === '\ue001') return [{ text: `${page}`, lang, ltr: true }];
    return text === '' ? [] : [{ text, lang }];
  });
}

/** What page one leaves to the full record: sections of which something is left out, each with the pages it is on. */
export type Named = readonly { readonly title: Line; readonly pages: readonly number[] }[];

/** A line a page: the titles of sections of which something is left out, then the parts of which the record says more. */
function namesByPage(left: Named, also: Named): readonly (readonly [number, readonly Line[]])[] {
  const pages = new Map<number, Line[]>();
  const told = new Set<string>();
  for (const names of [left, also]) {
    const isTold = new Set(told);
    for (const { title, pages: own } of names) {
      if (isTold.has(textOf(title))) continue;
      told.add(textOf(title));
      for (const page of own) pages.set(page, [...(pages.get(page) ?? []), title]);
    }
  }
  return [...pages].sort(([one], [two]) => one - two);
}

const made = new WeakMap<Press['shaped'], Map<string, Line>>();

/** The same Line for the same words, so that what stands at the foot is shaped once however often it is tried. */
function kept(press: Press, key: string, line: Line): Line {
  const known = made.get(press.shaped) ?? new Map<string, Line>();
  made.set(press.shaped, known);
  const found = known.get(key) ?? line;
  known.set(key, found);
  return found;
}

function alsoFlow(press: Press, doc: Doc, lines: readonly Line[], column: Column, parent: Element | null): Flowing[] {
  const { styles, gaps } = press.look;
  const heading: Run = { text: doc.furniture.also, lang: doc.lang, strong: true };
  const title = setText(press, kept(press, 'also', [heading]), styles.small, parent && addElement(parent, 'H2'));
  const near = nearColumn(press, column);
  const texts = lines.map((line) =>
    setText(press, kept(press, textOf(line), line), styles.small, parent && addElement(parent, 'P')),
  );
  const strips = (width: Column): Strip[] => texts.flatMap((text) => textStrips(press, text, width, 0));
  const isHalf = lines.length > 1 && texts.every((text) => linesOf(press, text, near.width).length === 1);
  return [
    ...textStrips(press, title, column, gaps.block).map((strip) => ({ ...strip, keep: true, firm: true })),
    ...(isHalf ? [{ ...inColumns(press, strips(near), column, 0), torn: 0 }] : strips(column)),
  ];
}

/** The foot of page one: what is left to the full record and where, and the sentence that closes every summary. */
export function footFlow(
  press: Press,
  doc: Doc,
  left: Named,
  also: Named,
  column: Column,
  parent: Element | null,
): Flowing[] {
  const lines = namesByPage(left, also).map(([page, names]) => toLine(names, page, doc));
  const names = lines.length === 0 ? [] : alsoFlow(press, doc, lines, column, parent);
  const text = setText(press, doc.closing, press.look.styles.small, parent && addElement(parent, 'P'));
  const items = [...names, ...textStrips(press, text, column, press.look.gaps.block)];
  const [first, ...others] = items;
  if (first === undefined || heightOf(items) === 0) return [];
  const rule: Strip = {
    height: 4,
    gap: press.look.gaps.block,
    keep: true,
    firm: true,
    paint: (sheet, top) => {
      sheet.ops.push({ kind: 'rule', x: column.left, y: top, width: column.width, height: 0.6, color: hairline });
    },
  };
  return [rule, { ...first, gap: 0 }, ...others];
}
