import { partOf } from '#passport/catalogue.ts';
import type { Block, Line, Section } from '#passport/doc.ts';
import type { Extract, ExtractPart, ExtractRecord } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { isPrivatePart } from '#passport/private.ts';
import { checkedToLine } from './checked-to-line.ts';
import { lineToText } from './count-words.ts';
import { paragraph } from './draft.ts';
import { groupProblems } from './merge-problems.ts';
import { phrase, run, strong } from './phrase.ts';
import { inConfidence, isConfided, isUnwritten, labelled, translationToLine } from './told.ts';
import { valueToLine, valueToLines } from './value-to-line.ts';
import type { Words } from './words.ts';

/** Everything told, part by part, every field with its label. Nothing here is cut. */
export function fullRecord(extract: Extract, words: Words): readonly Section[] {
  return extract.parts.flatMap((told) => {
    const part = partOf(told.part);
    return part ? [partToSection(part, told, words)] : [];
  });
}

function partToSection(part: Part, told: ExtractPart, words: Words): Section {
  const title = [run(words, words.part(part.id))];
  const checked = checkedToLine(told.checked, words);
  return { id: part.id, area: 'main', title, checked, blocks: blocksOf(part, told, words) };
}

function blocksOf(part: Part, told: ExtractPart, words: Words): readonly Block[] {
  if (told.none) return paragraph(phrase(words, 'none_known'));
  if (isUnwritten(told)) return paragraph(phrase(words, 'not_written'));
  const groups = part.id === 'problems' ? groupProblems(told.records) : told.records.map((record) => [record]);
  return groups.flatMap((group) => (part.many ? listed(part, group, words) : single(part, group, words)));
}

/** A record of a list: the name it is called by, then its other fields. One mark is enough for all of it. */
function listed(part: Part, group: readonly ExtractRecord[], words: Words): readonly Block[] {
  const [first] = group;
  const told = first?.[part.title];
  const isWhole = group.every(isConfided);
  const title = valueToLine(fieldOf(part, part.title) as Field, told, words);
  const named = title.length > 0 ? strong(title) : phrase(words, 'unnamed');
  const heading = isWhole || told?.confidence ? inConfidence(named, words) : named;
  return [...paragraph(heading), ...fieldsToBlocks(part, group, words, { but: part.title, isMarked: isWhole })];
}

/** The one record of a part. */
function single(part: Part, group: readonly ExtractRecord[], words: Words): readonly Block[] {
  const isWhole = isPrivatePart(part) && group.every(isConfided);
  const mark = isWhole ? paragraph(strong(phrase(words, 'confidence'))) : [];
  return [...mark, ...fieldsToBlocks(part, group, words, { isMarked: isWhole })];
}

type Around = {
  /** A field that stands above already. */
  readonly but?: string;
  /** What stands above says that all of this was told in confidence. */
  readonly isMarked: boolean;
};

/** Fields with one line together in a list; a field of several lines as a label with its own list or paragraphs. */
function fieldsToBlocks(part: Part, group: readonly ExtractRecord[], words: Words, around: Around): readonly Block[] {
  const blocks: Block[] = [];
  let items: Line[] = [];
  const flush = () => {
    if (items.length > 0) blocks.push({ kind: 'list', ordered: false, items });
    items = [];
  };
  for (const [id, field] of Object.entries(part.fields)) {
    if (id === around.but || !isSaid(part, id, field)) continue;
    const lines = linesOf(field, id, group, words, around.isMarked);
    const label = words.field(part.id, id);
    const [first, second] = lines;
    if (!first) continue;
    if (!second && field.kind !== 'steps') {
      items.push(labelled(words, label, first));
      continue;
    }
    flush();
    blocks.push({ kind: 'paragraph', line: [{ ...run(words, label), strong: true }] });
    if (field.kind === 'steps') blocks.push({ kind: 'list', ordered: true, items: lines });
    else if (field.kind === 'contacts') blocks.push({ kind: 'list', ordered: false, items: lines });
    else blocks.push(...lines.map((line): Block => ({ kind: 'paragraph', line })));
  }
  flush();
  blocks.push(...group.flatMap((record) => paragraph(hardToAsk(part, record, words, around.isMarked))));
  blocks.push(...group.flatMap((record) => paragraph(translationToLine(part, record, words) ?? [], 'quiet')));
  return blocks;
}

/** The lines of a field over records put together: each different value once. */
function linesOf(
  field: Field,
  id: string,
  group: readonly ExtractRecord[],
  words: Words,
  isMarked: boolean,
): readonly Line[] {
  const seen = new Set<string>();
  return group.flatMap((record) => {
    const told = record[id];
    if (!told) return [];
    const lines = valueToLines(field, told, words);
    const key = lines.map(lineToText).join('\n');
    if (seen.has(key)) return [];
    seen.add(key);
    if (!told.confidence || isMarked) return lines;
    return lines.map((line, place) => (place === 0 ? inConfidence(line, words) : line));
  });
}

/** Silent fields are the program's own; how to handle what is hard to say is said as a sentence, or not at all. */
function isSaid(part: Part, id: string, field: Field): boolean {
  return !field.silent && !(part.id === 'visit' && id === 'hardHow');
}

function hardToAsk(part: Part, record: ExtractRecord, words: Words, isMarked: boolean): Line {
  const how = part.id === 'visit' ? record['hardHow'] : undefined;
  if (how?.value !== 'ask') return [];
  const asked = phrase(words, 'hard_ask');
  return how.confidence && !isMarked ? inConfidence(asked, words) : asked;
}
