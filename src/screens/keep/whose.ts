import { monthNames } from '#i18n/dates.ts';
import { entryValue, headOf, type Passport } from '#passport/fold.ts';
import { partialDate, readDate, westernDigits } from '#passport/partial-date.ts';
import { me } from '#passport/parts/me.ts';

/** What a passport says of whose it is: the words of its names, and the birth date as it is kept; null when it says nothing. */
export type Whose = { readonly names: ReadonlySet<string> | null; readonly birth: string | null };

export function whoseOf(passport: Passport): Whose {
  const head = headOf(passport, me);
  const text = (field: 'preferredName' | 'fullName' | 'birthDate') => String(entryValue(me, head, field) ?? '');
  const names = new Set(wordsOf(`${text('preferredName')} ${text('fullName')}`));
  return { names: names.size > 0 ? names : null, birth: text('birthDate').trim() || null };
}

/** True when every word that was typed is one of a name there: accents, capitals and what stands between do not matter. */
export function isNameOf({ names }: Whose, typed: string): boolean {
  const words = wordsOf(typed);
  return words.length > 0 && words.every((word) => names?.has(word));
}

/** True when the date that was typed is the one there, or is more exact than it. */
export function isBirthOf({ birth }: Whose, typed: string, lang: string): boolean {
  const [held, said] = [dateOf(birth ?? '', lang), dateOf(typed, lang)];
  return held !== '' && (said === held || said.startsWith(`${held}-`));
}

/** As an ISO date where it can be read as one, otherwise its words. */
function dateOf(text: string, lang: string): string {
  if (partialDate(text)) return text;
  const read = readDate(text, monthNames(lang));
  return read.ok ? read.iso : wordsOf(text).join(' ');
}

function wordsOf(text: string): readonly string[] {
  const plain = westernDigits(text.normalize('NFKD')).replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
