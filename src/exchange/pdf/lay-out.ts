import type { Doc } from '#passport/doc.ts';
import { codesStrips } from './codes-page.ts';
import { type Frame, paintPlaced, place } from './flow.ts';
import type { CaptionedCode } from './opening.ts';
import { placePageOne } from './page-one.ts';
import type { Press } from './paragraph.ts';
import { placeRecord } from './record.ts';
import type { Column, Sheet } from './sheet.ts';
import type { Element } from './structure.ts';

/** Page one, the full record after it, the codes at the end: drawn on sheets, without what stands on every page. */
export function layOut(
  press: Press,
  doc: Doc,
  codes: { readonly first: CaptionedCode | null; readonly codes: readonly CaptionedCode[] },
  column: Column,
  frame: Frame,
  root: Element,
): readonly Sheet[] {
  const record = placeRecord(press, doc, column, frame, root);
  // Read after page one, made before it: page one names its pages.
  const later = root.children.splice(0);
  const one = placePageOne(press, doc, codes.first, column, frame, record.pageOf, root);
  root.children.push(...later);
  const sides = one.pen.page;
  const pen = record.pages === 0 ? one.pen : { page: sides + record.pages, at: record.at };
  const last = place(codesStrips(press, doc.furniture.codesTitle, codes.codes, column, root), pen, frame);
  const sheets: Sheet[] = [{ ops: [] }];
  paintPlaced(sheets, one.placed);
  paintPlaced(sheets, record.placed, sides);
  paintPlaced(sheets, last);
  return sheets;
}
