import { isPartId, parts } from '#passport/catalogue.ts';
import type { Block, Line, Section } from '#passport/doc.ts';
import type { Extract, ExtractPart, ExtractRecord, Told } from '#passport/extract.ts';
import { type Field, isEmptyValue } from '#passport/field.ts';
import { type FieldId, fieldOf, type Part } from '#passport/part.ts';
import { ageToLine } from './age-to-line.ts';
import { toldOf } from './told.ts';
import { choicesToLines, valueToLine, valueToLines } from './value-to-line.ts';
import type { Words } from './words.ts';

/** How fresh a page is, and what of it is not here. */
export type Circumstances = {
  /** ISO day of the reader. */
  readonly today: string;
  /** Codes still to be scanned. */
  readonly missing?: number;
  /** Things in the code that this version cannot show. */
  readonly newer?: number;
};

/** What every section of page one is made from. */
export type Page = {
  readonly extract: Extract;
  readonly words: Words;
  readonly circumstances: Circumstances;
  /** What has been said so far: noted as it is read, so that what only the full record holds is what nobody noted. */
  readonly said: Set<Told>;
  /** The parts that have been read, in order. */
  readonly read: Set<string>;
};

/** One section of page one, or null where there is nothing to say. One file each, in `sections/`. */
export type SectionMaker = (page: Page) => Section | null;

/** One field of a record on one line, noted as said; empty when it was not told. */
export function say<P extends Part>(page: Page, part: P, record: ExtractRecord, field: FieldId<P>): Line {
  return valueToLine(part.fields[field] as Field, noted(page, part, record, field), page.words);
}

/** As `say`, with a line for each paragraph, step or contact. */
export function sayLines<P extends Part>(
  page: Page,
  part: P,
  record: ExtractRecord,
  field: FieldId<P>,
): readonly Line[] {
  const told = noted(page, part, record, field);
  return told ? valueToLines(part.fields[field] as Field, told, page.words) : [];
}

/** As `say`, with a line for each choice of a list. */
export function sayChoices<P extends Part>(
  page: Page,
  part: P,
  record: ExtractRecord,
  field: FieldId<P>,
): readonly Line[] {
  return choicesToLines(part.fields[field] as Field, noted(page, part, record, field), page.words);
}

/** What was told in a field, noted as said; undefined when it was not told. For what the page says by other means. */
export function noted(page: Page, part: Part, record: ExtractRecord, field: string): Told | undefined {
  const told = record[field];
  if (!told) return undefined;
  page.said.add(told);
  page.read.add(part.id);
  return told;
}

/** Ids of the parts of which something was told that nobody has noted as said, in the order of the extract. */
export function unsaid({ extract, said }: Page): readonly string[] {
  const isUnsaid = (told: Told) => !said.has(told) && !isEmptyValue(told.value);
  return extract.parts
    .filter(({ part }) => isPartId(part))
    .filter(({ records }) => records.some((record) => Object.values(record).some(isUnsaid)))
    .map(({ part }) => part);
}

type Made = {
  readonly id: string;
  readonly area: Section['area'];
  readonly title: Line;
  /** The part whose age stands beside the title, or that of a part it tells besides, where that is less sure. */
  readonly aged?: Part;
};

/** A section of what `make` reads; null when that is nothing. */
export function section(
  page: Page,
  { id, area, title, aged }: Made,
  make: (page: Page) => readonly Block[],
): Section | null {
  const own: Page = { ...page, read: new Set() };
  const blocks = make(own);
  for (const part of own.read) page.read.add(part);
  if (blocks.length === 0) return null;
  const read = parts.filter(({ id }) => own.read.has(id));
  const told = (read.length > 0 ? read : [aged]).flatMap((part) => (part && toldOf(page.extract, part)) ?? []);
  const oldest = aged && leastSure(told.filter(holdsAnything));
  const checked = oldest ? ageToLine(page, oldest) : null;
  return { id, area, title, checked, blocks, parts: [...own.read] };
}

/** Of several parts the one of which a reader can be least sure: of unknown age, then never checked, then the oldest. */
function leastSure(all: readonly ExtractPart[]): ExtractPart | undefined {
  const rank = ({ checked, written }: ExtractPart) => (checked !== null ? 2 : written !== null ? 1 : 0);
  const ageOf = ({ checked, written }: ExtractPart) => checked ?? written ?? '';
  return [...all].sort((a, b) => rank(a) - rank(b) || (ageOf(a) < ageOf(b) ? -1 : 1))[0];
}

function holdsAnything(told: ExtractPart): boolean {
  return told.none || told.records.length > 0;
}

/** A paragraph, unless there is nothing in it. */
export function paragraph(line: Line, tone?: 'quiet' | 'note'): readonly Block[] {
  return line.length === 0 ? [] : [{ kind: 'paragraph', line, ...(tone ? { tone } : {}) }];
}

/** A list, unless there is nothing in it. */
export function list(items: readonly Line[], form: { ordered?: true; compact?: true } = {}): readonly Block[] {
  const written = items.filter((item) => item.length > 0);
  if (written.length === 0) return [];
  return [
    { kind: 'list', ordered: form.ordered === true, items: written, ...(form.compact ? { isCompact: true } : {}) },
  ];
}

/** The same, to be left out of paper where there is no room. */
export function spare(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => ({ ...block, spare: true }));
}

/** The field of a part by its id, for what is not known when this is compiled. */
export function fieldNamed(part: Part, id: string): Field {
  return fieldOf(part, id) as Field;
}
