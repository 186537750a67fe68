import { namesMedicine } from './dose-words.ts';
import type { PastedLine } from './lines.ts';
import { isForm, isProduct } from './medicine-pieces.ts';

const OPEN_END = /(?:[/+&]|(?<=\p{L})-)$/u;
const OPEN_WORD = /(?:[,(]| (?:and|or|with|to|for|at|in|of|the|a|every|each|per|take|one|two|x))$/iu;
const GOES_ON =
  /^(?:and|or|with|to|then|when|if|for|as|at|in|on|before|after|until|up|but|because|due|needed|required|directed|necessary|times|daily|a day|per|by|days?|hours?|weeks?|minutes?)(?!\p{L})/u;
/** As wide as the narrowest page that wraps its lines. */
const WRAPS_AT = 38;

/** The entry a line may go on with: the line before, its text so far, and how far its first line stands in. */
type Above = {
  readonly last: PastedLine | null;
  readonly text: string;
  readonly hasDose: boolean;
  readonly indent: number;
};

/** True for a line (`body` without its spaces) that is the rest of the one above, which a page or a cell has wrapped. */
export function goesOn(line: PastedLine, body: string, { last, text, hasDose, indent }: Above): boolean {
  if (last?.isBroken || OPEN_END.test(text)) return true;
  if (isInBrackets(text) && /^[^([]*[)\]]/.test(body)) return true;
  if (!hasDose && isForm(body)) return true;
  if (line.isFirst || isProduct(body) || namesMedicine(body) || /:$/.test(body)) return false;
  if (OPEN_WORD.test(text) || GOES_ON.test(body)) return true;
  if (indentOf(line.clean) > indent + 1) return true;
  // "thyroxine 75" is a medicine nobody listed, not the rest of a sentence.
  if (/^[\p{L}-]+(?:$| \d| \(|,| [–—-])/u.test(body)) return false;
  return /^\p{Ll}/u.test(body) && /^\p{Lu}/u.test(text) && (last?.clean.length ?? 0) >= WRAPS_AT;
}

/** True for the name of a medicine that is not whole yet: "Salmeterol 50micrograms/dose /". */
export function isOpenEnded(text: string): boolean {
  return OPEN_END.test(text) || isInBrackets(text);
}

/** Two lines that were one. `isBroken`: inside a word. */
export function glued(before: string, more: string, isBroken = false): string {
  return isBroken || /\p{L}-$/u.test(before) ? before + more : `${before} ${more}`;
}

/** How many spaces a line begins with. */
export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function isInBrackets(text: string): boolean {
  return /[([][^)\]]*$/.test(text);
}
