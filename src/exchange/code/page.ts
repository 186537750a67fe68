import type { ByteReader } from './bytes.ts';
import { type Item, itemToDate, type Shape, type Wire } from './kinds.ts';
import type { TextReader } from './texts.ts';

/** One card while it is read: where its numbers and texts are, the language they are in, and what was not known. */
export class Page {
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

export function readLanguage(page: Page): void {
  const place = page.structure.varint();
  if (place === page.languages.length) page.languages.push(readLanguageName(page));
  const lang = page.languages[place];
  if (lang === undefined) page.break();
  else page.lang = lang;
}

/** As long as a change's own `lang`. */
export function readLanguageName(page: Page): string {
  const name = page.texts.text();
  if (name.length > 35) page.break();
  return name;
}

export function readWire(page: Page, shape: Shape): Wire[Shape] {
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
export function readDate(page: Page): string {
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
