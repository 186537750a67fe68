import bidiFactory from 'bidi-js';
import type { Line } from '#passport/doc.ts';

const bidi = bidiFactory();

/** A line as the signs of UAX #9 say it: what a screen does with `<bdi>`. */
export function lineToSigns(line: Line): string {
  return line.map((run) => (run.ltr ? `\u2066${run.text}\u2069` : run.text)).join('');
}

/** What an eye meets from left to right where text stands in a paragraph of a direction (UAX #9), isolates left out. */
export function seen(text: string, dir: 'ltr' | 'rtl' = 'rtl'): string {
  return text
    .split('\n')
    .map((line) => bidi.getReorderedString(line, bidi.getEmbeddingLevels(line, dir)))
    .join('\n')
    .replace(/[\u2066-\u2069]/gu, '');
}
