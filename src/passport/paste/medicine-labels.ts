import { listedNameLength } from '#passport/medicine-names.ts';
import { WRITTEN_DATE } from './dates-in-text.ts';

const BULLET = /^\s*(?:(?:[-–—•*·▪◦‣●○■□➢✓✔✅☐☑>💊→⭐]\ufe0f?)+\s*|\[[ xX]?\]\s*|o\t)(?=\S)/u;
const NUMBER = /^\s*(?:\(\d{1,3}\)\s*|\d{1,3}[.)]\s+|\d{1,3}[.)](?=\p{L})|\d{1,3}\t+)/u;
const LABELS: readonly (readonly [Label, RegExp])[] = [
  ['name', /^(?:name|medicine|medication|drug|item|product)(?: (?:name|item))?\s*:\s*(?=\S)/iu],
  ['strength', /^strength\s*:\s*(?=\S)/iu],
  ['form', /^(?:form|formulation)\s*:\s*(?=\S)/iu],
  [
    'dose',
    /^(?:dose|dosage|(?:dosage|dose|dosing) instructions?|directions?|instructions?|how (?:to|i) (?:take|use)(?: it| this)?|sig|frequency)\s*:\s*(?=\S)/iu,
  ],
  [
    'purpose',
    /^(?:indication|reason(?: for (?:taking|prescribing))?|what it(?:['’]s| is) for|used for|for)\s*:\s*(?=\S)/iu,
  ],
];
type Label = 'name' | 'strength' | 'form' | 'dose' | 'purpose';
const STOP_LINE = new RegExp(
  `^(?:date (?:discontinued|stopped|ended)[\\s:]|(?:date )?(?:stopped|ended|discontinued|stop date|end date|finished)(?: on| in| date)?[\\s:]*(?:${WRITTEN_DATE}|because|by|due|after)|status ?: ?(?:stopped|discontinued|ended|past|inactive)|reason (?:for stopping|stopped|ended)\\s*:)`,
  'iu',
);

/** What a line of a card is of a medicine, and its text without the label: "Dose: two at night". Null for any other. */
export function readLabel(line: string): { readonly of: Label; readonly text: string } | null {
  const found = LABELS.find(([, words]) => words.test(line));
  return found ? { of: found[0], text: line.replace(found[1], '') } : null;
}

/** True for a line of a card that says the medicine above it was stopped: "Ended: 12 May 2020". */
export function isStopLine(line: string): boolean {
  return STOP_LINE.test(line);
}

/** A line without its bullet or its number in the list, and without how many a pharmacy printed before the name. */
export function cutMark(line: string): { readonly mark: string; readonly count: string; readonly rest: string } {
  const bullet = BULLET.exec(line)?.[0] ?? '';
  const mark = bullet + (NUMBER.exec(line.slice(bullet.length))?.[0] ?? '');
  const text = line.slice(mark.length);
  const count = countFirst(text);
  return { mark, count: count.trim(), rest: text.slice(count.length) };
}

/** "60 AMITRIPTYLINE 10mg TABLETS", as a pharmacy prints it: how many there are, and a space. */
function countFirst(text: string): string {
  const count = /^(?:1[4-9]|[2-9]\d|\d{3}) (?=\p{L})/u.exec(text)?.[0] ?? '';
  return count !== '' && listedNameLength(text.slice(count.length)) > 0 ? count : '';
}
