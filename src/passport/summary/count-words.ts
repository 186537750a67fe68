import type { Block, Doc, Line, Section } from '#passport/doc.ts';

/** A word longer than this counts as several, so that text with no spaces is not one word. */
const longestWord = 30;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Words on page one of a Doc: everything a reader's eye meets there (label, name, facts, when it was made, notices,
 * headings, tables), except what is drawn on every page. A lone "·" is not a word; a Han or kana sign is one.
 */
export function countWords(doc: Omit<Doc, 'record' | 'furniture'>): number {
  const lines = [doc.kicker, doc.label, doc.name, ...doc.facts, doc.made, ...doc.notices];
  return countLines(lines) + doc.summary.reduce((sum, section) => sum + countSection(section), 0);
}

export function countSection(section: Section): number {
  return countLines([section.title, section.checked ?? [], ...section.blocks.flatMap(blockToLines)]);
}

/** Every line of a block, in reading order. */
export function blockToLines(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return [block.line];
  if (block.kind === 'list') return block.items;
  return [...block.head, ...block.rows.flat()];
}

export function countLine(line: Line): number {
  return tokensOf(lineToText(line)).reduce((sum, token) => sum + countToken(token.text), 0);
}

function countLines(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + countLine(line), 0);
}

/** The text of a line with nothing added. */
export function lineToText(line: Line): string {
  return line.map((run) => run.text).join('');
}

/** Stretches without spaces and where they end. */
export function tokensOf(
  text: string,
): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/\S+/gu)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** How many words a stretch without spaces counts as. */
export function countToken(token: string): number {
  if (token === '·') return 0;
  const signs = token.match(ideographs)?.length ?? 0;
  return signs + Math.ceil((token.length - signs) / longestWord);
}
