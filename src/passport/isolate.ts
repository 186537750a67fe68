import { directionOf } from './direction.ts';
import type { Line, Run } from './doc.ts';
import { figuresIn } from './figures.ts';
import { hasLeftward } from './pieces.ts';

/**
 * Free text as runs, with every figure isolated left to right with its signs and its unit, so that neither `5-7` nor
 * `.5 mg` is ever shown turned round in right-to-left text (UAX #9: signs beside a number take the direction of the
 * paragraph). Among right-to-left words, the left-to-right words that a figure stands with are isolated with it.
 * Figures that only stand next to each other ("in 2019 10 mg", "30/500 8") stay apart, in the order of their sentence.
 * An isolate never begins or ends inside a word. The runs' texts put together are `text`, unchanged.
 */
export function isolate(text: string, lang: string): readonly Run[] {
  if (!/[\p{Nd}\p{No}+−-]|\p{L}\.\p{L}/u.test(text)) return text === '' ? [] : [{ text, lang }];
  const isRtl = hasLeftward(text);
  const isTurned = isRtl || directionOf(lang) === 'rtl';
  const figures = figuresIn(text, isTurned);
  // No right-to-left word in it: it reads as one, as it does in the box where it was typed.
  if (isTurned && !isRtl && figures.length > 0) return [{ text, lang, ltr: true }];
  const runs: Run[] = [];
  let from = 0;
  for (const { start, end } of figures) {
    if (start > from) runs.push({ text: text.slice(from, start), lang });
    runs.push({ text: text.slice(start, end), lang, ltr: true });
    from = end;
  }
  if (from < text.length) runs.push({ text: text.slice(from), lang });
  return runs;
}

/**
 * A line with every figure of it isolated, whoever made it: what draws a line calls this first. A left-to-right run
 * (the name of a medicine, a strength) that holds right-to-left words is taken as free text.
 */
export function isolateLine(line: Line): Line {
  return line.flatMap((run) => {
    // among left-to-right words nothing turns, wherever they stand together
    if (!hasLeftward(run.text) && (run.ltr || directionOf(run.lang) === 'ltr')) return [run];
    const { ltr: _, ...rest } = run;
    // right-to-left words under a left-to-right language: a stretch of its own, or it turns the figures beside it
    const isMixed = hasLeftward(run.text) && directionOf(run.lang) === 'ltr';
    const lang = isMixed ? 'und' : run.lang;
    return isolate(run.text, run.lang).map((part) => ({ ...rest, ...part, lang }));
  });
}
