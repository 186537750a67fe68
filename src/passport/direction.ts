import { hasLeftward, hasRightward } from './pieces.ts';

export type Direction = 'ltr' | 'rtl';

const rtlLanguages = new Set(
  'ar arc azb bal ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd sdh skr syr ug ur yi'.split(' '),
);
const rtlScripts = new Set('adlm arab aran hebr mand mend nkoo rohg samr syrc thaa yezi'.split(' '));

/** The direction in which a language is written, from its BCP 47 tag; a script subtag decides before the language. */
export function directionOf(lang: string): Direction {
  const [language = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return rtlScripts.has(script) ? 'rtl' : 'ltr';
  return rtlLanguages.has(language) ? 'rtl' : 'ltr';
}

/**
 * The direction of a text that is said to be in a language: the language's, unless all its letters are of the other
 * (English typed while the app speaks Arabic). For 'und', that of its first letter; null where that tells nothing.
 */
export function directionOfText(text: string, lang: string): Direction | null {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (lang === 'und' || lang === '') return letter === undefined ? null : hasLeftward(letter) ? 'rtl' : 'ltr';
  const own = directionOf(lang);
  if (letter === undefined) return own;
  const isThere = own === 'rtl' ? hasLeftward(text) : hasRightward(text);
  return isThere ? own : own === 'rtl' ? 'ltr' : 'rtl';
}
