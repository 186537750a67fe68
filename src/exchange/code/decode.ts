import { partOfTag } from '#passport/catalogue.ts';
import type { Extract, ExtractPart, ExtractRecord, Told } from '#passport/extract.ts';
import { type Field, partTags, readValue, type Value } from '#passport/field.ts';
import { fieldsOf } from '#passport/part.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { ByteReader } from './bytes.ts';
import { contentVersion, largestStructure, mark, shortenedFrom } from './encode.ts';
import { type OpenProblem, open } from './envelope.ts';
import type { Meter } from './inflate.ts';
import { itemToDate, kinds, type Shape, shapes, type Wire } from './kinds.ts';
import { Page, readDate, readLanguage, readLanguageName, readWire } from './page.ts';
import { TextReader } from './texts.ts';

export type Decoded =
  | {
      readonly ok: true;
      readonly extract: Extract;
      /** How many things a newer version put in that this one cannot show: parts, fields, terms. */
      readonly newer: number;
    }
  | { readonly ok: false; readonly problem: OpenProblem | 'code-newer' };

/**
 * Reads one untrusted card. Never throws, and takes no more memory than the caps of `envelope.ts` and `encode.ts`
 * allow. `code-newer`: a version of the format this one does not know; further problems as in `open`.
 * Everything in the extract has the shape and size its field allows; terms by id may still be unknown here.
 * `inflated` as in `inflate`.
 */
export async function decode(card: Uint8Array, inflated?: Meter): Promise<Decoded> {
  const opened = await open(card, inflated);
  if (!opened.ok) return opened;
  const content = new ByteReader(opened.content);
  const version = content.varint();
  if (version > contentVersion) return { ok: false, problem: 'code-newer' };
  const length = content.count();
  if (version !== contentVersion || content.bad) return { ok: false, problem: 'code-damaged' };
  if (length > largestStructure) return { ok: false, problem: 'code-too-long' };
  const page = new Page(new ByteReader(content.bytes(length)), new TextReader(content.bytes(content.left)));
  const extract = readExtract(page);
  return page.isBad() ? { ok: false, problem: 'code-damaged' } : { ok: true, extract, newer: page.newer };
}

function readExtract(page: Page): Extract {
  const { structure, texts } = page;
  const head = structure.varint();
  page.lang = readLanguageName(page);
  page.languages.push(page.lang);
  const { lang } = page;
  const made = readDate(page);
  const counts = readCounts(page);
  const parts: ExtractPart[] = [];
  const seen = new Set<number>();
  for (let header = structure.varint(); header !== mark.end && !page.isBad(); header = structure.varint()) {
    if (seen.has(header >>> 2)) page.break();
    seen.add(header >>> 2);
    const part = readPart(page, header);
    if (part) parts.push(part);
  }
  if (structure.left > 0) page.newer += 1;
  else if (texts.left > 0) page.break();
  return { reader: readReader(page, head >>> 1), made, lang, example: (head & 1) === 1, parts, ...counts };
}

/** An unknown reader is from a newer version: its page is shown whole. */
function readReader(page: Page, tag: number): ReaderId {
  const ids = Object.keys(readers) as ReaderId[];
  const known = ids.find((id) => readers[id].tag === tag);
  if (!known) page.newer += 1;
  return known ?? 'everything';
}

/** What is left out, and under so much more than its tag what is shortened. */
function readCounts(page: Page): Pick<Extract, 'leftOut' | 'shortened'> {
  const leftOut: Record<string, number> = {};
  const shortened: Record<string, number> = {};
  const count = page.structure.count();
  for (let at = 0; at < count && !page.isBad(); at += 1) {
    const tag = page.structure.varint();
    const records = page.structure.varint();
    const counts = tag < shortenedFrom ? leftOut : shortened;
    const part = partOfTag(tag % shortenedFrom);
    if (!part || tag >= 2 * shortenedFrom) page.newer += 1;
    else if (Object.hasOwn(counts, part.id)) page.break();
    else counts[part.id] = records;
  }
  return { leftOut, shortened };
}

function readPart(page: Page, header: number): ExtractPart | null {
  const part = partOfTag(header >>> 2);
  const checked = header & 1 ? readDate(page) : null;
  const count = page.structure.count();
  const records: ExtractRecord[] = [];
  const fields = new Map(Object.entries(part ? fieldsOf(part) : {}).map(([id, field]) => [field.tag, { id, field }]));
  const head: Head = { written: null };
  for (let at = 0; at < count && !page.isBad(); at += 1) {
    const { record, stepped, isHead } = readRecord(page, fields, part ? head : null);
    const isEmpty = Object.keys(record).length === 0;
    if (isHead && (at > 0 || !isEmpty)) page.break();
    if (!isHead && (stepped === 0 || !isEmpty)) records.push(record);
  }
  if (!part && count === 0) page.newer += 1;
  return part ? { part: part.id, checked, ...head, none: (header & 2) > 0, records } : null;
}

/** What stands on a record of its own before the records of a part. */
type Head = { written: string | null; partial?: true };
type Fields = ReadonlyMap<number, { readonly id: string; readonly field: Field }>;

/** A record, how many of its fields were stepped over, and whether it holds something of a head, which is put there. */
function readRecord(
  page: Page,
  fields: Fields,
  head: Head | null,
): { readonly record: ExtractRecord; readonly stepped: number; readonly isHead: boolean } {
  const record: Record<string, Told> = {};
  const before = page.newer;
  let confidence = false;
  let isHead = false;
  for (let header = page.structure.varint(); header !== mark.end && !page.isBad(); header = page.structure.varint()) {
    if (header === mark.language) readLanguage(page);
    else if (header === mark.confidence) confidence = true;
    else if (header < 4) page.break();
    else if (head && (header >>> 2 === partTags.written || header >>> 2 === partTags.partial)) {
      isHead = true;
      readHeadField(page, header, head);
    } else {
      readField(page, fields, header, confidence, record);
      confidence = false;
    }
  }
  return { record, stepped: page.newer - before, isHead };
}

/** A month or a day, and a yes: nothing else, and each once. */
function readHeadField(page: Page, header: number, head: Head): void {
  const shape = shapes[header & 3] as Shape;
  const wire = readWire(page, shape);
  const number = shape === 'item' && typeof wire === 'object' && 'number' in wire ? wire.number : null;
  if (header >>> 2 === partTags.partial) {
    if (number !== 1 || head.partial) page.break();
    head.partial = true;
  } else {
    const date = number === null ? undefined : itemToDate({ number });
    if (date === undefined || date.length < 'YYYY-MM'.length || head.written !== null) page.break();
    head.written = date ?? null;
  }
}

function readField(
  page: Page,
  fields: Fields,
  header: number,
  confidence: boolean,
  record: Record<string, Told>,
): void {
  const shape = shapes[header & 3] as Shape;
  const wire = readWire(page, shape);
  const known = fields.get(header >>> 2);
  if (!known) {
    page.newer += 1;
    return;
  }
  const { id, field } = known;
  const value = kinds[field.kind].shape === shape ? toValue(page, wire, field) : undefined;
  if (value === undefined || Object.hasOwn(record, id)) page.break();
  else if (value !== null) record[id] = { value, lang: page.lang, ...(confidence ? { confidence } : {}) };
}

/** The value; null when a newer version's terms were all there was; undefined when it has not the field's shape or size. */
function toValue(page: Page, wire: Wire[Shape], field: Field): Value | null | undefined {
  const fromWire = kinds[field.kind].fromWire as (wire: Wire[Shape], field: Field, missed: () => void) => unknown;
  const value = fromWire(wire, field, () => {
    page.newer += 1;
  });
  return value === null ? null : (readValue(field.kind, value) ?? undefined);
}
