import type { PastedLine } from './lines.ts';
import { isColumnTitle, type MedicineRole } from './medicine-columns.ts';
import { isProduct } from './medicine-pieces.ts';

const FEWEST = 3;
const MOST = 10;

/**
 * The lines of a table whose every cell came on a line of its own, put together as its rows, with a tab between the
 * cells. Only where at least three column titles stand under each other, and each row after them begins with a product;
 * all other lines as they are.
 */
export function cellsToRows(lines: readonly PastedLine[]): readonly PastedLine[] {
  const start = lines.findIndex((_, at) => titlesFrom(lines, at) >= FEWEST);
  if (start < 0) return lines;
  const size = titlesFrom(lines, start);
  const cells = lines.slice(start);
  const rows: PastedLine[] = [];
  let at = 0;
  while (at + size <= cells.length && (at === 0 || isRow(cells.slice(at, at + size)))) {
    rows.push(joinedLine(cells.slice(at, at + size)));
    at += size;
  }
  return rows.length < 2 ? lines : [...lines.slice(0, start), ...rows, ...cells.slice(at)];
}

function titlesFrom(lines: readonly PastedLine[], start: number): number {
  const roles: MedicineRole[] = [];
  for (const { clean } of lines.slice(start, start + MOST)) {
    const role = isColumnTitle(clean.trim());
    if (role === null) break;
    roles.push(role);
  }
  return roles[0] === 'name' && roles.filter((role) => role === 'name').length === 1 ? roles.length : 0;
}

/** A row begins with its product, and no other cell of it is one. */
function isRow([first, ...others]: readonly PastedLine[]): boolean {
  return first !== undefined && isProduct(first.clean.trim()) && !others.some(({ clean }) => isProduct(clean.trim()));
}

function joinedLine(cells: readonly PastedLine[]): PastedLine {
  return {
    original: cells.map(({ original }) => original).join('\n'),
    clean: cells.map(({ clean }) => clean.trim()).join('\t'),
    isFirst: cells[0]?.isFirst === true,
    isBroken: false,
  };
}
