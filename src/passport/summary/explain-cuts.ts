import type { Block, Line, Run, Section } from '#passport/doc.ts';
import { blockToLines, countLine } from './count-words.ts';
import { cutMark } from './cut-line.ts';
import { run } from './phrase.ts';
import type { Words } from './words.ts';

// How many things each "and 3 more" stands for.
const counted = new WeakMap<Run, number>();

/** "and 3 more": the first of a page will say where they are. */
export function moreRun(words: Words, count: number): Run {
  const more = run(words, words.say('more_short', { count }));
  counted.set(more, count);
  return more;
}

/** True when something of the section was cut or only counted. */
export function isShortened(section: Section): boolean {
  return section.blocks
    .flatMap(blockToLines)
    .some((line) => line.some((part) => part === cutMark || counted.has(part)));
}

/** Words that `explainCuts` may add to a page. */
export function explanationSize(words: Words): number {
  return countLine([run(words, `${words.say('cut')} ${words.say('more', { count: 2 })}`)]);
}

/**
 * The first text of a page that is cut, and the first list, say where the rest is: in the full record, or in a
 * message, which has none behind it, with the person. From then on "…" and "and 3 more" are enough.
 */
export function explainCuts(words: Words, sections: readonly Section[], form: 'page' | 'message'): readonly Section[] {
  let isCutSaid = false;
  let isMoreSaid = false;
  const explainRun = (part: Run): Run => {
    const count = counted.get(part);
    if (part === cutMark) {
      const text = isCutSaid ? cutMark.text : words.say(form === 'page' ? 'cut' : 'cut_ask');
      isCutSaid = true;
      return run(words, text);
    }
    if (count === undefined || isMoreSaid) return part;
    isMoreSaid = true;
    return run(words, form === 'page' ? words.say('more', { count }) : words.say('more_ask', { more: part.text }));
  };
  const explainLine = (line: Line): Line => line.map(explainRun);
  const explainBlock = (block: Block): Block => {
    if (block.kind === 'paragraph') return { ...block, line: explainLine(block.line) };
    if (block.kind === 'list') return { ...block, items: block.items.map(explainLine) };
    return { ...block, rows: block.rows.map((row) => row.map(explainLine)) };
  };
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(explainBlock) }));
}
