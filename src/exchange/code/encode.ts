import { partOf } from '#passport/catalogue.ts';
import type { Extract, ExtractPart, ExtractRecord } from '#passport/extract.ts';
import { partTags, type Value } from '#passport/field.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { readers } from '#passport/readers.ts';
import { ByteWriter } from './bytes.ts';
import { largestCard, largestContent, seal, sealedMost } from './envelope.ts';
import { dateToItem, type Item, kinds, type Shape, shapes, type Wire } from './kinds.ts';
import { TextWriter } from './texts.ts';

/** The version of what is inside a card. */
export const contentVersion = 1;
/** The most bytes of structure: what keeps a small card from asking for a large amount of memory. */
export const largestStructure = 2 ** 16;

/** What of a part is shortened is counted among what is left out, under so much more than its tag. */
export const shortenedFrom = 128;

/** Marks where a field's header would stand: the end of a record, another language from here on, told in confidence. */
export const mark = { end: 0, language: 1, confidence: 2 } as const;

/**
 * An extract as one card of bytes, format version 1: structure by tags, then every text in one UTF-8 block, deflated
 * (`deflate-raw`), with length and CRC-32. `decode` gives back an equal extract, except that a lone surrogate in a
 * text comes back as U+FFFD. The same extract gives the same bytes on one engine; engines deflate differently.
 * The caller sees that `cardLength` is finite: `decode` refuses anything larger.
 */
export async function encode(extract: Extract): Promise<Uint8Array<ArrayBuffer>> {
  return seal(pageToContent(write(extract)));
}

/** The bytes `encode` makes at most: those of a card that cannot be packed. */
export function plainLength(extract: Extract): number {
  return sealedMost(pageToContent(write(extract)).length);
}

/** The bytes `encode` makes; infinite where `decode` would refuse them as too large. */
export async function cardLength(extract: Extract): Promise<number> {
  const page = write(extract);
  const content = pageToContent(page);
  if (page.structure.length > largestStructure || content.length > largestContent) return Number.POSITIVE_INFINITY;
  const { length } = await seal(content);
  return length <= largestCard ? length : Number.POSITIVE_INFINITY;
}

function pageToContent({ structure, texts }: Page): Uint8Array<ArrayBuffer> {
  const content = new ByteWriter();
  content.varint(contentVersion);
  content.varint(structure.length);
  content.bytes(structure.toBytes());
  content.bytes(texts.toBytes());
  return content.toBytes();
}

type Page = { readonly structure: ByteWriter; readonly texts: TextWriter; readonly languages: string[]; lang: string };

function write(extract: Extract): Page {
  const page: Page = {
    structure: new ByteWriter(),
    texts: new TextWriter(),
    languages: [extract.lang],
    lang: extract.lang,
  };
  const { structure, texts } = page;
  structure.varint(2 * readers[extract.reader].tag + (extract.example ? 1 : 0));
  texts.text(extract.lang);
  writeItem(page, dateToItem(extract.made));
  const leftOut = Object.entries(extract.leftOut).map(([id, count]) => [known(id).tag, count] as const);
  const shortened = Object.entries(extract.shortened).map(
    ([id, count]) => [shortenedFrom + known(id).tag, count] as const,
  );
  structure.varint(leftOut.length + shortened.length);
  for (const [tag, count] of [...leftOut, ...shortened]) {
    structure.varint(tag);
    structure.varint(count);
  }
  for (const part of extract.parts) writePart(page, part);
  structure.varint(mark.end);
  return page;
}

function known(id: string): Part {
  const part = partOf(id);
  if (!part) throw new Error(`No part is called ${id}: an extract holds only parts of the catalogue.`);
  return part;
}

function writePart(page: Page, told: ExtractPart): void {
  const { part: id, checked, written, none, partial, records } = told;
  const part = known(id);
  page.structure.varint(4 * part.tag + (checked === null ? 0 : 1) + (none ? 2 : 0));
  if (checked !== null) writeItem(page, dateToItem(checked));
  const hasHead = written !== null || partial === true;
  page.structure.varint(records.length + (hasHead ? 1 : 0));
  if (hasHead) writeHead(page, told);
  for (const record of records) writeRecord(page, part, record);
}

/**
 * What is said of the whole part, as a record of nothing else: a reader that does not know these tags steps over them,
 * and drops the record that then is empty.
 */
function writeHead(page: Page, { written, partial }: ExtractPart): void {
  const writeField = (tag: number, item: Item) => {
    page.structure.varint(4 * tag + shapes.indexOf('item'));
    writeItem(page, item);
  };
  if (written !== null) writeField(partTags.written, dateToItem(written));
  if (partial) writeField(partTags.partial, { number: 1 });
  page.structure.varint(mark.end);
}

function writeRecord(page: Page, part: Part, record: ExtractRecord): void {
  for (const [id, { value, lang, confidence }] of Object.entries(record)) {
    const field = fieldOf(part, id);
    if (!field) throw new Error(`${part.id} has no field called ${id}: an extract holds only fields of the catalogue.`);
    if (lang !== page.lang) writeLanguage(page, lang);
    if (confidence) page.structure.varint(mark.confidence);
    const { shape, toWire } = kinds[field.kind];
    page.structure.varint(4 * field.tag + shapes.indexOf(shape));
    writeWire(page, shape, toWire(value as Value, field));
  }
  page.structure.varint(mark.end);
}

/** From here on in this language: by its place among those already named, or by name. */
function writeLanguage(page: Page, lang: string): void {
  page.structure.varint(mark.language);
  const place = page.languages.indexOf(lang);
  page.structure.varint(place < 0 ? page.languages.length : place);
  if (place < 0) {
    page.texts.text(lang);
    page.languages.push(lang);
  }
  page.lang = lang;
}

function writeWire<S extends Shape>(page: Page, shape: S, wire: Wire[Shape]): void {
  if (shape === 'text') page.texts.text(wire as Wire['text']);
  if (shape === 'item') writeItem(page, wire as Wire['item']);
  if (shape === 'texts') {
    page.structure.varint((wire as Wire['texts']).length);
    for (const text of wire as Wire['texts']) page.texts.text(text);
  }
  if (shape === 'items') {
    page.structure.varint((wire as Wire['items']).length);
    for (const item of wire as Wire['items']) writeItem(page, item);
  }
}

function writeItem(page: Page, item: Item): void {
  if ('number' in item) {
    page.structure.varint(item.number + 2);
  } else {
    page.structure.varint('words' in item ? 0 : 1);
    page.texts.text('words' in item ? item.words : item.id);
  }
}
