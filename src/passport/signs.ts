import { directionOfText } from './direction.ts';
import type { Line } from './doc.ts';
import { hasLeftward, hasRightward } from './pieces.ts';
import { lineToStretches, type Stretch } from './summary/stretches.ts';

const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/**
 * A line where only text can stand, as in the words of a choice: isolated by signs instead (UAX #9: LRI, RLI or FSI,
 * then PDI). Plain words of one direction have none in them.
 */
export function lineToSigns(line: Line): string {
  return lineToStretches(line).map(stretchToSigns).join('');
}

/** The person's text where only text can stand, within words of the app: `lineToSigns` of that one text. */
export function isolateText(text: string, lang: string): string {
  return text === '' ? '' : lineToSigns([{ text, lang }]);
}

function stretchToSigns({ lang, runs }: Stretch): string {
  const text = runs.map((run) => (run.ltr ? LRI + run.text + PDI : run.text)).join('');
  const words = runs.filter((run) => !run.ltr).map((run) => run.text);
  const isMixed = hasLeftward(words.join('')) && hasRightward(words.join(''));
  const isPlain = /^\p{L}(?:[\p{L}\p{M}\s'’,-]*\p{L})?\p{M}*[.!?]?$/u.test(text);
  if (words.length === 0 || (!isMixed && isPlain)) return text;
  const dir = directionOfText(words.join(''), lang);
  return (dir === null ? FSI : dir === 'rtl' ? RLI : LRI) + text + PDI;
}
