/** What a cell needs: its width unbroken, and that of its widest word. */
type Need = { readonly widest: number; readonly narrowest: number };

/** Lines are broken at words: they hold about this much of their width. */
const filled = 0.92;

/** What a line of a cell costs that does not make its row taller: of two tables as high, the more even one is better. */
const slight = 0.02;

/** About how many lines the rows have with columns of these widths, all rows together. */
function linesOf(rows: readonly (readonly Need[])[], widths: readonly number[]): number {
  let sum = 0;
  for (const cells of rows) {
    let most = 1;
    for (let at = 0; at < cells.length; at += 1) {
      const [need, width] = [cells[at]?.widest ?? 0, widths[at] ?? 1];
      if (need <= width) continue;
      // A little less than a line counts a little less, so that small moves lead somewhere.
      const exact = need / (width * filled);
      const lines = 0.7 * Math.ceil(exact) + 0.3 * exact;
      most = Math.max(most, lines);
      sum += lines * slight;
    }
    sum += most;
  }
  return sum;
}

/** Room for every word first (one endless word may not starve the others), then by how much each column could use. */
function sharedWidths(columns: readonly Need[], least: readonly number[], room: number): number[] {
  const most = columns.map((column, at) => Math.max(least[at] ?? 0, Math.min(column.widest, room * 0.7)));
  const leastSum = least.reduce((sum, width) => sum + width, 0);
  const mostSum = most.reduce((sum, width) => sum + width, 0);
  if (leastSum > room) return least.map((width) => (width / leastSum) * room);
  if (mostSum > room)
    return least.map((width, at) => width + ((room - leastSum) * ((most[at] ?? 0) - width)) / (mostSum - leastSum));
  return most.map((width) => width + (room - mostSum) / columns.length);
}

/** So much is moved from one column to another at once, in points: far first, then little. */
const steps = [48, 24, 12, 6];

/**
 * Widths of the columns of a table whose rows have cells with these needs, `room` in all: no word is cut where all
 * words fit, and then the rows together have as few lines as moving room between two columns can give.
 */
export function columnWidths(rows: readonly (readonly Need[])[], room: number): number[] {
  const count = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: count }, (_, at): Need => {
    const most = (need: (cell: Need) => number) =>
      Math.max(0, ...rows.map((cells) => (cells[at] ? need(cells[at]) : 0)));
    return { widest: most((cell) => cell.widest) + 0.5, narrowest: most((cell) => cell.narrowest) + 0.5 };
  });
  const longest = room / Math.max(2, count * 0.75);
  const least = columns.map((column) => Math.min(column.narrowest, longest));
  let widths = sharedWidths(columns, least, room);
  let lines = linesOf(rows, widths);
  for (const step of steps) {
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      for (let from = 0; from < count; from += 1) {
        if ((widths[from] ?? 0) - step < (least[from] ?? 0)) continue;
        for (let to = 0; to < count; to += 1) {
          if (to === from) continue;
          const moved = widths.map((width, at) => (at === from ? width - step : at === to ? width + step : width));
          const fewer = linesOf(rows, moved);
          if (fewer >= lines) continue;
          [widths, lines, isBetter] = [moved, fewer, true];
          break;
        }
      }
    }
  }
  return widths;
}
