import { earliest } from './dates-in-text.ts';
import { alikeSets } from './likeness.ts';
import type { PastedEntry } from './problem-list.ts';

/** Entries whose words are alike. `began` is the oldest date in them, `latest` the newest. */
export type ProblemGroup = {
  readonly name: string;
  readonly entries: readonly PastedEntry[];
  readonly began: string | null;
  readonly latest: string | null;
};

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
