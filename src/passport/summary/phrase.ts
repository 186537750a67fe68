import type { Line, Run } from '#passport/doc.ts';
import type { Words } from './words.ts';

/** A run in the reader's language. */
export function run(words: Words, text: string): Run {
  return { text, lang: words.lang };
}

/** A sentence of the locale in which each named slot is a line of its own: keeps language and direction of what goes in. */
export function phrase(words: Words, key: string, slots: Readonly<Record<string, Line | number>> = {}): Line {
  const names = Object.keys(slots);
  const values = Object.fromEntries(
    names.map((name, place) => [name, typeof slots[name] === 'number' ? slots[name] : markOf(place)]),
  );
  return words
    .say(key, values)
    .split(/([\ue000-\ue0ff])/u)
    .flatMap((piece): Line => {
      const slot = /^[\ue000-\ue0ff]$/u.test(piece) ? slots[names[piece.charCodeAt(0) - firstMark] ?? ''] : undefined;
      if (typeof slot === 'object') return slot;
      return piece === '' ? [] : [run(words, piece)];
    });
}

// Private use characters hold the places of slots while the locale puts the sentence in order.
const firstMark = 0xe000;

function markOf(place: number): string {
  return String.fromCharCode(firstMark + place);
}

/** Parts two things that stand on one line. The space before the dot does not break: no line begins with a dot. */
export const dot = '\u00a0· ';

/** Lines on one line, parted by a middle dot, which reads the same in every language. Blank ones are left out. */
export function dotted(words: Words, lines: readonly Line[]): Line {
  return parted(words, lines, dot);
}

/** Lines on one line, parted as the language parts a list. Blank ones are left out. */
export function commaed(words: Words, lines: readonly Line[]): Line {
  return parted(words, lines, words.say('comma'));
}

function parted(words: Words, lines: readonly Line[], sign: string): Line {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, place) => (place > 0 ? [run(words, sign), ...line] : line));
}

export function strong(line: Line): Line {
  return line.map((part) => ({ ...part, strong: true }));
}

/** The text of a line with nothing added. */
export function lineToText(line: Line): string {
  return line.map((part) => part.text).join('');
}

/** Two things said one after the other: a full stop between them where the first has no end of its own. */
export function inSentences(words: Words, first: Line, second: Line): Line {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  const hasEnd = /[.!?…。؟][”’"')\]]*$/u.test(first.at(-1)?.text ?? '');
  return phrase(words, hasEnd ? 'one_then_another' : 'two_sentences', { first, second });
}
