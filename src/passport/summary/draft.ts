import type { Block, Line, Section } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import type { Part } from '#passport/part.ts';
import { countLine } from './count-words.ts';
import { cutLine } from './cut-line.ts';
import { moreRun } from './explain-cuts.ts';
import { run } from './phrase.ts';
import type { Words } from './words.ts';

/** What every section of page one is made from. */
export type Page = { readonly extract: Extract; readonly words: Words };

/** A section of page one that can be made in any length: `level` is about how many words one text may have. */
export type Draft = { readonly id: string; readonly make: (level: number) => Section | null };

/** From this level up a page has room for what is good to know and not needed. */
export const roomy = 20;

/** Text longer than this is always cut on page one, so nothing beyond it has to be looked at. */
const longestLook = 3000;

// Nobody is helped by a text that ends two words early.
const leeway = 3;

/** A line in about `most` words, whatever its size. */
export function short(line: Line, most: number): Line {
  let left = longestLook;
  const looked: Line = line.flatMap((part) => {
    const text = part.text.slice(0, Math.max(0, left));
    left -= part.text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
  return countLine(looked) <= most + (most > 8 ? leeway : 0) ? looked : cutLine(looked, most);
}

/** How many things of a list: at least `few` while sentences are whole, one or two when the page is full to the brim. */
export function howMany(level: number, few: number, share: number): number {
  return level < 8 ? Math.max(1, few - 2 * (8 - level)) : Math.max(few, Math.ceil(level / share));
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
  return { kept: all.slice(0, most), more: [moreRun(words, all.length - most)] };
}

/** The section, or null when there is nothing in it. */
export function filled(section: Section): Section | null {
  return section.blocks.length > 0 ? section : null;
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
    make: (level) => filled({ id: part.id, area, title, checked: null, blocks: blocks(level) }),
  };
}
