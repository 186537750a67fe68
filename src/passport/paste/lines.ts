/** One line of pasted text: `original` exactly as it came, `clean` for reading only. */
export type PastedLine = {
  readonly original: string;
  readonly clean: string;
  /** A blank line, or the start of the text, stands above it. */
  readonly isFirst: boolean;
  /** It ends inside a word, at a soft hyphen. */
  readonly isBroken: boolean;
};

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
// The two joiners stay: words in Persian and emoji need them.
const UNSEEN = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const SPACE = /[^\S\t]/gu;
// What a PDF gives for "fi", "fl" and their like.
const LIGATURE = /[\ufb00-\ufb06]/gu;

/**
 * The non-blank lines of a pasted text, in order. A byte order mark at the very start is not part of it. In `clean`
 * every kind of space is a plain one, ligatures are letters, and control characters, soft hyphens and direction marks are
 * gone; tabs stay.
 */
export function pastedLines(text: string): PastedLine[] {
  const all = text.replace(/^\ufeff/u, '').split(LINE_END);
  return all.flatMap((original, at) =>
    original.trim() === ''
      ? []
      : [
          {
            original,
            clean: original
              .replace(SPACE, ' ')
              .replace(UNSEEN, '')
              .replace(LIGATURE, (sign) => sign.normalize('NFKC'))
              .trimEnd(),
            isFirst: at === 0 || all[at - 1]?.trim() === '',
            isBroken: /\u00ad\s*$/u.test(original),
          },
        ],
  );
}
