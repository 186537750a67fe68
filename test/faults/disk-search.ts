import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A word as it may lie on a disk: UTF-8 or UTF-16, as it is or in capitals. */
export function formsOf(word: string): readonly Buffer<ArrayBuffer>[] {
  return [word, word.toUpperCase()].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
}

/** The files of a folder in which any of these bytes stand. */
export function filesWith(folder: string, forms: readonly Uint8Array<ArrayBuffer>[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.indexOf(form) >= 0);
    });
}
