import { openFonts } from '#exchange/pdf/fonts.ts';
import { measureFurniture } from '#exchange/pdf/furniture.ts';
import { layOut } from '#exchange/pdf/lay-out.ts';
import { margin, normal, type Paper, papers } from '#exchange/pdf/look.ts';
import type { Press } from '#exchange/pdf/paragraph.ts';
import type { Op, Sheet } from '#exchange/pdf/sheet.ts';
import { emptyStructure } from '#exchange/pdf/structure.ts';
import type { Doc } from '#passport/doc.ts';
import { resources } from './resources.ts';

type Laid = {
  readonly sheets: readonly Sheet[];
  /** The words of each sheet in the order they are drawn and read, without what is drawn a second time. */
  readonly words: readonly (readonly string[])[];
  /** Ops that reach out of the frame of their page. */
  readonly outside: readonly Op[];
};

function wordsOf(sheet: Sheet): readonly string[] {
  const lines = sheet.ops.flatMap((op) =>
    op.kind !== 'text' || op.elements === null
      ? []
      : op.line.pieces.map(({ clusters }) => clusters.map((cluster) => cluster.text).join('')).join(''),
  );
  return lines
    .join(' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A Doc laid out with the app's fonts, before anything is written: what stands where. */
export async function laid(doc: Doc, paper: Paper = 'a4'): Promise<Laid> {
  const { width, height } = papers[paper];
  const column = { left: margin.side, width: width - 2 * margin.side };
  const fonts = await openFonts(resources, 'a ع');
  const press: Press = {
    fonts,
    lang: doc.lang,
    dir: doc.dir,
    marks: {},
    missing: new Set(),
    look: normal,
    shaped: new WeakMap(),
  };
  const frame = measureFurniture(press, doc, column, height);
  const sheets = layOut(press, doc, { first: null, codes: [] }, column, frame, emptyStructure(doc.lang));
  const outside = sheets.flatMap((sheet, at) => {
    const [top, bottom] = [frame.top(at + 1) - 0.1, frame.bottom + 0.1];
    const [left, right] = [column.left - 0.1, column.left + column.width + 0.1];
    return sheet.ops.filter((op) => {
      if (op.kind === 'code') return false;
      const [over, under] = op.kind === 'rule' ? [op.y, op.y + op.height] : [op.baseline - op.size * 0.75, op.baseline];
      const end = op.x + (op.kind === 'rule' ? op.width : op.line.width);
      return over < top || under > bottom || op.x < left || end > right;
    });
  });
  return { sheets, words: sheets.map(wordsOf), outside };
}
