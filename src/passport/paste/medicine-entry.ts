import { allergyToSubstance, isAllergy, isAllergyFirst } from './allergy-marks.ts';
import { dateToIso } from './dates-in-text.ts';
import { doseStart, isDoseLine, saysAsNeeded } from './dose-words.ts';
import type { Section } from './medicine-headings.ts';
import { readStopped } from './medicine-marks.ts';
import { type Pieces, readPieces } from './medicine-pieces.ts';

/** One pasted medicine. Each piece is text as typed; all but `name` may be ''. */
export type MedicineEntry = Pieces & {
  /** Its own lines as pasted, without the bullet or number in the list. */
  readonly line: string;
  /** What a letter says became of it, as printed: "New", "Held until the clinic". */
  readonly says: string;
  /** What it is for, where a column or a line of its own says so. */
  readonly purpose: string;
  /** The text says that it is taken as needed. */
  readonly asNeeded?: true;
  /** The text, or the heading over it, says that it is no longer taken. */
  readonly stopped?: true;
  /** ISO 8601 of reduced precision, where a date of stopping stands. */
  readonly stoppedOn?: string;
  /** What else is said about stopping, as typed. */
  readonly stoppedWhy?: string;
  /** It speaks of an allergy or a bad reaction; `name` is what it is to. No medicine unless the person says so. */
  readonly allergy?: true;
};

/** What has been gathered of one medicine while its lines are read. */
export type Gathered = {
  readonly lines: string[];
  /** It is kept whole as a name. */
  readonly isUnread: boolean;
  product: string;
  strength: string;
  form: string;
  purpose: string;
  readonly doses: string[];
  readonly says: string[];
  /** Cells and lines about stopping. */
  readonly stops: string[];
  readonly section: Section;
  readonly asNeeded: boolean;
};

const LONGEST = 400;
const NOTHING = { strength: '', form: '', dose: '', says: '', purpose: '' };
const STOPPED_WORD =
  /^(?:status ?: ?|date (?=\p{L}))?(?:stopped|discontinued|ceased|ended|withdrawn|stop)(?!\p{L})[\s:,.–—-]*/iu;
// Beside words of stopping the sign says nothing more; alone it may mean anything, and stays.
const CROSSED = /^[❌✗✘🚫⛔]\ufe0f?\s*/u;
const STOP_DATE = /^(?:date )?(?:discontinued|stopped|ended)(?: on| date)?\s*:\s*/iu;
const IN_BRACKETS = /^\(([^()]*)\)\.?$/u;
const NOT_STOPPED =
  /^(?:no|n\/?a|none|nil|ongoing|current|active|continu\p{L}*|to be .*|(?:will|until|after|when|if|next)(?!\p{L}).*|.*\d.*)$/iu;
const REASON_LABEL = /^reason (?:for stopping|stopped|ended|discontinued)\s*:\s*/iu;

/** The entry that the gathered lines make. `today`: an ISO date, so that an end that is to come ends nothing. */
export function gatheredToEntry(gathered: Gathered, today: string): MedicineEntry {
  const { product, section, lines } = gathered;
  const line = lines.join('\n');
  if (gathered.isUnread) return { ...NOTHING, name: product, line };
  const isShort = product.length <= LONGEST;
  const read = isShort ? readStopped(product, today) : null;
  if (section === 'allergies' || (isShort && (read ? isAllergyFirst(product) : isAllergy(product)))) {
    const substance = allergyToSubstance(product);
    return { ...NOTHING, name: joined([substance, ...gathered.doses]), line, allergy: true };
  }
  const parted = readPieces(read?.body ?? product);
  // A day is no medicine.
  const isDay = parted.name.length <= 40 && dateToIso(parted.name) !== null;
  const pieces = isDay ? { ...NOTHING, name: product } : withFormInName(parted, product);
  const later = gathered.doses.map((dose) => ({ dose, read: readLater(dose, today) }));
  const words = gathered.stops.map((text) => readStopCell(text, today));
  const found = [read, ...later.map((one) => one.read), ...words].filter((one) => one !== null);
  const stopped = found.length > 0 || section === 'stopped';
  const stoppedOn = found.map((one) => one.stoppedOn).find(Boolean) ?? '';
  const isWhy = section === 'stopped' && !saysHow(pieces.dose);
  const stoppedWhy = joined([
    ...found.map((one) => one.stoppedWhy),
    isWhy ? pieces.dose.replace(IN_BRACKETS, '$1') : '',
  ]);
  const unstopped = gathered.stops.filter((_, i) => words[i] === null);
  const form = gathered.form || pieces.form;
  const dose = joined([
    isWhy ? '' : pieces.dose,
    // A strength of its own beside one in the name is how much is taken.
    ...(pieces.strength !== '' && gathered.strength !== '' ? [gathered.strength] : []),
    ...(gathered.form !== '' && pieces.form !== '' ? [pieces.form] : []),
    ...later.map((one) => one.read?.body ?? one.dose),
    ...unstopped,
  ]);
  const asNeeded = !stopped && (gathered.asNeeded || saysAsNeeded(dose));
  return {
    name: (stopped && pieces.name.replace(CROSSED, '')) || pieces.name,
    strength: pieces.strength || gathered.strength,
    form,
    dose,
    says: joined(gathered.says),
    purpose: gathered.purpose,
    line,
    ...(asNeeded && { asNeeded }),
    ...(stopped && { stopped }),
    ...(stoppedOn && { stoppedOn }),
    ...(stoppedWhy && { stoppedWhy }),
  };
}

// Words that name no medicine by themselves.
const COMMON =
  /^(?:(?:a|an|the|my|some|old|new|other|usual|blue|brown|purple|pink|red|green|orange|white|yellow|grey|steroid|preventer|reliever|pain|heat|cold|warm|nose|nasal|eye|ear|throat|cough|sleeping|water|skin)(?: |$))+$/iu;

/** "Blue inhaler", "some old ointment": the form is what it is called by. */
function withFormInName(pieces: Pieces, product: string): Pieces {
  const called = `${pieces.name} ${pieces.form}`;
  const isCalled = COMMON.test(pieces.name) && pieces.strength === '' && product.includes(called);
  return pieces.form !== '' && isCalled ? { ...pieces, name: called, form: '' } : pieces;
}

/** Under a heading of what was stopped, words that say nothing of how it was taken are about the stopping. */
function saysHow(dose: string): boolean {
  return /\d/.test(dose) || isDoseLine(dose) || doseStart(`Aa ${dose}`) !== null;
}

/** True for a cell or a line of a card that says the medicine was stopped: "STOPPED - kidneys". */
export function isStopCell(text: string): boolean {
  return STOPPED_WORD.test(text) || REASON_LABEL.test(text);
}

/** Pieces of one text put together again: a piece that goes on in the middle of a sentence after a space. */
export function joined(pieces: readonly string[]): string {
  return pieces
    .filter(Boolean)
    .reduce(
      (text, piece) =>
        text === '' ? piece : `${text}${/^[\p{Ll}(]/u.test(piece) || /[.;,!?]$/u.test(text) ? '' : ','} ${piece}`,
      '',
    );
}

function readLater(text: string, today: string) {
  const read = readStopped(`Aa - ${text}`, today);
  return read && { ...read, body: read.body.replace(/^Aa[\s,–—-]*/u, '') };
}

function readStopCell(text: string, today: string) {
  const date = dateToIso(text.replace(STOP_DATE, '').trim());
  const isPast = date !== null && date <= today.slice(0, date.length);
  if (date !== null) return isPast ? { stoppedOn: date, stoppedWhy: '' } : null;
  if (REASON_LABEL.test(text)) return { stoppedOn: '', stoppedWhy: text.replace(REASON_LABEL, '') };
  const read = /^status/iu.test(text) ? null : readLater(text, today);
  if (read) return { stoppedOn: read.stoppedOn, stoppedWhy: joined([read.body, read.stoppedWhy]) };
  const why = text.replace(STOPPED_WORD, '').trim();
  if (STOPPED_WORD.test(text)) return { stoppedOn: '', stoppedWhy: why };
  // A cell under "Reason stopped".
  return NOT_STOPPED.test(text.trim()) ? null : { stoppedOn: '', stoppedWhy: text.trim() };
}
