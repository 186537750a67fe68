import type { Block, Doc, Line, Section } from '#passport/doc.ts';
import { lineToText } from '#passport/summary/phrase.ts';

/** Every line of a block, in reading order. */
export function blockToLines(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return [block.line];
  if (block.kind === 'list') return block.items;
  return [...block.head, ...block.rows.flat()];
}

/** The texts of a section, without its title. */
export function linesOf(section: Section | undefined): readonly string[] {
  return (section?.blocks ?? []).flatMap(blockToLines).map(lineToText);
}

/** The section of page one with this id. */
export function sectionOf(doc: Doc, id: string): Section | undefined {
  return doc.summary.find((section) => section.id === id);
}

function headLines(doc: Doc): readonly Line[] {
  return [doc.kicker, doc.label, doc.name, ...doc.facts, doc.origin, doc.made, ...doc.notices];
}

function sectionLines(section: Section): readonly Line[] {
  return [section.title, section.checked ?? [], ...section.blocks.flatMap(blockToLines)];
}

/** Every line of page one. */
function pageLines(doc: Doc): readonly Line[] {
  return [...headLines(doc), ...doc.summary.flatMap(sectionLines), ...doc.also.map(({ name }) => name), doc.closing];
}

/** Every line of a Doc. */
export function allLines(doc: Doc): readonly Line[] {
  return [...pageLines(doc), ...doc.record.flatMap(sectionLines)];
}

/** Page one as text. */
export function pageText(doc: Doc): string {
  return pageLines(doc).map(lineToText).join('\n');
}

/** What of page one is on every paper, however little room there is. */
export function keptText(doc: Doc): string {
  const kept = doc.summary.map((section) => ({ ...section, blocks: section.blocks.filter(({ spare }) => !spare) }));
  return pageText({ ...doc, summary: kept.filter(({ blocks }) => blocks.length > 0) });
}
