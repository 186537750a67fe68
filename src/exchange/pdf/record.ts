import type { Doc } from '#passport/doc.ts';
import { arrange, toSetting } from './arrange.ts';
import { type Frame, type Placed, place } from './flow.ts';
import { recordLooks } from './look.ts';
import type { Press } from './paragraph.ts';
import { setText, textStrips } from './set-text.ts';
import type { Column } from './sheet.ts';
import { addElement, type Element } from './structure.ts';
import type { Pages } from './whereabouts.ts';

/** The full record, placed on pages of its own that count from 1, and where its last page is filled to. */
export type PlacedRecord = {
  readonly placed: readonly Placed[];
  readonly pages: number;
  readonly at: number;
  /** The pages on which a part stands, counted from 1; null where the record does not hold it. */
  readonly pagesOf: (part: string) => Pages | null;
};

/** A last page filled to less than this is worth saving by letters a little smaller. */
const nearlyEmpty = 0.25;

/** From which page to which each section stands, by its id: what is placed comes section by section. */
function spansOf(placed: readonly Placed[]): ReadonlyMap<string, Pages> {
  const spans = new Map<string, Pages>();
  let id: string | null = null;
  for (const { strip, page } of placed) {
    id = strip.starts ?? id;
    if (id !== null) spans.set(id, { first: spans.get(id)?.first ?? page, last: page });
  }
  return spans;
}

/**
 * Lays out the full record under its heading. It starts on a new page after page one, so where its parts stand is known
 * before it is known how many sides page one fills.
 */
export function placeRecord(press: Press, doc: Doc, column: Column, frame: Frame, root: Element): PlacedRecord {
  if (doc.record.length === 0) return { placed: [], pages: 0, at: 0, pagesOf: () => null };
  const [usual, denser] = recordLooks;
  const mark = root.children.length;
  let flowed = flow({ ...press, look: usual }, root);
  const filled = (flowed.at - frame.top(2)) / (frame.bottom - frame.top(2));
  if (flowed.pages > 1 && filled < nearlyEmpty && flow({ ...press, look: denser }, null).pages < flowed.pages) {
    root.children.length = mark;
    flowed = flow({ ...press, look: denser }, root);
  }
  const { placed, pages, at } = flowed;
  const spans = spansOf(placed);
  const found = new Map<string, Pages>();
  for (const section of doc.record) {
    const own = spans.get(section.id);
    if (own === undefined) continue;
    for (const part of new Set([...section.parts, section.id])) {
      const known = found.get(part) ?? own;
      found.set(part, { first: Math.min(known.first, own.first), last: Math.max(known.last, own.last) });
    }
  }
  return { placed, pages, at, pagesOf: (part) => found.get(part) ?? null };

  function flow(tried: Press, parent: Element | null): Omit<PlacedRecord, 'pagesOf'> {
    const line = [{ text: doc.furniture.record, lang: doc.lang }];
    const title = setText(tried, line, tried.look.styles.record, parent && addElement(parent, 'H1'));
    const items = [
      ...textStrips(tried, title, column, 0).map((strip) => ({ ...strip, keep: true, firm: true })),
      ...arrange(toSetting(tried, column, true), doc.record, parent),
    ];
    const pen = { page: 2, at: frame.top(2) };
    const all = place(items, pen, frame).map((one) => ({ ...one, page: one.page - 1 }));
    return { placed: all, pages: pen.page - 1, at: pen.at };
  }
}
