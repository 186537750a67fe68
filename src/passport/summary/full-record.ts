import { parts as catalogue, partOf } from '#passport/catalogue.ts';
import type { Block, Line, Section } from '#passport/doc.ts';
import type { ExtractPart, ExtractRecord } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import type { Part } from '#passport/part.ts';
import { isPrivatePart } from '#passport/private.ts';
import { ageToLine } from './age-to-line.ts';
import { groupProblems } from './group-problems.ts';
import { fieldNamed, list, type Page, paragraph } from './page.ts';
import { dotted, lineToText, phrase, run, strong } from './phrase.ts';
import { safetyNotes } from './safety-notes.ts';
import { inConfidence, isConfided, labelled, translationToLine } from './told.ts';
import { valueToLine, valueToLines } from './value-to-line.ts';
import type { Words } from './words.ts';

/**
 * Everything told, part by part, in the order in which page one reads them: a row for each record of a list, a
 * paragraph for each long text, the short ones together. Nothing here is cut.
 */
export function fullRecord(page: Page): readonly Section[] {
  const { extract } = page;
  const order = [...page.read, ...catalogue.map(({ id }) => id)];
  const placeOf = (told: ExtractPart) => order.indexOf(told.part);
  return [...extract.parts]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .flatMap((told) => {
      const part = partOf(told.part);
      const blocks = part ? blocksOf(page, part, told) : [];
      return part && blocks.length > 0 ? [partToSection(page, part, told, blocks)] : [];
    });
}

function partToSection(page: Page, part: Part, told: ExtractPart, blocks: readonly Block[]): Section {
  const title = [run(page.words, page.words.part(part.id))];
  const checked = told.none || told.records.length > 0 ? ageToLine(page, told) : null;
  return { id: part.id, area: 'main', title, checked, blocks, parts: [part.id] };
}

function blocksOf(page: Page, part: Part, told: ExtractPart): readonly Block[] {
  const { words } = page;
  if (!part.many) return told.records.flatMap((record) => single(part, record, words));
  const groups = part.id === 'problems' ? groupProblems(told.records) : told.records.map((record) => [record]);
  const head = [run(words, words.field(part.id, part.title))];
  const rows = groups.map((group) => row(part, group, words));
  const table: Block = { kind: 'table', head: [head, [run(words, words.say('details'))]], rows };
  return [...(rows.length > 0 ? [table] : []), ...safetyNotes(page, part, rows.length)];
}

/** A record of a list: what it is called by, then its other fields. One mark is enough for all of it. */
function row(part: Part, group: readonly ExtractRecord[], words: Words): readonly Line[] {
  const [first = {}] = group;
  const isWhole = group.every(isConfided);
  const beside = part.besideTitle ?? [];
  const title = asOne([part.title, ...beside].map((id) => valueToLine(fieldNamed(part, id), first[id], words)));
  const named = title.length > 0 ? strong(title) : phrase(words, 'unnamed');
  const heading = isWhole || first[part.title]?.confidence ? inConfidence(named, words) : named;
  const fields = fieldsOf(part, group, words, { but: [part.title, ...beside], isMarked: isWhole });
  const translations = group.map((record) => translationToLine(part, record, words) ?? []);
  return [
    heading,
    dotted(words, [
      ...fields.map(({ label, lines }) => labelled(words, label, stacked(lines, words))),
      ...translations,
    ]),
  ];
}

/** What is one thing as one stretch, so that nothing turns it round: "Pregabalin 75 mg". */
function asOne(lines: readonly Line[]): Line {
  const [first, ...rest] = lines.flatMap((line) => (line.length > 0 ? [line] : []));
  const [start] = first ?? [];
  if (!first || !start || rest.length === 0) return first ?? [];
  return [{ ...start, text: [first, ...rest].map(lineToText).join(' ') }];
}

/** Several lines as one that keeps where each ends. */
function stacked(lines: readonly Line[], words: Words): Line {
  return lines.length > 1 ? lines.flatMap((line) => [run(words, '\n'), ...line]) : (lines[0] ?? []);
}

/** Up to so many characters, a field stands beside others. */
const short = 60;

/** The one record of a part: short fields in one paragraph, each long one as one of its own. */
function single(part: Part, record: ExtractRecord, words: Words): readonly Block[] {
  const isWhole = isPrivatePart(part) && isConfided(record);
  const blocks: Block[] = [...(isWhole ? paragraph(strong(phrase(words, 'confidence'))) : [])];
  let together: Line[] = [];
  const flush = () => {
    blocks.push(...paragraph(dotted(words, together)));
    together = [];
  };
  for (const { label, field, lines } of fieldsOf(part, [record], words, { but: [], isMarked: isWhole })) {
    const [first = []] = lines;
    const isList = field.kind === 'steps' || field.kind === 'contacts';
    if (lines.length === 1 && !isList) {
      if (lineToText(first).length <= short) {
        together.push(labelled(words, label, first));
        continue;
      }
      flush();
      blocks.push(...paragraph(labelled(words, label, first)));
      continue;
    }
    flush();
    blocks.push({ kind: 'paragraph', line: strong([run(words, label)]) });
    if (isList) blocks.push(...list(lines, field.kind === 'steps' ? { ordered: true } : {}));
    else blocks.push(...lines.flatMap((line) => paragraph(line)));
  }
  flush();
  return [
    ...blocks,
    ...paragraph(hardToAsk(part, record, words, isWhole)),
    ...paragraph(translationToLine(part, record, words) ?? [], 'quiet'),
  ];
}

type FieldLines = { readonly label: string; readonly field: Field; readonly lines: readonly Line[] };
type Around = {
  /** Fields that stand above already. */
  readonly but: readonly string[];
  /** What stands above says that all of this was told in confidence. */
  readonly isMarked: boolean;
};

/** The fields in which something was told, in the order of the part, each different value of the group once. */
function fieldsOf(part: Part, group: readonly ExtractRecord[], words: Words, around: Around): readonly FieldLines[] {
  return Object.entries<Field>(part.fields).flatMap(([id, field]) => {
    if (around.but.includes(id) || !isSaid(part, id, field)) return [];
    const lines = linesOf(field, id, group, words, around.isMarked);
    return lines.length > 0 ? [{ label: words.field(part.id, id), field, lines }] : [];
  });
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
