import type { Block, Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { tried } from '#passport/parts/tried.ts';
import { checkedToLine } from './checked-to-line.ts';
import { lineToText } from './count-words.ts';
import { type Draft, filled, howMany, list, type Page, paragraph, roomy, short, some, table } from './draft.ts';
import { dotted, phrase, run, strong } from './phrase.ts';
import { fieldToLine, inConfidence, isUnwritten, labelled, termIn, toldOf } from './told.ts';
import type { Words } from './words.ts';

/** Medicines now, as a table: name and strength, how I take it, what for, does it help me do things? */
export function medicinesNow({ extract, words }: Page): Draft {
  const told = toldOf(extract, medicines);
  const now = (told?.records ?? []).filter((record) => !isStopped(record));
  const head = (['name', 'dose', 'purpose', 'helps'] as const).map((field) => words.field(medicines.id, field));
  return {
    id: 'medicines',
    make: (level) => {
      if (!told) return null;
      const most = howMany(level, 7, 2);
      const toRow = (record: ExtractRecord) => [
        short(nameOf(record, words), cellOfName(level)),
        short(howTaken(record, words), Math.max(8, level)),
        short(fieldToLine(medicines, record, 'purpose', words), cell(level)),
        short(level < 10 ? fieldToLine(medicines, record, 'helps', words) : verdict(record, words), cell(level)),
      ];
      const blocks: readonly Block[] =
        now.length === 0
          ? paragraph(phrase(words, 'not_written'))
          : [
              ...table(words, head, now.slice(0, most), most, toRow),
              ...alsoTaken(now.slice(most), level, words),
              ...notNow(now, level, words),
              ...paragraph(phrase(words, 'not_a_request'), 'quiet'),
            ];
      const title = phrase(words, 'medicines_now');
      const checked = now.length > 0 && level >= roomy ? checkedToLine(told.checked, words) : null;
      return filled({ id: 'medicines', area: 'main', title, checked, blocks });
    },
  };
}

/** Medicines stopped, with when and why, and other things tried, with whether they helped: more for a specialist. */
export function triedAndStopped({ extract, words }: Page): Draft {
  const stopped = (toldOf(extract, medicines)?.records ?? [])
    .filter(isStopped)
    .map((record) => ({ record, isMedicine: true }));
  const others = (toldOf(extract, tried)?.records ?? []).map((record) => ({ record, isMedicine: false }));
  const fewest = extract.reader === 'specialist' ? 2 : 1;
  const head = [words.field(tried.id, 'what'), words.field(tried.id, 'date'), words.say('came_of_it')];
  return {
    id: 'tried',
    make: (level) => {
      const most = Math.max(fewest, howMany(level, 2, 3));
      const toRow = ({ record, isMedicine }: { record: ExtractRecord; isMedicine: boolean }) =>
        isMedicine
          ? [
              short(nameOf(record, words), cellOfName(level)),
              short(fieldToLine(medicines, record, 'stopped', words), 6),
              short(orNotWritten(fieldToLine(medicines, record, 'stoppedWhy', words), words), cell(level)),
            ]
          : [
              short(strong(fieldToLine(tried, record, 'what', words)), 8),
              short(fieldToLine(tried, record, 'date', words), 6),
              short(orNotWritten(triedVerdict(record, level >= roomy, words), words), Math.max(8, cell(level))),
            ];
      const blocks = table(words, head, interleave(stopped, others, most), most * 2, toRow);
      return filled({ id: 'tried', area: 'main', title: phrase(words, 'tried_stopped'), checked: null, blocks });
    },
  };
}

/** Allergies and bad reactions: "none that I know of" is not the same as not written. */
export function allergiesTold({ extract, words }: Page): Draft {
  const told = toldOf(extract, allergies);
  return {
    id: 'allergies',
    make: (level) => {
      if (!told) return null;
      const missing = told.none ? 'none_known' : isUnwritten(told) ? 'not_written' : null;
      const blocks = missing
        ? paragraph(phrase(words, missing))
        : list(words, told.records, howMany(level, 5, 2), (record) =>
            short(allergyToLine(record, words), Math.max(8, level)),
          );
      const title = [run(words, words.part(allergies.id))];
      return filled({ id: 'allergies', area: 'side', title, checked: null, blocks });
    },
  };
}

/** Name and strength as one thing that never turns round. */
function nameOf(record: ExtractRecord, words: Words): Line {
  const name = fieldToLine(medicines, record, 'name', words);
  const strength = fieldToLine(medicines, record, 'strength', words);
  const [first] = name;
  if (!first) return phrase(words, 'unnamed');
  const text = [name, strength].map(lineToText).filter(Boolean).join(' ');
  const whole: Line = [{ text, lang: first.lang, ltr: true, strong: true }];
  const release = termIn(medicines, record, 'release');
  if (release === null || release === 'usual') return whole;
  return phrase(words, 'beside', { first: whole, second: fieldToLine(medicines, record, 'release', words) });
}

function howTaken(record: ExtractRecord, words: Words): Line {
  const often = fieldToLine(medicines, record, 'howOften', words);
  const dose = fieldToLine(medicines, record, 'dose', words);
  const isPlain = termIn(medicines, record, 'pattern') === 'regular' && often.length + dose.length > 0;
  const pattern = isPlain ? [] : fieldToLine(medicines, record, 'pattern', words);
  const really = fieldToLine(medicines, record, 'reallyTake', words);
  return dotted(words, [
    pattern,
    lineToText(often) === lineToText(pattern) ? [] : often,
    dose,
    really.length > 0 ? inConfidence(labelled(words, words.field(medicines.id, 'reallyTake'), really), words) : [],
  ]);
}

function verdict(record: ExtractRecord, words: Words): Line {
  const first = fieldToLine(medicines, record, 'helps', words);
  const second = fieldToLine(medicines, record, 'helpsHow', words);
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  const hasEnd = /[.!?…。؟]$/u.test(first.at(-1)?.text ?? '');
  return phrase(words, hasEnd ? 'one_then_another' : 'two_sentences', { first, second });
}

/** Did it help, and would I again: all of it only where there is room or nothing else to say. */
function triedVerdict(record: ExtractRecord, all: boolean, words: Words): Line {
  const helped = fieldToLine(tried, record, 'helped', words);
  const again = fieldToLine(tried, record, 'again', words);
  const isSaid = again.length > 0 && (all || termIn(tried, record, 'again') === 'no' || helped.length === 0);
  return dotted(words, [helped, isSaid ? phrase(words, 'again', { again }) : []]);
}

/** Medicines there is no row for are named at least: none is left to be guessed. */
function alsoTaken(others: readonly ExtractRecord[], level: number, words: Words): readonly Block[] {
  if (others.length === 0) return [];
  const { kept, more } = some(words, others, level < 6 ? 1 : 8);
  const names = dotted(words, [...kept.map((record) => short(nameOf(record, words), cellOfName(level))), more]);
  return paragraph(phrase(words, 'also_taken', { names }));
}

function notNow(now: readonly ExtractRecord[], level: number, words: Words): readonly Block[] {
  const names = now
    .filter((record) => record['notNow']?.value === true)
    .map((record) => short(fieldToLine(medicines, record, 'name', words), 8));
  if (names.length === 0) return [];
  const { kept, more } = some(words, names, level < 8 ? 1 : 6);
  return paragraph(phrase(words, 'not_now', { names: dotted(words, [...kept, more]) }), 'note');
}

/** What happened says more than "bad reaction"; that it was an allergy, or may be one, is always said. */
function allergyToLine(record: ExtractRecord, words: Words): Line {
  const label = strong(fieldToLine(allergies, record, 'substance', words));
  const happened = fieldToLine(allergies, record, 'whatHappened', words);
  const isSaid = happened.length === 0 || termIn(allergies, record, 'sort') !== 'bad_reaction';
  const value = dotted(words, [
    isSaid ? fieldToLine(allergies, record, 'sort', words) : [],
    happened,
    fieldToLine(allergies, record, 'date', words),
  ]);
  if (value.length === 0) return label;
  return phrase(words, 'label_value', { label: label.length > 0 ? label : phrase(words, 'unnamed'), value });
}

function isStopped(record: ExtractRecord): boolean {
  return termIn(medicines, record, 'pattern') === 'stopped';
}

function orNotWritten(line: Line, words: Words): Line {
  return line.length > 0 ? line : phrase(words, 'not_written_short');
}

/** A name with its strength is cut only when the page is full to the brim. */
function cellOfName(level: number): number {
  return level < 8 ? 8 : 14;
}

/** Half the words of a text: a cell stands beside others. */
function cell(level: number): number {
  return Math.max(5, Math.ceil(level / 2));
}

/** At most `most` of each first, so that many stopped medicines do not push every therapy out; then the rest. */
function interleave<T>(a: readonly T[], b: readonly T[], most: number): readonly T[] {
  return [...a.slice(0, most), ...b.slice(0, most), ...a.slice(most), ...b.slice(most)];
}
