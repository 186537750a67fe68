import type { Block, Line } from '#passport/doc.ts';
import { hairline } from './look.ts';
import type { Press } from './paragraph.ts';
import { asArtifact, linesOf, paintLine, setText, startOf, type Text, widthsOf } from './set-text.ts';
import type { Column, Strip } from './sheet.ts';
import { addElement, type Element, type Tag } from './structure.ts';

const between = 14;

/**
 * Widths of the columns: room for every word first (one endless word may not starve the others), then the rest by
 * how much each could use.
 */
export function columnWidths(columns: readonly { widest: number; narrowest: number }[], room: number): number[] {
  const longest = room / Math.max(2, columns.length * 0.75);
  const least = columns.map((column) => Math.min(column.narrowest, longest));
  const most = columns.map((column, at) => Math.max(least[at] ?? 0, Math.min(column.widest, room * 0.7)));
  const leastSum = least.reduce((sum, width) => sum + width, 0);
  const mostSum = most.reduce((sum, width) => sum + width, 0);
  if (leastSum > room) return least.map((width) => (width / leastSum) * room);
  if (mostSum > room)
    return least.map((width, at) => width + ((room - leastSum) * ((most[at] ?? 0) - width)) / (mostSum - leastSum));
  return most.map((width) => width + (room - mostSum) / columns.length);
}

function columnsOf(press: Press, widths: readonly number[], column: Column): Column[] {
  let start = 0;
  return widths.map((width) => {
    const left = press.dir === 'ltr' ? column.left + start : column.left + column.width - start - width;
    start += width + between;
    return { left, width };
  });
}

/** The strips of a row: one for each line of its tallest cell, with a thin rule under the last. */
function rowStrips(
  press: Press,
  cells: readonly Text[],
  columns: readonly Column[],
  table: Column,
  head?: Strip,
): Strip[] {
  const lines = cells.map((cell, at) => linesOf(press, cell, columns[at]?.width ?? 0));
  const count = Math.max(1, ...lines.map((cell) => cell.length));
  const leading = cells[0]?.style.leading ?? press.look.styles.body.leading;
  const pad = head === undefined ? 1 : press.look.gaps.row;
  return Array.from({ length: count }, (_, index) => {
    const first = index === 0 ? pad : 0;
    const last = index === count - 1 ? press.look.gaps.row : 0;
    return {
      height: first + leading + last,
      gap: 0,
      // A row stays whole unless it is so long that it must flow.
      keep: index < count - 1 && (count <= 12 || index === 0 || index === count - 2),
      ...(head === undefined ? {} : { head }),
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
            y: top + first + leading + last,
            width: table.width,
            height: 0.6,
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
    paint: (sheet, top) => {
      let at = top;
      for (const strip of strips) {
        strip.paint(sheet, at, 0);
        at += strip.height;
      }
    },
  };
}

/** A table as strips. Its head is drawn again on every page that it flows to. */
export function tableStrips(
  press: Press,
  block: Extract<Block, { kind: 'table' }>,
  column: Column,
  gap: number,
  parent: Element,
): Strip[] {
  const count = Math.max(block.head.length, ...block.rows.map((row) => row.length));
  if (count === 0) return [];
  const table = addElement(parent, 'Table');
  const row = (cells: readonly Line[], tag: Tag): Text[] => {
    const element = addElement(table, 'TR');
    const style = tag === 'TH' ? press.look.styles.small : press.look.styles.body;
    return Array.from({ length: count }, (_, at) => setText(press, cells[at] ?? [], style, addElement(element, tag)));
  };
  const head = block.head.length === 0 ? null : row(block.head, 'TH');
  const rows = block.rows.map((cells) => row(cells, 'TD'));

  const all = head === null ? rows : [head, ...rows];
  const needs = Array.from({ length: count }, (_, at) => {
    const widths = all.flatMap((cells) => cells[at] ?? []).map(widthsOf);
    return {
      widest: Math.max(0, ...widths.map(({ widest }) => widest)) + 0.5,
      narrowest: Math.max(0, ...widths.map(({ narrowest }) => narrowest)) + 0.5,
    };
  });
  const columns = columnsOf(press, columnWidths(needs, column.width - between * (count - 1)), column);

  const empty: Strip = { height: 0, gap: 0, keep: true, paint: () => {} };
  const again = head === null ? empty : asOne(rowStrips(press, head.map(asArtifact), columns, column));
  const body = rows.flatMap((cells) => rowStrips(press, cells, columns, column, again));
  if (head === null) return body.map((strip, at) => (at === 0 ? { ...strip, gap } : strip));
  const top = asOne(rowStrips(press, head, columns, column));
  return [{ ...top, gap, keep: body.length > 0 }, ...body];
}
