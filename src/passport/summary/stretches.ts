import type { Line, Run } from '#passport/doc.ts';
import { isolateLine } from '#passport/isolate.ts';

/**
 * Runs of a line that stand next to each other in one language: isolated together, so that a sentence keeps its order.
 * Every figure in them is a run of its own, whoever made the line.
 */
export type Stretch = { readonly lang: string; readonly runs: readonly Run[] };

export function lineToStretches(line: Line): readonly Stretch[] {
  const stretches: { lang: string; runs: Run[] }[] = [];
  for (const run of isolateLine(line)) {
    const last = stretches.at(-1);
    if (last && last.lang === run.lang) last.runs.push(run);
    else stretches.push({ lang: run.lang, runs: [run] });
  }
  return stretches;
}
