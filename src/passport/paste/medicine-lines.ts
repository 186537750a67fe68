import { allergyToSubstance, isAllergy, isAllergyFirst } from './allergy-marks.ts';
import { pastedLines } from './lines.ts';
import { readHeading, type Section } from './medicine-headings.ts';
import { readStopped } from './medicine-marks.ts';

type Pieces = { readonly name: string; readonly strength: string; readonly rest: string };

/** One pasted medicine. Each piece is text as typed; `strength` and `rest` may be empty, `name` never is. */
export type MedicineLine = Pieces & {
  /** The line as pasted, without its bullet or number in the list. */
  readonly line: string;
  /** The line, or the heading over it, says that it is no longer taken. */
  readonly stopped?: true;
  /** ISO 8601 of reduced precision, where a date of stopping stands. */
  readonly stoppedOn?: string;
  /** What else is said about stopping, as typed. */
  readonly stoppedWhy?: string;
  /** It speaks of an allergy or a bad reaction; `name` is what it is to. No medicine unless the person says so. */
  readonly allergy?: true;
};

const BULLET = /^(?:[-–—•*·▪◦‣●○■□➢✓>]+\s*|o\t)(?=\S)/u;
const NUMBER = /^(?:\(\d{1,3}\)\s*|\d{1,3}[.)]\s+|\d{1,3}[.)](?=\p{L}))/u;
const AMOUNT = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?';
const UNIT =
  'micrograms?|milligrams?|millilitres?|nanograms?|millimoles?|international units?|grams?|litres?|units?|micro ?g|mcg|µg|μg|ng|mg|ml|mmol|iu|kg|g|l|%';
const PER = 'hours?|hrs?|hr|h|dose|puff|actuation|spray|patch|day|24 ?h(?:ours?|rs?)?|72 ?h(?:ours?|rs?)?';
const MEASURE = `(?:${AMOUNT}) ?-?(?:${UNIT})`;
const STRENGTH = new RegExp(
  `(?<![\\p{L}\\p{N}.,/])(?:${MEASURE}(?: ?(?:/|\\bper\\b) ?(?:${MEASURE}|${UNIT}|${PER})|/(?:${AMOUNT}))*|(?:${AMOUNT}) ?/ ?(?:${AMOUNT})(?: ?(?:${UNIT}))?)(?![\\p{L}\\p{N}])`,
  'iu',
);
const FORM =
  '(?:(?:modified|prolonged|slow|sustained|immediate|extended)[ -]release |(?:gastro|enteric)[ -](?:resistant|coated) |orodispersible |effervescent |soluble |dispersible |chewable |sublingual |buccal |oral |nasal |transdermal |medicated |m\\/?r |e\\/?c |sr |xl )*(?:tablets?|tabs?|caplets?|capsules?|caps|sachets?|patch(?:es)?|plasters?|cream|ointment|gel|lotion|inhalers?|nebules|solution|suspension|liquid|syrup|drops|spray|injections?|pens?|suppositor(?:y|ies)|pessar(?:y|ies)|lozenges?|powder|granules)';
const FORM_AT_END = new RegExp(`[ ,]+(${FORM})[ ,:-]*$`, 'iu');
const FORM_INSIDE = new RegExp(`[ ,](?=${FORM}(?![\\p{L}\\p{N}]))`, 'giu');
const NAME_STOP = /,\s+|\s+[–—-]\s+|:\s+|\s+\(/u;
const LONGEST_LINE = 400;

/**
 * Reads medicines pasted one a line into what they are called, how strong, and the rest ("tablets, one at night").
 * Nothing is looked up and nothing put right: the pieces are the person's own text, and a line that has no strength, form
 * or punctuation to divide it is kept whole as the name. Bullets, list numbers and lines that are surely headings
 * ("Repeat medication:") are left out. Words that say a medicine is over ("stopped 2016", or a heading "Past
 * medication:") become `stopped` and its date; no other pattern is ever made up. Every other word of a non-blank line is
 * in one of its pieces, and `line` has them all.
 */
export function readMedicineLines(text: string): MedicineLine[] {
  let section: Section = 'now';
  return pastedLines(text).flatMap(({ clean }) => {
    const line = clean
      .replace(/\s*\t\s*/g, clean.startsWith('o\t') ? '\t' : ', ')
      .replace(/ +/g, ' ')
      .trim();
    const body = line.replace(BULLET, '').replace(NUMBER, '').trim();
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body)) return [];
    const heading = readHeading(body);
    if (heading) section = heading.section;
    return heading && !heading.isKept ? [] : [readLine(body, section)];
  });
}

function readLine(line: string, section: Section): MedicineLine {
  const isShort = line.length <= LONGEST_LINE;
  const read = isShort ? readStopped(line) : null;
  if (section === 'allergies' || (isShort && (read ? isAllergyFirst(line) : isAllergy(line)))) {
    return { name: allergyToSubstance(line), strength: '', rest: '', line, allergy: true };
  }
  const stopped = read !== null || section === 'stopped';
  return {
    ...readPieces(read?.body ?? line),
    line,
    ...(stopped && { stopped }),
    ...(read?.stoppedOn && { stoppedOn: read.stoppedOn }),
    ...(read?.stoppedWhy && { stoppedWhy: read.stoppedWhy }),
  };
}

function readPieces(body: string): Pieces {
  if (body.length > LONGEST_LINE) return { name: body, strength: '', rest: '' };
  const found = STRENGTH.exec(body);
  const before = found ? body.slice(0, found.index) : '';
  if (!found || !/\p{L}{2}/u.test(before)) return withoutStrength(body);

  const strength = found[0];
  let after = body.slice(found.index + strength.length);
  let name = before;
  // "(10mg)" leaves its brackets behind.
  if (/[([]\s*$/.test(name) && /^\s*[)\]]/.test(after)) {
    name = name.replace(/[([]\s*$/, '');
    after = after.replace(/^\s*[)\]]/, '');
  }
  const parted = withoutStrength(name);
  const form = FORM_AT_END.exec(name);
  if (parted.rest !== '') name = parted.name;
  else if (form) name = name.slice(0, form.index);
  const rest = [parted.rest || form?.[1] || '', trimmed(after)].filter(Boolean).join(', ');
  name = trimmed(name);
  return /\p{L}/u.test(name) ? { name, strength, rest } : { name: body, strength: '', rest: '' };
}

function withoutStrength(text: string): Pieces {
  const stop = NAME_STOP.exec(text)?.index ?? text.length;
  const form = [...text.matchAll(FORM_INSIDE)].find(({ index }) => /\p{L}{2}/u.test(text.slice(0, index)));
  const at = Math.min(stop, form?.index ?? text.length);
  const name = trimmed(text.slice(0, at));
  if (!/\p{L}{2}/u.test(name)) return { name: text.trim(), strength: '', rest: '' };
  return { name, strength: '', rest: trimmed(text.slice(at)) };
}

/** Without the punctuation that only divided the pieces; an open bracket stays with its words. */
function trimmed(text: string): string {
  return text.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '');
}
