import { alike } from './alike.ts';
import type { Fonts } from './fonts.ts';
import type { Weight } from './scripts.ts';

export const LRI = '\u2066';
export const RLI = '\u2067';
export const PDI = '\u2069';

const lineEnds = /\r\n|[\n\v\f\r\u0085\u2029]/g;
const isolateOpeners = /[\u2066-\u2068]/;

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Keeps isolates that are opened and closed in the text, so that no text can reach out of the place it was put in. */
function balanceIsolates(text: string): string {
  if (!/[\u2066-\u2069]/.test(text)) return text;
  let depth = 0;
  let out = '';
  for (const character of text) {
    if (isolateOpeners.test(character)) depth += 1;
    if (character === PDI) {
      if (depth === 0) continue;
      depth -= 1;
    }
    out += character;
  }
  return out + PDI.repeat(depth);
}

/**
 * Text as it can be drawn: composed (NFC), controls and direction overrides gone, isolates balanced, line ends as
 * U+2028. A lone surrogate, and a stretch of characters that no font has, are one U+FFFD. Never throws.
 */
export function cleanText(text: string, fonts: Fonts, weight: Weight): string {
  const plain = balanceIsolates(
    text
      .replace(loneSurrogate, '\ufffd')
      .replace(lineEnds, '\u2028')
      .replace(/\t/g, ' ')
      .replace(/[\p{Cc}\u202a-\u202e\ufeff]/gu, '')
      .normalize('NFC'),
  );
  const covered = (character: string) => fonts.find(character.codePointAt(0) ?? 0, null, weight) !== null;
  let out = '';
  let shown = true;
  for (const character of plain) {
    if (character === '\u2028' || /[\u2066-\u2069]/.test(character)) {
      out += character;
      shown = true;
    } else if (/\p{Default_Ignorable_Code_Point}/u.test(character)) {
      if (shown && covered(character)) out += character;
    } else if (covered(character) || [...character.normalize('NFD')].every(covered)) {
      out += character;
      shown = true;
    } else {
      const plain = alike(character, covered);
      if (plain !== null || shown) out += plain ?? '\ufffd';
      shown = plain !== null;
    }
  }
  return out;
}
