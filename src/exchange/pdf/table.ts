import type { Block, Line } from '#passport/doc.ts';
import { columnWidths } from './column-widths.ts';
import { hairline } from './look.ts';
import type { Press } from './paragraph.ts';
import { asArtifact, linesOf, paintLine, setText, startOf, type Text, widthsOf } from './set-text.ts';
import type { Column, Strip } from './sheet.ts';
import { addElement, type Element, type Tag } from './structure.ts';

const between = 12;
/** The rule under a row. */
const thin = 0.6;

function columnsOf(press: Press, widths: readonly number[], column: Column): Column[] {
  let start = 0;
  return widths.map((width) => {
    const left = press.dir === 'ltr' ? column.left + start : column.left + column.width - start - width;
    start += width + between;
    return { left, width };
  });
}

/**
 * The strips of a row: one for each line of its tallest cell, with a thin rule under the last. It stays on one page
 * unless it has more than `long` lines, or is taller than a page.
 */
function rowStrips(
  press: Press,
  cells: readonly Text[],
  columns: readonly Column[],
  table: Column,
  long: number,
  head?: Strip | null,
): Strip[] {
  const lines = cells.map((cell, at) => linesOf(press, cell, columns[at]?.width ?? 0));
  const count = Math.max(1, ...lines.map((cell) => cell.length));
  const leading = cells[0]?.style.leading ?? press.look.styles.body.leading;
  const pad = head === undefined ? 1 : press.look.gaps.row;
  return Array.from({ length: count }, (_, index) => {
    const first = index === 0 ? pad : 0;
    const last = index === count - 1 ? press.look.gaps.row : 0;
    const isEdge = index < count - 1 && (index < 2 || index === count - 2);
    return {
      height: first + leading + last,
      gap: 0,
      keep: index < count - 1 && (count <= long || isEdge),
      firm: isEdge,
      ...(head ? { head } : {}),
      paint: (sheet, top) => {
        cells.forEach((cell, at) => {
          const line = lines[at]?.[index];
          const column = columns[at];
          if (line !== undefined && column !== undefined)
            paintLine(sheet, cell, line, column, top + first, startOf(press.dir));
        });
        if (last > 0)
          sheet.ops.push({
            kind: 'rule',
            x: table.left,
            y: top + first + leading + last - thin,
            width: table.width,
            height: thin,
            color: hairline,
          });
      },
    };
  });
}

/** Several strips as one that is not cut. */
function asOne(strips: readonly Strip[]): Strip {
  return {
    height: strips.reduce((sum, strip) => sum + strip.height, 0),
    gap: 0,
    keep: true,
    firm: true,
    paint: (sheet, top) => {
      let at = top;
      for (const strip of strips) {
        strip.paint(sheet, at, 0);
        at += strip.height;
      }
    },
  };
}

type Table = Extract<Block, { kind: 'table' }>;

/** A head taller than this would leave too little of a page that it is drawn again on. */
const tallHead = 120;

/**
 * A table as strips. Its head is drawn again on every page that it flows to; a row is divided between pages only where
 * it has more than `long` lines, or is taller than a page.
 */
export function tableStrips(
  press: Press,
  block: Table,
  column: Column,
  gap: number,
  parent: Element | null,
  long: number,
): Strip[] {
  const count = Math.max(block.head.length, ...block.rows.map((row) => row.length));
  if (count <= 0) return [];
  const table = parent && addElement(parent, 'Table');
  const row = (cells: readonly Line[], tag: Tag): Text[] => {
    const element = table && addElement(table, 'TR');
    const style = tag === 'TH' ? press.look.styles.small : press.look.styles.body;
    return Array.from({ length: count }, (_, at) =>
      setText(press, cells[at] ?? [], style, element && addElement(element, tag)),
    );
  };
  const head = block.head.length === 0 ? null : row(block.head, 'TH');
  const rows = block.rows.map((cells) => row(cells, 'TD'));

  const all = head === null ? rows : [head, ...rows];
  const widths = columnWidths(
    all.map((cells) => cells.map(widthsOf)),
    column.width - between * (count - 1),
  );
  const columns = columnsOf(press, widths, column);

  const top = head === null ? [] : rowStrips(press, head, columns, column, long);
  const again = head === null ? null : asOne(rowStrips(press, head.map(asArtifact), columns, column, long));
  const body = rows.flatMap((cells) =>
    rowStrips(press, cells, columns, column, long, again && again.height <= tallHead ? again : null),
  );
  const held = top.map((strip, at) => ({ ...strip, keep: body.length > 0 || at < top.length - 1, firm: true }));
  return [...held, ...body].map((strip, at) => (at === 0 ? { ...strip, gap } : strip));
}
