import { isPartId } from '#passport/catalogue.ts';
import type { Doc, Line } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import { partialDate } from '#passport/partial-date.ts';
import { me } from '#passport/parts/me.ts';
import { words as myWords } from '#passport/parts/words.ts';
import { lineToText } from './count-words.ts';
import { cutMark, isCut } from './cut-line.ts';
import { type Page, short } from './draft.ts';
import { dotted, phrase, run } from './phrase.ts';
import { fieldToLine, labelled, onlyRecord } from './told.ts';
import type { Words } from './words.ts';

/** How fresh the page is, and what of it is not here. */
export type Circumstances = {
  /** ISO day of the reader. */
  readonly today: string;
  /** Codes still to be scanned. */
  readonly missing?: number;
  /** Things in the code that this version cannot show. */
  readonly newer?: number;
};

type Header = Pick<Doc, 'kicker' | 'label' | 'name' | 'facts' | 'made' | 'notices'>;

/** The preferred label and name first, then who this is, when it was made, and what a reader must know before reading. */
export function headerOf(page: Page, circumstances: Circumstances): Header {
  const { extract, words } = page;
  const label = fieldToLine(myWords, onlyRecord(extract, myWords), 'label', words);
  return {
    kicker: label.length > 0 ? phrase(words, 'kicker') : [],
    label: label.length > 0 ? ended(short(label, longestName), words) : phrase(words, 'label_unwritten'),
    name: ended(short(nameOf(page), longestName), words),
    facts: factsOf(page).map((line) => ended(short(line, longestFact), words)),
    made: madeOf(page, circumstances.today),
    notices: noticesOf(extract, circumstances, words),
  };
}

const longestName = 8;
const longestFact = 10;

/** Parts of which the header cuts something: who I am, or the label. */
export function cutInHeader(page: Page): readonly string[] {
  const { extract, words } = page;
  const label = fieldToLine(myWords, onlyRecord(extract, myWords), 'label', words);
  const isMeCut =
    isCut(short(nameOf(page), longestName)) || factsOf(page).some((line) => isCut(short(line, longestFact)));
  return [...(isMeCut ? [me.id] : []), ...(isCut(short(label, longestName)) ? [myWords.id] : [])];
}

function nameOf({ extract, words }: Page): Line {
  const record = onlyRecord(extract, me);
  const preferred = fieldToLine(me, record, 'preferredName', words);
  const full = fieldToLine(me, record, 'fullName', words);
  const [first, second] = [preferred, full].map(lineToText) as [string, string];
  if (first === '' || `${second} `.startsWith(`${first} `)) return full;
  return second === '' ? preferred : phrase(words, 'beside', { first: preferred, second: full });
}

function factsOf({ extract, words }: Page): readonly Line[] {
  const record = onlyRecord(extract, me);
  const birth = fieldToLine(me, record, 'birthDate', words);
  const number = fieldToLine(me, record, 'nhsNumber', words);
  const interpreter = fieldToLine(me, record, 'interpreter', words);
  const lines = [
    dotted(words, [
      birth.length > 0 ? phrase(words, 'born', { date: birth }) : [],
      number.length > 0 ? phrase(words, 'nhs_number', { number }) : [],
      fieldToLine(me, record, 'pronouns', words),
    ]),
    dotted(words, [
      fieldToLine(me, record, 'languages', words),
      record['interpreter']?.value === 'no' ? [] : plainLabel(words, words.field(me.id, 'interpreter'), interpreter),
    ]),
    fieldToLine(me, record, 'communication', words),
  ];
  return lines.filter((line) => line.length > 0);
}

function plainLabel(words: Words, label: string, value: Line): Line {
  return labelled(words, label, value).map(({ strong: _, ...rest }) => rest);
}

/** Words kept free for how long ago the page was made ("il y a 4 mois" is the longest so far). */
export const ageRoom = 5;

/** When the page was made, as it reads on that day. */
export function madeOn({ extract, words }: Page): Line {
  return partialDate(extract.made) ? phrase(words, 'made', { date: [run(words, words.date(extract.made))] }) : [];
}

function madeOf(page: Page, today: string): Line {
  const { extract, words } = page;
  if (!partialDate(extract.made) || !partialDate(today) || extract.made >= today) return madeOn(page);
  const date = [run(words, words.date(extract.made))];
  return phrase(words, 'made_ago', { date, ago: [run(words, words.ago(extract.made, today))] });
}

function noticesOf(extract: Extract, { missing = 0, newer = 0 }: Circumstances, words: Words): readonly Line[] {
  const leftOut = Object.entries(extract.leftOut).filter(([part, count]) => isPartId(part) && count > 0);
  const names = leftOut.map(([part, count]) => words.say('left_out_part', { part: words.part(part), count }));
  return [
    ...(extract.example ? [phrase(words, 'notice_example')] : []),
    ...(isConfidential(extract) ? [phrase(words, 'notice_confidence')] : []),
    ...(missing > 0 ? [phrase(words, 'notice_missing', { count: missing })] : []),
    ...(newer > 0 ? [phrase(words, 'notice_newer', { count: newer })] : []),
    ...(names.length > 0 ? [phrase(words, 'notice_left_out', { parts: [run(words, words.list(names))] })] : []),
  ];
}

function isConfidential(extract: Extract): boolean {
  return extract.parts.some(({ records }) =>
    records.some((record) => Object.values(record).some((told) => told.confidence)),
  );
}

function ended(line: Line, words: Words): Line {
  return isCut(line) ? [...line.slice(0, -1), run(words, cutMark.text)] : line;
}
