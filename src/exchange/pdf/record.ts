import type { Doc } from '#passport/doc.ts';
import { arrange, toSetting } from './arrange.ts';
import { type Frame, type Placed, place } from './flow.ts';
import { recordLooks } from './look.ts';
import type { Press } from './paragraph.ts';
import { setText, textStrips } from './set-text.ts';
import type { Column } from './sheet.ts';
import { addElement, type Element } from './structure.ts';

/** The full record, placed on pages of its own that count from 1, and where its last page is filled to. */
export type PlacedRecord = {
  readonly placed: readonly Placed[];
  readonly pages: number;
  readonly at: number;
  /** The page on which a part begins, counted from 1; null where the record does not hold it. */
  readonly pageOf: (part: string) => number | null;
};

/** A last page filled to less than this is worth saving by letters a little smaller. */
const nearlyEmpty = 0.25;

/**
 * Lays out the full record under its heading. It starts on a new page after page one, so where its parts stand is known
 * before it is known how many sides page one fills.
 */
export function placeRecord(press: Press, doc: Doc, column: Column, frame: Frame, root: Element): PlacedRecord {
  if (doc.record.length === 0) return { placed: [], pages: 0, at: 0, pageOf: () => null };
  const [usual, denser] = recordLooks;
  const mark = root.children.length;
  let flowed = flow({ ...press, look: usual }, root);
  const filled = (flowed.at - frame.top(2)) / (frame.bottom - frame.top(2));
  if (flowed.pages > 1 && filled < nearlyEmpty && flow({ ...press, look: denser }, null).pages < flowed.pages) {
    root.children.length = mark;
    flowed = flow({ ...press, look: denser }, root);
  }
  const { placed, pages, at } = flowed;
  const starts = new Map<string, number>();
  for (const { strip, page } of placed) if (strip.starts !== undefined) starts.set(strip.starts, page);
  const found = new Map<string, number>();
  for (const section of doc.record) {
    const page = starts.get(section.id);
    if (page === undefined) continue;
    for (const part of [...section.parts, section.id]) if (!found.has(part)) found.set(part, page);
  }
  return { placed, pages, at, pageOf: (part) => found.get(part) ?? null };

  function flow(tried: Press, parent: Element | null): Omit<PlacedRecord, 'pageOf'> {
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
