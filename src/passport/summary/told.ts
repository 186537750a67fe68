import type { Line } from '#passport/doc.ts';
import type { Extract, ExtractPart, ExtractRecord } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import { type FieldId, fieldOf, type Part } from '#passport/part.ts';
import { isTerm } from '#passport/terms.ts';
import { phrase, run, strong } from './phrase.ts';
import { langOf, textToLines, valueToLine } from './value-to-line.ts';
import type { Words } from './words.ts';

/** What was told of a part; undefined when it was not chosen for this reader. */
export function toldOf(extract: Extract, part: Part): ExtractPart | undefined {
  return extract.parts.find((told) => told.part === part.id);
}

/** The one record of a part that holds one. */
export function onlyRecord(extract: Extract, part: Part): ExtractRecord {
  return toldOf(extract, part)?.records[0] ?? {};
}

/** The id of the term a field holds; null for the person's own words and for nothing. */
export function termIn<P extends Part>(_part: P, record: ExtractRecord, field: FieldId<P>): string | null {
  const value = record[field]?.value;
  return typeof value === 'string' ? value : null;
}

/** "Label: value", or nothing when there is no value. */
export function labelled(words: Words, label: string, value: Line): Line {
  return value.length === 0
    ? []
    : phrase(words, 'label_value', { label: [{ ...run(words, label), strong: true }], value });
}

/** True when all that was told of a record was told in confidence. */
export function isConfided(record: ExtractRecord): boolean {
  const told = Object.values(record);
  return told.length > 0 && told.every(({ confidence }) => confidence);
}

/** Marks what was ticked for this one time. */
export function inConfidence(line: Line, words: Words): Line {
  return phrase(words, 'beside', { first: line, second: strong(phrase(words, 'confidence')) });
}

/** The line that says the same in another language, with who put it so; null when there is none. */
export function translationToLine(part: Part, record: ExtractRecord, words: Words): Line | null {
  const told = record['translation'];
  if (!told || typeof told.value !== 'string') return null;
  const lang = langOf(told);
  const value = textToLines(told.value, lang).flatMap((line, place) => (place > 0 ? [run(words, ' '), ...line] : line));
  if (value.length === 0) return null;
  const who = valueToLine(fieldOf(part, 'translator') as Field, record['translator'], words);
  return phrase(words, 'label_value', { label: labelOf(part, record, lang, who, words), value });
}

function labelOf(part: Part, record: ExtractRecord, lang: string, who: Line, words: Words): Line {
  const primary = lang.split('-')[0]?.toLowerCase() ?? '';
  const isOther = Object.entries(record).some(
    ([id, told]) => id in part.fields && langOf(told).split('-')[0]?.toLowerCase() !== primary,
  );
  if (isOther && isTerm('languages', primary)) {
    const language = [run(words, words.term('languages', primary))];
    return phrase(words, who.length > 0 ? 'in_language_by' : 'in_language', { language, who });
  }
  if (who.length > 0) return phrase(words, 'in_other_words_by', { who });
  return [run(words, words.field(part.id, 'translation'))];
}
