import type { Doc } from '#passport/doc.ts';
import { emptyPages, type Frame, flow, type Pages } from './flow.ts';
import { looks } from './look.ts';
import { type CaptionedCode, openPageOne } from './opening.ts';
import type { Press } from './paragraph.ts';
import { denseStrips, sectionsStrips } from './sections.ts';
import type { Column } from './sheet.ts';
import type { Element } from './structure.ts';

/**
 * The summary on one sheet: in the roomiest look in which it fits, else in none of them, and then it flows on to
 * further pages at full size.
 */
export function pageOne(
  press: Press,
  doc: Doc,
  first: CaptionedCode | null,
  column: Column,
  frame: Frame,
  root: Element,
): Pages {
  const start = root.children.length;
  for (const look of looks) {
    const tried = { ...press, look };
    const pages = emptyPages(frame);
    openPageOne(tried, doc, first, column, pages, root);
    if (pages.sheets.length === 1) flow(pages, denseStrips(tried, doc.summary, column, root));
    if (pages.sheets.length === 1 && pages.at <= frame.bottom) return pages;
    root.children.length = start;
  }
  const pages = emptyPages(frame);
  openPageOne(press, doc, first, column, pages, root);
  flow(pages, sectionsStrips(press, doc.summary, column, root));
  return pages;
}
