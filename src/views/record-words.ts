import type { Line } from '#passport/doc.ts';
import type { Field } from '#passport/field.ts';
import { entryValue, type Passport, type PassportRecord } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { openRecords } from '#passport/private.ts';
import { dotted } from '#passport/summary/phrase.ts';
import { valueToLine, valueToLines } from '#passport/summary/value-to-line.ts';
import type { Words } from '#passport/summary/words.ts';
import { isAsked } from '#passport/telling.ts';

/** A field of a record on one line, in the words it was written in; empty when it is blank, private or not asked. */
export function fieldToLine(part: Part, record: PassportRecord | undefined, id: string, words: Words): Line {
  const field = fieldOf(part, id) as Field;
  const value = entryValue(part, record, id);
  if (!record || value === null || field.private || !isAsked(part, record, field)) return [];
  const told = { value, lang: record.entries[id]?.lang ?? words.lang };
  return field.kind === 'steps' || field.kind === 'contacts'
    ? dotted(words, valueToLines(field, told, words))
    : valueToLine(field, told, words);
}

/** What a record is called in a list; empty when it has no name yet. */
export function recordToTitle(part: Part, record: PassportRecord | undefined, words: Words): Line {
  return fieldToLine(part, record, part.title, words);
}

/** A record so that it can be told from others of its list: its name and what stands beside it, or what is written first. */
export function recordToChoice(part: Part, record: PassportRecord | undefined, words: Words): Line {
  const title = recordToTitle(part, record, words);
  const beside = (part.besideTitle ?? []).map((id) => fieldToLine(part, record, id, words));
  if (title.length > 0) return dotted(words, [title, ...beside]);
  const fields = [...(part.besideTitle ?? []), ...part.detail, ...Object.keys(part.fields)];
  return fields.map((id) => fieldToLine(part, record, id, words)).find((line) => line.length > 0) ?? [];
}

/** The small line under it. */
export function recordToDetail(part: Part, record: PassportRecord, words: Words): Line {
  const written = part.detail.map((id) => fieldToLine(part, record, id, words)).filter((line) => line.length > 0);
  return dotted(words, written.slice(0, 2));
}

/** A part in a few words for the list of parts: its own title, or the first names of its records; nothing private. */
export function partToDetail(passport: Passport, part: Part, words: Words): Line {
  const records = openRecords(passport, part);
  if (!part.many) {
    const [record] = records;
    const asked = [part.title, ...part.detail, ...Object.keys(part.fields)];
    return asked.map((id) => fieldToLine(part, record, id, words)).find((line) => line.length > 0) ?? [];
  }
  const names = records.map((record) => recordToTitle(part, record, words)).filter((line) => line.length > 0);
  const rest: Line = [{ text: `+${names.length - 3}`, lang: words.lang, ltr: true }];
  return dotted(words, [...names.slice(0, 3), ...(names.length > 3 ? [rest] : [])]);
}
