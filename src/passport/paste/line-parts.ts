import { listedNameLength } from '#passport/medicine-names.ts';
import { WRITTEN_DATE } from './dates-in-text.ts';
import { isDoseLine } from './dose-words.ts';
import { chatOpening, countFirst, type LeadingNumbers } from './line-openings.ts';
import { saysNothing } from './medicine-furniture.ts';
import { type MedicineHeading, readHeading } from './medicine-headings.ts';
import { isStopLine, readLabel } from './medicine-labels.ts';
import { readStopped } from './medicine-marks.ts';
import { isProduct } from './medicine-pieces.ts';
import { severalMedicines } from './several-medicines.ts';
import { isSupplyLine } from './supply.ts';

/** A line that is more than one thing: what of it is left out, the heading it opens with, and each thing it names. */
export type LineParts = {
  readonly left: readonly string[];
  readonly heading: MedicineHeading | null;
  readonly pieces: readonly string[];
  /** How many are taken, where a number stood before the name; '' where none did. */
  readonly dose: string;
};

const DATED = new RegExp(`^(${WRITTEN_DATE})(?:\\s*[:–—-])?\\s+(?=\\p{L})`, 'iu');
const TOLD_LAST = /(?<!\p{L})(?:started|stopped|ended|discontinued|finished|increased|reduced|came off)$/iu;
const TITLED = /^([^:]{2,40}?)\s*:\s+(?=\S)/u;

/** The parts of a line without its bullet (`text`, its wide spaces as they are); null for a line that is one thing. No part is the whole line again. */
export function lineParts(text: string, numbers: LeadingNumbers, today: string): LineParts | null {
  const body = text.replace(/\s+/g, ' ').trim();
  const sent = chatOpening(body);
  if (sent !== '') {
    const said = body.slice(sent.length);
    const isList = isProduct(said) || lineParts(said, numbers, today) !== null;
    return { left: [sent.trim(), ...(isList ? [] : [said])], heading: null, pieces: isList ? [said] : [], dose: '' };
  }
  const counted = numbers === 'unknown' ? null : countFirst(text);
  if (counted) {
    const isIndex = numbers === 'index';
    return {
      left: isIndex ? [counted.mark] : [],
      heading: null,
      pieces: [counted.rest],
      dose: isIndex ? '' : counted.mark,
    };
  }
  return underItsTitle(body, today) ?? afterItsDate(body) ?? inOneLine(body);
}

/** "Current medication: A, B", "Acute: none", "Previously tried: A (sick), B". */
function underItsTitle(body: string, today: string): LineParts | null {
  const title = TITLED.exec(body);
  if (!title || saysNothing(body) || readLabel(body) !== null) return null;
  const heading = readHeading(`${title[1]}:`);
  if (!heading || heading.isAny || heading.section === 'allergies' || isSupplyLine(body)) return null;
  const rest = body.slice(title[0].length);
  if (isStopLine(body) || !/\p{L}{3}/u.test(rest) || isDoseLine(rest)) return null;
  // "Stopped: codeine 2019" is read as a whole, with its date.
  const isOne = severalMedicines(rest) === null;
  if (heading.section === 'stopped' && isOne && (readStopped(body, today) !== null || !isProduct(rest))) return null;
  return { left: [title[0].trim()], heading, pieces: [rest], dose: '' };
}

/** "12/11/26 CO-CODAMOL 30/500": the day it was issued; "June 2022 - tramadol stopped": the day of what is said. */
function afterItsDate(body: string): LineParts | null {
  const found = DATED.exec(body);
  const rest = body.slice(found?.[0].length ?? 0);
  if (!found || !isProduct(rest) || (listedNameLength(rest) === 0 && !/^\p{Lu}/u.test(rest))) return null;
  const date = found[1] ?? '';
  const isTold = TOLD_LAST.test(rest);
  return { left: isTold ? [] : [date], heading: null, pieces: [isTold ? `${rest} ${date}` : rest], dose: '' };
}

function inOneLine(body: string): LineParts | null {
  const several = severalMedicines(body);
  return several && { ...several, heading: null, dose: '' };
}
