import type { Line } from '#passport/doc.ts';
import type { Field } from '#passport/field.ts';
import { entryValue, type Passport, type PassportRecord } from '#passport/fold.ts';
import { headingOf } from '#passport/headings.ts';
import { fieldOf, type ListHeading, type Part } from '#passport/part.ts';
import { hasLeftward } from '#passport/pieces.ts';
import { openRecords } from '#passport/private.ts';
import { dotted, lineToText, phrase, run } from '#passport/summary/phrase.ts';
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
  const called = calledBy(part, record, words);
  return called === null ? [] : fieldToLine(part, record, called, words);
}

/** What it is called and what is one thing with that, which nothing turns round: "Metformin 500 mg". */
export function recordToName(part: Part, record: PassportRecord | undefined, words: Words): Line {
  const title = recordToTitle(part, record, words);
  const [start] = title;
  if (!start) return [];
  const beside = (part.besideTitle ?? []).map((id) => fieldToLine(part, record, id, words));
  const lines = [title, ...beside].filter((line) => line.length > 0);
  if (lines.length === 1) return title;
  const text = lines.map(lineToText).join(' ');
  // a name in Arabic letters goes first in its own direction, and its strength stays a figure of its own
  if (hasLeftward(text)) return lines.flatMap((line, at) => (at > 0 ? [run(words, ' '), ...line] : line));
  return [{ text, lang: start.lang, ltr: true }];
}

/** A record so that it can be told from others of its list: its name, or what is written first. */
export function recordToChoice(part: Part, record: PassportRecord | undefined, words: Words): Line {
  const name = recordToName(part, record, words);
  if (name.length > 0) return name;
  const fields = [...(part.besideTitle ?? []), ...part.detail, ...Object.keys(part.fields)];
  return fields.map((id) => fieldToLine(part, record, id, words)).find((line) => line.length > 0) ?? [];
}

/** The small line under it; `heading` is what it stands under, which then needs no saying. */
export function recordToDetail(
  part: Part,
  record: PassportRecord,
  words: Words,
  heading: ListHeading | null = null,
): Line {
  const called = calledBy(part, record, words);
  const isHeading = (id: string) => id === part.headings?.field && heading?.terms.length === 1;
  const tell = (ids: readonly string[]) =>
    ids.filter((id) => id !== called && !isHeading(id)).flatMap((id) => detailToLine(part, record, id, words) ?? []);
  // what is one thing with the name stands here when there is no name
  const beside = called === null ? tell(part.besideTitle ?? []) : [];
  const all = tell(headingOf(part, record)?.detail ?? []);
  const more = all.length > 0 ? withoutPlain(all) : tell(part.detail).slice(0, 2);
  return dotted(
    words,
    [...beside, ...more].map(({ line }) => line),
  );
}

type Detail = { readonly line: Line; readonly isPlain: boolean };

function detailToLine(part: Part, record: PassportRecord, id: string, words: Words): Detail | null {
  const line = fieldToLine(part, record, id, words);
  if (line.length === 0) return null;
  const isPlain = entryValue(part, record, id) === fieldOf(part, id)?.plain;
  const isLabelled = part.labelled?.includes(id) === true;
  return { line: isLabelled ? underLabel(part, id, line, words) : line, isPlain };
}

/** What a field holds after its label, as a list or a folded group tells it; a label that asks needs no colon. */
export function underLabel(part: Part, id: string, value: Line, words: Words): Line {
  if (value.length === 0) return [];
  const label = [run(words, words.field(part.id, id))];
  const asks = /[?؟]$/u.test(lineToText(label));
  return asks
    ? phrase(words, 'one_then_another', { first: label, second: value })
    : phrase(words, 'label_value', { label, value });
}

function withoutPlain(details: readonly Detail[]): readonly Detail[] {
  const telling = details.filter(({ isPlain }) => !isPlain);
  return telling.length > 0 ? telling : details;
}

/** The field this record is called by; null when it has no name yet. */
function calledBy(part: Part, record: PassportRecord | undefined, words: Words): string | null {
  const fields = part.calledBy ?? [part.title];
  return fields.find((id) => fieldToLine(part, record, id, words).length > 0) ?? null;
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
