import type { HeadingState } from './headings.ts';
import type { PastedEntry } from './problem-list.ts';
import { codesIn, tidyName } from './tidy.ts';
import { foldWord } from './word-classes.ts';

/** A problem that is in the passport. */
export type KeptProblem = {
  readonly id: string;
  /** Its name in the record and the person's own. */
  readonly names: readonly string[];
  readonly original: string;
  readonly began: string | null;
  readonly recordSays: HeadingState;
};

/**
 * Which of the entries are kept already, and as what: the same lines, the same code, or the same name written otherwise.
 * Each kept problem stands for one entry, so that what stands twice in a list is kept twice. Of several with one name,
 * those with the same date go together first.
 */
export function keptBefore(
  entries: readonly PastedEntry[],
  kept: readonly KeptProblem[],
): ReadonlyMap<PastedEntry, KeptProblem> {
  const found = new Map<PastedEntry, KeptProblem>();
  const free = new Set(kept);
  const keys = new Map(kept.map((one) => [one, keysOf(one.names, one.original)]));
  const rules: ((entry: PastedEntry, own: ReadonlySet<string>, one: KeptProblem) => boolean)[] = [
    (entry, _, one) => entry.original === one.original,
    (entry, own, one) => isShared(own, keys.get(one)) && isSameDate(entry.began, one.began),
    (_, own, one) => isShared(own, keys.get(one)),
  ];
  const own = new Map(entries.map((entry) => [entry, keysOf([entry.name], entry.original)]));
  for (const isSame of rules) {
    for (const entry of entries) {
      if (found.has(entry)) continue;
      const one = [...free].find((each) => isSame(entry, own.get(entry) ?? NONE, each));
      if (!one) continue;
      found.set(entry, one);
      free.delete(one);
    }
  }
  return found;
}

const NONE: ReadonlySet<string> = new Set();

function keysOf(names: readonly string[], original: string): ReadonlySet<string> {
  const folded = names.map((name) => (tidyName(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord).join(' '));
  return new Set([...folded.filter((name) => name !== ''), ...codesIn(original).map((code) => `#${code}`)]);
}

function isShared(a: ReadonlySet<string>, b: ReadonlySet<string> = NONE): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** The same, as far as both are known. */
function isSameDate(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a);
}
