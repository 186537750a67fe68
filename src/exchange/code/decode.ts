import { partOfTag } from '#passport/catalogue.ts';
import type { Extract, ExtractPart, ExtractRecord, Told } from '#passport/extract.ts';
import { type Field, readValue, type Value } from '#passport/field.ts';
import { fieldsOf } from '#passport/part.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { ByteReader } from './bytes.ts';
import { contentVersion, largestStructure, mark } from './encode.ts';
import { type OpenProblem, open } from './envelope.ts';
import type { Meter } from './inflate.ts';
import { type Item, itemToDate, kinds, type Shape, shapes, type Wire } from './kinds.ts';
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

class Page {
  readonly structure: ByteReader;
  readonly texts: TextReader;
  readonly languages: string[] = [];
  lang = '';
  newer = 0;
  #broken = false;

  constructor(structure: ByteReader, texts: TextReader) {
    this.structure = structure;
    this.texts = texts;
  }

  /** Bad for good: the loops stop, and the caller of `decode` gets a sentence. */
  break(): void {
    this.#broken = true;
  }

  isBad(): boolean {
    return this.#broken || this.structure.bad || this.texts.bad;
  }
}

function readExtract(page: Page): Extract {
  const { structure, texts } = page;
  const head = structure.varint();
  page.lang = readLanguageName(page);
  page.languages.push(page.lang);
  const { lang } = page;
  const made = readDate(page);
  const leftOut = readLeftOut(page);
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
  return { reader: readReader(page, head >>> 1), made, lang, example: (head & 1) === 1, parts, leftOut, shortened: {} };
}

/** An unknown reader is from a newer version: its page is shown whole. */
function readReader(page: Page, tag: number): ReaderId {
  const ids = Object.keys(readers) as ReaderId[];
  const known = ids.find((id) => readers[id].tag === tag);
  if (!known) page.newer += 1;
  return known ?? 'everything';
}

function readLeftOut(page: Page): Record<string, number> {
  const leftOut: Record<string, number> = {};
  const count = page.structure.count();
  for (let at = 0; at < count && !page.isBad(); at += 1) {
    const part = partOfTag(page.structure.varint());
    const records = page.structure.varint();
    if (!part) page.newer += 1;
    else if (Object.hasOwn(leftOut, part.id)) page.break();
    else leftOut[part.id] = records;
  }
  return leftOut;
}

function readPart(page: Page, header: number): ExtractPart | null {
  const part = partOfTag(header >>> 2);
  const checked = header & 1 ? readDate(page) : null;
  const count = page.structure.count();
  const records: ExtractRecord[] = [];
  const fields = new Map(Object.entries(part ? fieldsOf(part) : {}).map(([id, field]) => [field.tag, { id, field }]));
  for (let at = 0; at < count && !page.isBad(); at += 1) {
    const { record, stepped } = readRecord(page, fields);
    if (stepped === 0 || Object.keys(record).length > 0) records.push(record);
  }
  if (!part && count === 0) page.newer += 1;
  return part ? { part: part.id, checked, written: null, none: (header & 2) > 0, records } : null;
}

type Fields = ReadonlyMap<number, { readonly id: string; readonly field: Field }>;

/** A record, and how many of its fields were stepped over. */
function readRecord(page: Page, fields: Fields): { readonly record: ExtractRecord; readonly stepped: number } {
  const record: Record<string, Told> = {};
  const before = page.newer;
  let confidence = false;
  for (let header = page.structure.varint(); header !== mark.end && !page.isBad(); header = page.structure.varint()) {
    if (header === mark.language) readLanguage(page);
    else if (header === mark.confidence) confidence = true;
    else if (header < 4) page.break();
    else {
      readField(page, fields, header, confidence, record);
      confidence = false;
    }
  }
  return { record, stepped: page.newer - before };
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

function readLanguage(page: Page): void {
  const place = page.structure.varint();
  if (place === page.languages.length) page.languages.push(readLanguageName(page));
  const lang = page.languages[place];
  if (lang === undefined) page.break();
  else page.lang = lang;
}

/** As long as a change's own `lang`. */
function readLanguageName(page: Page): string {
  const name = page.texts.text();
  if (name.length > 35) page.break();
  return name;
}

function readWire(page: Page, shape: Shape): Wire[Shape] {
  if (shape === 'text') return page.texts.text();
  if (shape === 'item') return readItem(page);
  const count = page.structure.varint();
  if (shape === 'texts') return readMany(page, count, page.texts.left, () => page.texts.text());
  return readMany(page, count, page.structure.left, () => readItem(page));
}

/** So many of a thing that takes at least a byte each. */
function readMany<T>(page: Page, count: number, left: number, read: () => T): readonly T[] {
  if (count > left) page.break();
  const all: T[] = [];
  for (let at = 0; at < count && !page.isBad(); at += 1) all.push(read());
  return all;
}

/** When a code was made or a part checked: never words. */
function readDate(page: Page): string {
  const item = readItem(page);
  const date = 'number' in item ? itemToDate(item) : undefined;
  if (date === undefined) page.break();
  return date ?? '';
}

function readItem(page: Page): Item {
  const number = page.structure.varint();
  if (number >= 2) return { number: number - 2 };
  return number === 0 ? { words: page.texts.text() } : { id: page.texts.text() };
}
