import { isPartId } from '#passport/catalogue.ts';
import type { Doc, Line, Run } from '#passport/doc.ts';
import type { Extract, ExtractRecord, Told } from '#passport/extract.ts';
import { type Choice, isNhsNumber, isOwn } from '#passport/field.ts';
import { partialDate } from '#passport/partial-date.ts';
import { me } from '#passport/parts/me.ts';
import { words as myWords } from '#passport/parts/words.ts';
import { doubtOf } from './age-to-line.ts';
import { firstWords } from './first-words.ts';
import { type Circumstances, noted, type Page, say } from './page.ts';
import { commaed, dotted, lineToText, phrase, run } from './phrase.ts';
import { labelled, onlyRecord } from './told.ts';
import { choicesToLines } from './value-to-line.ts';
import type { Words } from './words.ts';

type Header = Pick<Doc, 'kicker' | 'label' | 'name' | 'facts' | 'origin' | 'made' | 'notices'>;

/** The longest label and name that stand whole at the head of a page, in characters; longer ones stand below. */
const longestLabel = 60;
const longestName = 80;

/** The preferred label and name first, then who this is, who made it and when, and what a reader must know first. */
export function headerOf(page: Page): Header {
  const { words } = page;
  const label = labelOf(page);
  const names = namesOf(page);
  return {
    kicker: label.line.length > 0 ? phrase(words, 'kicker') : [],
    label: label.line.length > 0 ? headed(words, [label], longestLabel) : phrase(words, 'label_unwritten'),
    name: names.length > 0 ? phrase(words, 'name', { name: headed(words, names, longestName) }) : [],
    facts: factsOf(page),
    origin: phrase(words, 'origin'),
    made: madeOf(page),
    notices: noticesOf(page),
  };
}

/** The label and the names in full, where the head of the page has only their first words. */
export function wholeNames(page: Page): readonly Line[] {
  const { words } = page;
  const whole = (key: string, names: readonly Name[], most: number) =>
    isLong(names, most) ? labelled(words, words.say(key), joined(words, names)) : [];
  return [
    whole('whole_label', [labelOf(page)], longestLabel),
    whole('whole_name', namesOf(page), longestName),
    ...wholeFacts(page).filter((line) => lineToText(line).length > longestFact),
  ].filter((line) => line.length > 0);
}

/** A name, and whether the words are the person's own: those are quoted, so that nothing typed can pass for the app's. */
type Name = { readonly line: Line; readonly isOwn: boolean };

function headed(words: Words, names: readonly Name[], most: number): Line {
  if (!isLong(names, most)) return joined(words, names);
  const [first] = names;
  const line = first ? firstWords(first.line, most) : [];
  if (!first || line.length === 0) return phrase(words, 'whole_below');
  return phrase(words, 'starts', { start: quotedName(words, { ...first, line }), rest: phrase(words, 'whole_below') });
}

function isLong(names: readonly Name[], most: number): boolean {
  return names.reduce((sum, { line }) => sum + lineToText(line).length, 0) > most;
}

function joined(words: Words, names: readonly Name[]): Line {
  const [first, second] = names.map((name) => quotedName(words, name));
  return first && second ? phrase(words, 'beside', { first, second }) : (first ?? []);
}

function quotedName(words: Words, { line, isOwn: isTheirs }: Name): Line {
  return isTheirs && line.length > 0 ? phrase(words, 'quoted', { text: line.map(unquoted) }) : line;
}

/** Quotation marks inside a quotation would end it. */
function unquoted(part: Run): Run {
  return { ...part, text: part.text.replace(/["“”„‟«»＂]/gu, '’') };
}

function labelOf(page: Page): Name {
  const record = onlyRecord(page.extract, myWords);
  const value = record['label']?.value;
  const isTheirs = typeof value === 'object' && !Array.isArray(value) && isOwn(value as Choice);
  return { line: say(page, myWords, record, 'label'), isOwn: isTheirs };
}

/** What they like to be called, and the full name where it says more. */
function namesOf(page: Page): readonly Name[] {
  const record = onlyRecord(page.extract, me);
  const preferred = say(page, me, record, 'preferredName');
  const full = say(page, me, record, 'fullName');
  const isSame = `${lineToText(full)} `.startsWith(`${lineToText(preferred)} `);
  const lines = isSame ? [full] : [preferred, full];
  return lines.filter((line) => line.length > 0).map((line) => ({ line, isOwn: true }));
}

/** The longest fact that stands whole at the head of a page, in characters; a longer one stands below. */
const longestFact = 160;

/** Born, number, pronouns; languages and interpreter; how to talk with me. */
function factsOf(page: Page): readonly Line[] {
  const { words } = page;
  return wholeFacts(page).map((line) =>
    lineToText(line).length <= longestFact
      ? line
      : phrase(words, 'starts', { start: firstWords(line, longestFact), rest: phrase(words, 'fact_below') }),
  );
}

function wholeFacts(page: Page): readonly Line[] {
  const { extract, words } = page;
  const record = onlyRecord(extract, me);
  const interpreter = say(page, me, record, 'interpreter');
  const lines = [
    dotted(words, [bornOf(page), numberOf(page), ...ownQuoted(page, record, 'pronouns')]),
    dotted(words, [
      ...ownQuoted(page, record, 'languages'),
      noted(page, me, record, 'interpreter')?.value === 'no'
        ? []
        : plain(labelled(words, words.field(me.id, 'interpreter'), interpreter)),
    ]),
    plain(labelled(words, words.say('please'), commaed(words, ownQuoted(page, record, 'communication')))),
  ];
  return lines.filter((line) => line.length > 0);
}

/** Each choice of a field as a line: picked ones as they are, own words quoted. */
function ownQuoted(
  page: Page,
  record: ExtractRecord,
  field: 'pronouns' | 'languages' | 'communication',
): readonly Line[] {
  const told = noted(page, me, record, field);
  const choices = told ? ((Array.isArray(told.value) ? told.value : [told.value]) as readonly Choice[]) : [];
  return choices.flatMap((choice) => {
    const [line] = choicesToLines(me.fields[field], { ...(told as Told), value: [choice] }, page.words);
    return line ? [quotedName(page.words, { line, isOwn: typeof choice !== 'string' })] : [];
  });
}

function bornOf(page: Page): Line {
  const { words, extract } = page;
  const record = onlyRecord(extract, me);
  const date = say(page, me, record, 'birthDate');
  const value = record['birthDate']?.value;
  if (date.length === 0 || typeof value !== 'string') return [];
  const isDate = partialDate(value) !== null;
  const born = phrase(words, 'born', { date: quotedName(words, { line: date, isOwn: !isDate }) });
  const isDoubted = isDate && doubtOf(page, value) === 'in_future';
  return isDoubted ? phrase(words, 'doubted', { said: born, doubt: phrase(words, 'in_future') }) : born;
}

/** A number that adds up, as the NHS writes it; anything else as the person's own words. */
function numberOf(page: Page): Line {
  const { words, extract } = page;
  const record = onlyRecord(extract, me);
  const number = say(page, me, record, 'nhsNumber');
  if (number.length === 0) return [];
  if (isNhsNumber(String(record['nhsNumber']?.value))) return phrase(words, 'nhs_number', { number });
  return plain(labelled(words, words.field(me.id, 'nhsNumber'), quotedName(words, { line: number, isOwn: true })));
}

function plain(line: Line): Line {
  return line.map(({ strong: _, ...rest }) => rest);
}

/** From this age on, in months, when it was made stands as large as what it makes doubtful. */
const old = 3;

function madeOf({ extract, words, circumstances: { today } }: Page): Line {
  if (!partialDate(extract.made)) return [];
  const date = [run(words, words.date(extract.made))];
  if (!partialDate(today) || extract.made >= today) return phrase(words, 'made', { date });
  return phrase(words, 'made_ago', { date, ago: [run(words, words.ago(extract.made, today))] });
}

/** How old the page is, as a sentence of its own, where that makes everything below doubtful; otherwise blank. */
function ageNotice(page: Page): Line {
  const { extract, words, circumstances } = page;
  const { made } = extract;
  if (!partialDate(made) || !partialDate(circumstances.today)) return [];
  if (doubtOf(page, made) === 'in_future') return phrase(words, 'notice_future');
  if (monthsBetween(made, circumstances.today) < old) return [];
  return phrase(words, 'notice_old', { ago: [run(words, words.ago(made, circumstances.today))] });
}

function monthsBetween(from: string, to: string): number {
  const [start, end] = [partialDate(from), partialDate(to)];
  if (!start || !end) return 0;
  return 12 * (end.year - start.year) + (end.month ?? 0) - (start.month ?? 0);
}

function noticesOf(page: Page): readonly Line[] {
  const { extract, words } = page;
  const { missing = 0, newer = 0 }: Circumstances = page.circumstances;
  const leftOut = counted(extract.leftOut, words);
  const shortened = counted(extract.shortened, words);
  const notices = [
    extract.example ? phrase(words, 'notice_example') : [],
    ageNotice(page),
    isConfidential(extract) ? phrase(words, 'notice_confidence') : [],
    missing > 0 ? phrase(words, 'notice_missing', { count: missing }) : [],
    newer > 0 ? phrase(words, 'notice_newer', { count: newer }) : [],
    leftOut.length > 0 ? phrase(words, 'notice_left_out', { parts: leftOut }) : [],
    shortened.length > 0 ? phrase(words, 'notice_shortened', { parts: shortened }) : [],
  ];
  return notices.filter((line) => line.length > 0);
}

/** "Goals (2), Care team (1)" of counts by part. */
function counted(counts: Readonly<Record<string, number>>, words: Words): Line {
  const names = Object.entries(counts)
    .filter(([part, count]) => isPartId(part) && count > 0)
    .map(([part, count]) => words.say('left_out_part', { part: words.part(part), count }));
  return names.length === 0 ? [] : [run(words, words.list(names))];
}

function isConfidential(extract: Extract): boolean {
  return extract.parts.some(({ records }) =>
    records.some((record) => Object.values(record).some((told) => told.confidence)),
  );
}
