import type { Block, Line, Section } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import type { Part } from '#passport/part.ts';
import { countLine } from './count-words.ts';
import { cutLine, cutMark, isCut } from './cut-line.ts';
import { phrase, run } from './phrase.ts';
import type { Words } from './words.ts';

/** What every section of page one is made from. */
export type Page = { readonly extract: Extract; readonly words: Words };

/** A section of page one that can be made in any length: `level` is about how many words one text may have. */
export type Draft = { readonly id: string; readonly make: (level: number) => Section | null };

/** From this level up a page has room for what is good to know and not needed. */
export const roomy = 20;

/** Text longer than this is always cut on page one, so nothing beyond it has to be looked at. */
const longestLook = 3000;

// Saying that words were cut takes about so many words: fewer are never saved by cutting.
const noteWords = 6;

/** A line in about `most` words, whatever its size. */
export function short(line: Line, most: number): Line {
  let left = longestLook;
  const looked: Line = line.flatMap((part) => {
    const text = part.text.slice(0, Math.max(0, left));
    left -= part.text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
  return countLine(looked) <= most + (most > 8 ? noteWords : 0) ? looked : cutLine(looked, most);
}

/** How many things of a list: at least `few` while sentences are whole, one or two when the page is full to the brim. */
export function howMany(level: number, few: number, share: number): number {
  return level < 8 ? Math.max(1, level - 4) : Math.max(few, Math.ceil(level / share));
}

export function paragraph(line: Line, tone?: 'quiet' | 'note'): readonly Block[] {
  if (line.length === 0) return [];
  return [{ kind: 'paragraph', line, ...(tone ? { tone } : {}) }];
}

/** A list of at most `most` items, and a line that counts the others. */
export function list<T>(words: Words, all: readonly T[], most: number, toLine: (item: T) => Line): readonly Block[] {
  const { kept, more } = some(words, all, most);
  if (kept.length === 0) return [];
  return [{ kind: 'list', ordered: false, items: kept.map(toLine) }, ...paragraph(more, 'quiet')];
}

/** The same as a table. */
export function table<T>(
  words: Words,
  head: readonly string[],
  all: readonly T[],
  most: number,
  toRow: (item: T) => readonly Line[],
): readonly Block[] {
  const { kept, more } = some(words, all, most);
  if (kept.length === 0) return [];
  return [
    { kind: 'table', head: head.map((text) => [run(words, text)]), rows: kept.map(toRow) },
    ...paragraph(more, 'quiet'),
  ];
}

/** The first `most`, and words for how many more there are; one more is never worth a line of its own. */
export function some<T>(words: Words, all: readonly T[], most: number): { kept: readonly T[]; more: Line } {
  if (all.length <= most + 1) return { kept: all, more: [] };
  return { kept: all.slice(0, most), more: phrase(words, 'more', { count: all.length - most }) };
}

/**
 * Where text was cut, "…" stands; the last of a section says that all of it is in the full record. A section with
 * nothing in it is none.
 */
export function settle(words: Words, section: Section): Section | null {
  if (section.blocks.length === 0) return null;
  let last = true;
  const mark = (line: Line): Line => {
    if (!isCut(line)) return line;
    const text = last ? words.say('cut') : cutMark.text;
    last = false;
    return [...line.slice(0, -1), { text, lang: words.lang }];
  };
  const backwards = <T>(items: readonly T[], change: (item: T) => T): readonly T[] =>
    [...items].reverse().map(change).reverse();
  const blocks = backwards(section.blocks, (block): Block => {
    if (block.kind === 'paragraph') return { ...block, line: mark(block.line) };
    if (block.kind === 'list') return { ...block, items: backwards(block.items, mark) };
    return { ...block, rows: backwards(block.rows, (row) => backwards(row, mark)) };
  });
  return { ...section, blocks };
}

/** A section titled with the part's name. */
export function partSection(
  page: Page,
  part: Part,
  area: Section['area'],
  blocks: (level: number) => readonly Block[],
): Draft {
  const { words } = page;
  const title = [run(words, words.part(part.id))];
  return {
    id: part.id,
    make: (level) => settle(words, { id: part.id, area, title, checked: null, blocks: blocks(level) }),
  };
}
