import { earliest } from './dates-in-text.ts';
import { isFurniture } from './furniture.ts';
import { type HeadingState, headingOf, isColumnHeader } from './headings.ts';
import { type Columns, columnsOf, hasIndexColumn, readRow } from './layout.ts';
import { alikeSets } from './likeness.ts';
import { pastedLines } from './lines.ts';

/** One line of a pasted problem list. Dates are ISO 8601 text of reduced precision. */
export type PastedEntry = {
  /** The line exactly as pasted, without its line end. */
  readonly original: string;
  /** The name as shown, tidied: see `tidyName`. */
  readonly name: string;
  readonly began: string | null;
  readonly ended: string | null;
  /** What the heading above the line, or a word in it, said. */
  readonly heading: HeadingState;
};

/** Entries whose words are alike. `began` is the oldest date in them, `latest` the newest. */
export type ProblemGroup = {
  readonly name: string;
  readonly entries: readonly PastedEntry[];
  readonly began: string | null;
  readonly latest: string | null;
};

/** More lines than any record prints; what is beyond is kept as unread text. */
const MOST_ENTRIES = 2_000;
const LONGEST_LINE = 400;

/**
 * Reads a problem list pasted from a GP record, in any of the layouts people meet: columns by tab, comma, semicolon,
 * bar or spaces, date first or last or none, bullets, numbers, headings, codes. Never fails. Every non-blank line is an
 * entry, a heading, a line of column names, or in `unread`: exactly as pasted, in order, for the person to see and keep.
 */
export function readProblemList(text: string): { entries: PastedEntry[]; unread: string[] } {
  const lines = pastedLines(text);
  const bodies = lines.filter(({ clean }) => clean.length <= LONGEST_LINE && !isTitle(clean)).map(({ clean }) => clean);
  const indexed = hasIndexColumn(bodies);
  const entries: PastedEntry[] = [];
  const unread: string[] = [];
  let heading: HeadingState = null;
  let columns: Columns | null = null;
  let isForeign = false;

  for (const { original, clean } of lines) {
    const found = headingOf(clean);
    if (found?.kind === 'problems') {
      heading = found.state;
      isForeign = false;
    } else if (found?.kind === 'foreign') {
      isForeign = true;
      unread.push(original);
    } else if (isColumnHeader(clean)) {
      columns = columnsOf(clean);
    } else if (isForeign || clean.length > LONGEST_LINE || entries.length >= MOST_ENTRIES || isFurniture(clean)) {
      unread.push(original);
    } else {
      const { name, began, ended, state } = readRow(clean, columns, indexed);
      if (!isName(name)) unread.push(original);
      else entries.push({ original, name, began, ended, heading: state ?? heading });
    }
  }
  return { entries, unread };
}

/** Whether a line is a heading that opens a list of problems or a line of column names, and so is no entry. */
export function isTitle(line: string): boolean {
  return headingOf(line)?.kind === 'problems' || isColumnHeader(line);
}

/**
 * Puts together the entries whose words are alike (see `alikeSets`). Each entry is in exactly one group, and which ones
 * are together does not depend on their order. Groups and their entries come in the order of the list.
 */
export function groupProblems(entries: readonly PastedEntry[]): ProblemGroup[] {
  return alikeSets(entries.map((entry) => entry.name)).map((set) =>
    groupOf(set.flatMap((position) => entries[position] ?? [])),
  );
}

/** The group without one of its entries, and that entry alone. An only or foreign entry leaves the group as it is. */
export function splitGroup(group: ProblemGroup, entry: PastedEntry): ProblemGroup[] {
  const rest = group.entries.filter((one) => one !== entry);
  if (rest.length === 0 || rest.length === group.entries.length) return [group];
  return [groupOf(rest), groupOf([entry])];
}

function groupOf(entries: readonly PastedEntry[]): ProblemGroup {
  const dates = entries.flatMap((entry) => [entry.began, entry.ended].filter((date) => date !== null));
  const latest = dates.reduce<string | null>((last, date) => (last === null || date > last ? date : last), null);
  return { name: newest(entries)?.name ?? '', entries, began: earliest(dates), latest };
}

/** The entry begun last; of several, the one with the shortest name, so that the order of the list does not matter. */
function newest(entries: readonly PastedEntry[]): PastedEntry | undefined {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...entries].sort(
    (a, b) => before(b.began ?? '', a.began ?? '') || a.name.length - b.name.length || before(a.name, b.name),
  )[0];
}

function isName(name: string): boolean {
  return (name.match(/\p{L}/gu) ?? []).length >= 2 && name.length <= LONGEST_LINE;
}
