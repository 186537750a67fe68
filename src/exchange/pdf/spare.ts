import type { Block, Line, Section } from '#passport/doc.ts';
import { isNameOf } from './sections.ts';

/** A section of page one and what is left out of it: paragraphs, items, rows, each as its lines. */
export type Left = { readonly section: Section; readonly pieces: readonly (readonly Line[])[] };

/** How much of each block of each section is on page one: items of a list, rows of a table, 1 for a paragraph. */
export type Taken = readonly (readonly number[])[];

/** What is taken or left as one: a block from its start, with the paragraph that names it, if one does. */
export type Unit = { readonly section: number; readonly block: number; readonly name: number | null };

function sizeOf(block: Block): number {
  if (block.kind === 'paragraph') return 1;
  return block.kind === 'list' ? block.items.length : block.rows.length;
}

/** All there is. */
export function wholeOf(sections: readonly Section[]): Taken {
  return sections.map((section) => section.blocks.map(sizeOf));
}

/** What is never left out; a section that is not `isElsewhere` is there whole. */
export function leastOf(sections: readonly Section[], isElsewhere: (section: Section) => boolean): Taken {
  return sections.map((section) =>
    section.blocks.map((block) => (block.spare === true && isElsewhere(section) ? 0 : sizeOf(block))),
  );
}

/** What of `sections` may still be taken, in the order it is to be tried. */
export function unitsOf(sections: readonly Section[], taken: Taken): readonly Unit[] {
  return sections.flatMap((section, at) =>
    section.blocks.flatMap((block, index): Unit[] => {
      const isLeft = (taken[at]?.[index] ?? 0) < sizeOf(block);
      const next = section.blocks[index + 1];
      if (!isLeft || (isNameOf(block, next) && next?.spare === true)) return [];
      const before = section.blocks[index - 1];
      const isNamed = before?.spare === true && isNameOf(before, block);
      return [{ section: at, block: index, name: isNamed ? index - 1 : null }];
    }),
  );
}

/** What is taken when the first `count` of a unit are, all of them where `count` is not given. */
export function withUnit(
  sections: readonly Section[],
  taken: Taken,
  unit: Unit,
  count = unitSize(sections, unit),
): Taken {
  return taken.map((blocks, at) =>
    at !== unit.section
      ? blocks
      : blocks.map((size, index) => (index === unit.block ? count : index === unit.name && count > 0 ? 1 : size)),
  );
}

export function unitSize(sections: readonly Section[], { section, block }: Unit): number {
  const found = sections[section]?.blocks[block];
  return found === undefined ? 0 : sizeOf(found);
}

function cut(block: Block, size: number): Block {
  if (block.kind === 'list') return { ...block, items: block.items.slice(0, size) };
  return block.kind === 'table' ? { ...block, rows: block.rows.slice(0, size) } : block;
}

function isWhole(section: Section, blocks: readonly number[] | undefined): boolean {
  return section.blocks.every((block, at) => (blocks?.[at] ?? 0) >= sizeOf(block));
}

/** Sections with what is taken of them; the same value for the same part of a section. None is left with a bare title. */
export function taker(sections: readonly Section[]): (taken: Taken) => readonly Section[] {
  const known = new Map<string, Section | null>();
  const take = (section: Section, sizes: readonly number[]): Section | null => {
    if (isWhole(section, sizes)) return section;
    const blocks = section.blocks.flatMap((block, at) => {
      const size = sizes[at] ?? 0;
      if (size >= sizeOf(block)) return [block];
      return size === 0 ? [] : [cut(block, size)];
    });
    return blocks.length === 0 ? null : { ...section, blocks };
  };
  return (taken) =>
    sections.flatMap((section, at) => {
      const sizes = taken[at] ?? [];
      const key = `${at}:${sizes.join(',')}`;
      const found = known.get(key);
      const part = found === undefined ? take(section, sizes) : found;
      known.set(key, part);
      return part === null ? [] : [part];
    });
}

/** Every Line that a block holds. */
export function linesOfBlock(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return [block.line];
  return block.kind === 'list' ? block.items : [block.head, ...block.rows].flat();
}

const rowsOf = (line: Line, width: number) =>
  Math.max(1, Math.ceil(line.reduce((sum, run) => sum + run.text.length, 0) / width));

/** About how many lines sections have on paper in roomy letters, their titles and what stands between counted in. */
export function lengthOf(sections: readonly Section[]): number {
  let length = 0;
  for (const { blocks } of sections) {
    length += 2;
    for (const block of blocks) {
      if (block.kind === 'paragraph') length += rowsOf(block.line, 90);
      else if (block.kind === 'list') for (const item of block.items) length += rowsOf(item, 90) * 0.8;
      else for (const row of block.rows) length += Math.max(1, ...row.map((cell) => rowsOf(cell, 28))) + 0.6;
    }
  }
  return length;
}

const pieces = new WeakMap<Block, readonly (readonly Line[])[]>();

/** A block as what is taken or left whole: the same values each time. */
function piecesOf(block: Block): readonly (readonly Line[])[] {
  const made =
    pieces.get(block) ??
    (block.kind === 'paragraph'
      ? [[block.line]]
      : block.kind === 'list'
        ? block.items.map((item) => [item])
        : block.rows);
  pieces.set(block, made);
  return made;
}

/** What is left out, section by section, in order. */
export function leftOut(sections: readonly Section[], taken: Taken): readonly Left[] {
  return sections.flatMap((section, at): Left[] =>
    isWhole(section, taken[at])
      ? []
      : [{ section, pieces: section.blocks.flatMap((block, index) => piecesOf(block).slice(taken[at]?.[index] ?? 0)) }],
  );
}
