import type { Line, Run } from '#passport/doc.ts';

/**
 * The first whole words of a line, at most `most` characters of them; none where the first word alone is longer. What
 * reads left to right is taken whole or not at all: half a dose is another dose.
 */
export function firstWords(line: Line, most: number): Line {
  const kept: Run[] = [];
  let left = most;
  for (const run of line) {
    if (run.text.length <= left) {
      kept.push(run);
      left -= run.text.length;
      continue;
    }
    const end = run.ltr ? -1 : run.text.slice(0, left + 1).search(/\s\S*$/u);
    if (end > 0) kept.push({ ...run, text: run.text.slice(0, end) });
    return trimmed(kept);
  }
  return kept;
}

function trimmed(runs: readonly Run[]): Line {
  const last = runs.at(-1);
  if (last === undefined) return [];
  const text = last.text.trimEnd();
  return text === '' ? trimmed(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
}
