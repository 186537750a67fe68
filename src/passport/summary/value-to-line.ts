import type { Line } from '#passport/doc.ts';
import type { Told } from '#passport/extract.ts';
import {
  type Choice,
  type Contact,
  type Field,
  isEmptyValue,
  isKnownTerm,
  isNhsNumber,
  isOwn,
  nhsDigits,
} from '#passport/field.ts';
import { isolate } from '#passport/isolate.ts';
import { partialDate, westernDigits } from '#passport/partial-date.ts';
import { hasLeftward } from '#passport/pieces.ts';
import { dotted, phrase, run } from './phrase.ts';
import type { Words } from './words.ts';

// Control characters, and the explicit bidi ones: an override could show a dose turned round. Letters that look like
// blanks. Private use is what phrase() holds its places with.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u115f\u1160\u202a-\u202e\u2066-\u2069\u2800\u3164\uffa0\ue000-\ue0ff\ufeff]/gu;

// Direction marks that help among right-to-left words; elsewhere one is enough to swap a strength with a dose.
const marks = /[\u200e\u200f\u061c]/gu;

// More marks than any letter carries only paint over what stands above and below.
const stacked = /(\p{M}{4})\p{M}+/gu;

/** The language of a told value: 'und' when what travelled is not a language tag. */
export function langOf(told: Told): string {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(told.lang) ? told.lang : 'und';
}

/** Free text as paragraphs of runs: figures and left-to-right fields isolated, nothing that hides or turns text. */
export function textToLines(text: string, lang: string, ltr = false): readonly Line[] {
  const unmarked = text.replace(marks, '');
  return (hasLeftward(unmarked) ? text : unmarked)
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(unseen, ' ')
    .replace(stacked, '$1')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (ltr ? [{ text: line, lang, ltr: true as const }] : isolate(line, lang)));
}

/** A value as lines: one a paragraph, step or contact, one for everything else; none when there is nothing to say. */
export function valueToLines(field: Field, told: Told, words: Words): readonly Line[] {
  const lines = toLines(field, told, words);
  return field.exact || told.confidence ? lines.map((line) => line.map((part) => ({ ...part, exact: true }))) : lines;
}

function toLines(field: Field, told: Told, words: Words): readonly Line[] {
  const { value } = told;
  const lang = langOf(told);
  if (isEmptyValue(value)) return [];
  const choose = (choice: Choice) => choiceToLine(field, choice, lang, words);
  switch (field.kind) {
    case 'yes':
      return [[run(words, words.say('yes'))]];
    case 'date':
      return typeof value === 'string' ? [dateToLine(value, lang, words)] : [];
    case 'term':
    case 'link':
      return nonBlank([choose(value as Choice)]);
    case 'terms':
      return nonBlank([dotted(words, (value as readonly Choice[]).map(choose))]);
    case 'steps':
      return nonBlank((value as readonly string[]).map((step) => oneLine(textToLines(step, lang), words, '\n')));
    case 'contacts':
      return nonBlank((value as readonly Contact[]).map((contact) => contactToLine(contact, lang, words)));
    case 'text':
    case 'long': {
      return textToLines(numberOrText(field, String(value)), lang, field.ltr);
    }
    case 'order':
      return [];
  }
}

/** A value on one Line, in which long text keeps where its own lines end. */
export function valueToLine(field: Field, told: Told | undefined, words: Words): Line {
  return told ? oneLine(valueToLines(field, told, words), words, field.kind === 'long' ? '\n' : ' ') : [];
}

/** Each item of a picked list as a line of its own. */
export function choicesToLines(field: Field, told: Told | undefined, words: Words): readonly Line[] {
  const choices = told && Array.isArray(told.value) ? (told.value as readonly Choice[]) : [];
  return nonBlank(choices.map((choice) => choiceToLine(field, choice, langOf(told as Told), words)));
}

/** A date in the reader's words; the person's own words for a date stay theirs. */
function dateToLine(value: string, lang: string, words: Words): Line {
  if (partialDate(value)) return [run(words, words.date(value))];
  return textToLines(value, lang)[0] ?? [];
}

function contactToLine(contact: Contact, lang: string, words: Words): Line {
  return dotted(words, [
    oneLine(textToLines(contact.name, lang), words),
    oneLine(textToLines(westernDigits(contact.phone), lang, true), words),
    oneLine(textToLines(contact.when, lang), words),
  ]);
}

function choiceToLine(field: Field, choice: Choice, lang: string, words: Words): Line {
  if (isOwn(choice)) return oneLine(textToLines(choice.own, lang, field.ltr), words);
  if (isKnownTerm(field, choice)) return [run(words, words.term(field.said ?? (field.set as string), choice))];
  return field.set === undefined ? [] : phrase(words, 'from_newer');
}

function oneLine(lines: readonly Line[], words: Words, between = ' '): Line {
  return lines.flatMap((line, place) => (place > 0 ? [run(words, between), ...line] : line));
}

function nonBlank(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => line.length > 0);
}

/** A number that others read or ring is told in the figures 0–9, whatever script it was typed in. */
function numberOrText(field: Field, text: string): string {
  if (field.check === 'nhs-number') return groupedNumber(text);
  return field.control === 'phone' ? westernDigits(text) : text;
}

function groupedNumber(number: string): string {
  if (!isNhsNumber(number)) return number;
  return nhsDigits(number).replace(/^(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2\u00a0$3');
}
