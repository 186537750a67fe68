import { isAllergy } from './allergy-marks.ts';
import { isDoseLine, isTimeOfDay } from './dose-words.ts';
import { isFurniture } from './furniture.ts';
import { glued, goesOn, indentOf, isOpenEnded } from './goes-on.ts';
import { type PastedLine, pastedLines } from './lines.ts';
import { type MedicineCells, type MedicineColumns, medicineCells, medicineColumns } from './medicine-columns.ts';
import { type Gathered, gatheredToEntry, isStopCell, type MedicineEntry } from './medicine-entry.ts';
import { type MedicineHeading, readHeading } from './medicine-headings.ts';
import { cutMark, isStopLine, readLabel } from './medicine-labels.ts';
import { isForm, isProduct, isStrengthLine, readPieces } from './medicine-pieces.ts';
import { isDateAlone, isQuantity, isSupplyLine, withoutSupply } from './supply.ts';

export type MedicineList = {
  readonly medicines: readonly MedicineEntry[];
  /**
   * What stands in no entry, as pasted and in order: headings, column names, page headers, and lines or cells that are
   * only a quantity, an issue, a review or a date of a prescription.
   */
  readonly leftOut: readonly string[];
};

const LONGEST = 400;
/** More than anybody takes: what is beyond is kept line by line, unread. */
const MOST = 500;
/**
 * Reads a pasted list of medicines as people have them: one a line, cards (a date, the medicine, how it is taken, the
 * quantity, each on a line of its own), columns by tabs, bars, commas or spaces, and the table of a letter. Never fails.
 * Nothing is put right or made up; names are looked up only to see where a medicine begins. Every word of every
 * non-blank line is in an entry or in `leftOut`. A pattern is set only where the text says stopped or as needed; a
 * stopping that is after `today` (an ISO date) ends nothing.
 */
export function readMedicineList(text: string, today: string): MedicineList {
  const lines = pastedLines(text);
  const reader = new Reader(lines.slice(0, MOST).some(({ clean }) => isDivider(clean.trim())));
  for (const line of lines) reader.read(line);
  const medicines = reader.entries.map((one, at) =>
    gatheredToEntry(at < MOST ? one : { ...one, isUnread: true }, today),
  );
  return { medicines, leftOut: reader.leftOut };
}

/** A line that stands only in cards: it says where one medicine ends or the next begins. */
function isDivider(line: string): boolean {
  if (line.length > LONGEST) return false;
  return isDateAlone(line) || isQuantity(line, false) || (isSupplyLine(line) && /[:\d]/.test(line));
}

/** Reads line after line; what one line means depends on the heading, the columns and the entry above it. */
class Reader {
  readonly entries: Gathered[] = [];
  readonly leftOut: string[] = [];
  readonly #isCards: boolean;
  #section: Gathered['section'] = 'now';
  #says = '';
  #asNeeded = false;
  #hasTimes = false;
  #columns: MedicineColumns | null = null;
  #open: Gathered | null = null;
  /** A quantity or a date came after the open entry, so that only words of how it is taken still belong to it. */
  #isClosed = false;
  #last: PastedLine | null = null;
  #indent = 0;

  constructor(isCards: boolean) {
    this.#isCards = isCards;
  }

  read(line: PastedLine): void {
    if (!this.#take(line)) this.leftOut.push(line.original);
  }

  /** "Night" may be how the medicine above is taken, or stand over those below, as an earlier "Morning" did. */
  #headingOf(line: PastedLine, body: string): MedicineHeading | null {
    const isAbove = this.#open === null || line.isFirst || this.#hasTimes;
    if (isTimeOfDay(body) && isAbove) {
      this.#hasTimes = true;
      return { section: 'now', isKept: false, says: body };
    }
    const heading = readHeading(body);
    if (heading?.says !== undefined && isTimeOfDay(heading.says)) this.#hasTimes = true;
    if (heading?.asNeeded && this.#hasTimes) return { ...heading, isKept: false };
    return heading?.isKept && !isAbove && isDoseLine(body) ? null : heading;
  }

  /** False for a line that stands in no entry. */
  #take(line: PastedLine): boolean {
    const { mark: marked, count, rest } = cutMark(line.clean);
    const body = rest.replace(/\s+/g, ' ').trim();
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body)) return false;
    if (body.length > LONGEST || this.entries.length >= MOST) return this.#begin(line, body);
    const heading = this.#headingOf(line, body);
    if (heading) {
      this.#section = heading.section;
      this.#says = heading.says ?? '';
      this.#asNeeded = heading.asNeeded === true;
      this.#open = null;
      if (!heading.isKept) return false;
      return this.#begin(line, body);
    }
    const columns = medicineColumns(rest.trimEnd());
    if (columns) {
      this.#columns = columns.mark === ' ' ? (medicineColumns(line.clean) ?? columns) : columns;
      this.#open = null;
      return false;
    }
    const isNamed = /^name\s*:/iu.test(body) && isProduct(body.replace(/^name\s*:\s*/iu, ''));
    if (!isNamed && isFurniture(body)) return false;
    if (this.#section !== 'allergies') {
      const cells = this.#columns && medicineCells(this.#columns.mark === ' ' ? line.clean : rest, this.#columns);
      if (cells && this.#row(line, cells)) return true;
      const belongs = this.#belongs(line, body, marked !== '');
      if (belongs !== null) return belongs;
    }
    const isTable = /\t|\||\S {3,}\S/.test(rest);
    const { text, dropped } = withoutSupply(rest.trim(), isTable);
    const kept = text
      .replace(/\s*[\t|]\s*/g, ', ')
      .replace(/ +/g, ' ')
      .replace(/^[,\s]+|[,\s]+$/g, '');
    if (kept === '') return false;
    this.leftOut.push(...[count].filter(Boolean), ...dropped);
    return this.#begin(line, kept, body);
  }

  #begin(line: PastedLine, product: string, shown = product): true {
    const made: Gathered = {
      isUnread: false,
      lines: [shown],
      product,
      strength: '',
      form: '',
      purpose: '',
      doses: [],
      says: this.#says === '' ? [] : [this.#says],
      stops: [],
      section: this.#section,
      asNeeded: this.#asNeeded,
    };
    this.entries.push(made);
    this.#open = made;
    this.#isClosed = false;
    this.#last = line;
    this.#indent = indentOf(line.clean);
    return true;
  }

  #row(line: PastedLine, cells: MedicineCells): boolean {
    const of = (role: Parameters<typeof cells.get>[0]) => cells.get(role) ?? [];
    const name = of('name').join(' ');
    const shown = line.clean
      .replace(/\s*\t\s*/g, ', ')
      .replace(/\s+/g, ' ')
      .trim();
    const isMore = name === '' || (this.#open !== null && (isOpenEnded(this.#open.product) || isForm(name)));
    const open = this.#open;
    if (!isMore) {
      if (!/\p{L}{2}/u.test(name) || (cells.size === 1 && this.#columns?.mark === ' ')) return false;
      const { text, dropped } = withoutSupply(name, false);
      this.leftOut.push(...dropped);
      this.#begin(line, text.trim(), shown);
    } else if (open === null || cells.size === 0) {
      return false;
    } else {
      open.lines.push(shown);
      if (name !== '') open.product = glued(open.product, name);
    }
    const into = this.#open;
    if (into === null) return false;
    into.strength = [into.strength, ...of('strength')].filter(Boolean).join(' ');
    into.form = [into.form, ...of('form')].filter(Boolean).join(' ');
    into.purpose = [into.purpose, ...of('purpose')].filter(Boolean).join(' ');
    const dose = of('dose').join(', ');
    if (dose !== '') into.doses.push(isMore ? glued(into.doses.pop() ?? '', dose).trim() : dose);
    for (const cell of of('says')) (isStopCell(cell) ? into.stops : into.says).push(cell);
    into.stops.push(...of('stopped'));
    this.leftOut.push(...of('supply'));
    this.#last = line;
    return true;
  }

  /** What to do with a line that may be no medicine of its own: see `take`; null for one that begins an entry. */
  #belongs(line: PastedLine, body: string, isMarked: boolean): boolean | null {
    const open = this.#open;
    const isAllergic = isAllergy(body);
    const label = readLabel(body);
    if (label?.of === 'name') return this.#begin(line, label.text, body);
    if (open && label) {
      open.lines.push(line.clean.trim());
      if (label.of === 'dose') open.doses.push(label.text);
      else open[label.of] = [open[label.of], label.text].filter(Boolean).join(' ');
      this.#last = line;
      return true;
    }
    if (isDateAlone(body) || isSupplyLine(body) || isQuantity(body, open !== null && hasDose(open))) {
      this.#isClosed = true;
      return false;
    }
    if (open === null || isAllergic || (isMarked && isProduct(body))) return null;
    if (isStopLine(body)) {
      open.stops.push(body);
      open.lines.push(body);
      return true;
    }
    if (open.doses.length === 0 && isStrengthLine(body) && !/\d/.test(open.product)) {
      open.product = glued(open.product, body);
      open.lines.push(body);
      this.#last = line;
      return true;
    }
    const before = open.doses.at(-1) ?? open.product;
    if (
      !isMarked &&
      !this.#isClosed &&
      goesOn(line, body, { last: this.#last, text: before, hasDose: open.doses.length > 0, indent: this.#indent })
    ) {
      if (open.doses.length > 0 && !isForm(body))
        open.doses.push(glued(open.doses.pop() ?? '', body, this.#last?.isBroken));
      else if (isForm(body) || isOpenEnded(before) || this.#last?.isBroken)
        open.product = glued(open.product, body, this.#last?.isBroken);
      else open.doses.push(body);
    } else if (isDoseLine(body) || (this.#isCardText(line, body) && !isMarked)) {
      open.doses.push(body);
    } else {
      return null;
    }
    open.lines.push(body);
    this.#last = line;
    return true;
  }

  /** In cards, what stands between the medicine and its quantity is how it is taken. */
  #isCardText(line: PastedLine, body: string): boolean {
    return this.#isCards && !this.#isClosed && !line.isFirst && !isProduct(body) && this.#open !== null;
  }
}

function hasDose(open: Gathered): boolean {
  return open.doses.length > 0 || readPieces(open.product).dose !== '';
}
