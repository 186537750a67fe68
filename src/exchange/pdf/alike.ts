/** Signs that a phone or a word processor draws in a way of its own, as signs of the same meaning that print. */
const same: Readonly<Record<string, string>> = {
  '\u2705': '\u2714',
  '\u274c': '\u2718',
  '\u274e': '\u2612',
  '\u2613': '\u2717',
  '\u2753': '?',
  '\u2754': '?',
  '\u2755': '!',
  '\u2795': '+',
  '\u2796': '\u2212',
  '\u2797': '\u00f7',
  '\u27f0': '\u2191',
  '\u2b55': '\u25cb',
};

/**
 * What may be drawn in place of a character that no font has: the same in plainer letters (UAX #15, NFKC: `㎎` is mg, `Ⅱ`
 * is II), a number in brackets for one in a ring, a plain tick for a coloured one. Null where `has` knows none of it.
 */
export function alike(character: string, has: (character: string) => boolean): string | null {
  const plain = same[character] ?? character.normalize('NFKC');
  const ringed = ringOf(character) ?? (/[\u2460-\u2473\u24b6-\u24e9]/u.test(character) ? plain : null);
  const drawn = ringed === null ? plain : `(${ringed})`;
  return drawn !== character && drawn.trim() !== '' && [...drawn].every(has) ? drawn : null;
}

/** The number in ❶ ➀ ➊ ⓵ and those after each, which NFKC leaves as they are. */
function ringOf(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  const first = [0x24f5, 0x2776, 0x2780, 0x278a].find((one) => code >= one && code < one + 10);
  return first === undefined ? null : String(code - first + 1);
}
