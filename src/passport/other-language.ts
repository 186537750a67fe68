import { parts } from './catalogue.ts';
import { type Choice, isOwn } from './field.ts';
import { fieldValue, headOf, type Passport, recordsOf } from './fold.ts';
import type { Part } from './part.ts';
import { me } from './parts/me.ts';
import { isPrivateField, isPrivateRecord } from './private.ts';

/** What readers here are written to in. */
const readersLanguage = 'en';

/**
 * True when a line in another language can matter to somebody: the person writes in another language than readers do,
 * speaks or has written in more than one, or uses an interpreter. `lang` is what they write in now.
 */
export function canMatterInOtherLanguage(passport: Passport, lang: string): boolean {
  const own = primaryOf(lang);
  if (own !== readersLanguage) return true;
  const about = headOf(passport, me);
  const languages = (fieldValue(me, about, 'languages') ?? []) as readonly Choice[];
  const interpreter = fieldValue(me, about, 'interpreter');
  if (interpreter === 'yes' || interpreter === 'sometimes') return true;
  if (languages.some((language) => isOwn(language) || primaryOf(language) !== own)) return true;
  return (parts as readonly Part[]).some((part) => isWrittenInOther(passport, part, own));
}

function isWrittenInOther(passport: Passport, part: Part, own: string): boolean {
  return recordsOf(passport, part).some(
    (record) =>
      !isPrivateRecord(part, record) &&
      Object.entries(record.entries).some(
        ([id, { value, lang }]) =>
          value !== null && !isPrivateField(part, id) && primaryOf(lang) !== own && lang !== '',
      ),
  );
}

function primaryOf(lang: string): string {
  return lang.split('-')[0]?.toLowerCase() ?? '';
}
