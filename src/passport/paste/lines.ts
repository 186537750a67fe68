/** One line of pasted text: `original` exactly as it came, `clean` for reading only. */
type PastedLine = { readonly original: string; readonly clean: string };

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
// The two joiners stay: words in Persian and emoji need them.
const UNSEEN = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const SPACE = /[^\S\t]/gu;

/**
 * The non-blank lines of a pasted text, in order. A byte order mark at the very start is not part of it. In `clean`
 * every kind of space is a plain one, and control characters and direction marks are gone; tabs stay.
 */
export function pastedLines(text: string): PastedLine[] {
  return text
    .replace(/^\ufeff/u, '')
    .split(LINE_END)
    .filter((line) => line.trim() !== '')
    .map((original) => ({ original, clean: original.replace(SPACE, ' ').replace(UNSEEN, '').trimEnd() }));
}
