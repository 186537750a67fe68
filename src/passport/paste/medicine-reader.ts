import { isAllergy } from './allergy-marks.ts';
import { fillFromCells, gatheredOf, hasDose, isDivider } from './cards.ts';
import { isDoseLine, isTimeOfDay } from './dose-words.ts';
import { glued, goesOn, indentOf, isOpenEnded } from './goes-on.ts';
import { type LeadingNumbers, leadingNumbers } from './line-openings.ts';
import { type LineParts, lineParts } from './line-parts.ts';
import type { PastedLine } from './lines.ts';
import { type MedicineCells, type MedicineColumns, medicineCells, medicineColumns } from './medicine-columns.ts';
import type { Gathered } from './medicine-entry.ts';
import { isMedicineFurniture, saysNothing } from './medicine-furniture.ts';
import { type MedicineHeading, readHeading } from './medicine-headings.ts';
import { cutMark, isStopLine, readLabel } from './medicine-labels.ts';
import { isForm, isProduct, isStrengthLine } from './medicine-pieces.ts';
import { isAllSupply, isDateAlone, isQuantity, isSupplyLine, withoutSupply } from './supply.ts';

const LONGEST = 400;
/** More than anybody takes: what is beyond is kept line by line, unread. */
export const MOST = 500;

/** Reads line after line; what one line means depends on the heading, the columns and the entry above it. */
export class MedicineReader {
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

  #hasStatusHeadings = false;
  readonly #today: string;
  readonly #numbers: LeadingNumbers;
  readonly #times: ReadonlyMap<string, number>;

  /** `today`: an ISO date. */
  constructor(lines: readonly PastedLine[], today: string) {
    const first = lines.slice(0, MOST);
    this.#today = today;
    this.#isCards = first.some(({ clean }) => isDivider(clean.trim()));
    this.#numbers = leadingNumbers(first);
    const times = new Map<string, number>();
    for (const { clean } of first) times.set(clean.trim(), (times.get(clean.trim()) ?? 0) + 1);
    this.#times = times;
  }

  read(line: PastedLine): void {
    if (!this.#take(line)) this.leftOut.push(...line.original.split('\n'));
  }

  /** "Night" may be how the medicine above is taken, or stand over those below, as an earlier "Morning" did. */
  #headingOf(line: PastedLine, body: string): MedicineHeading | null {
    const isAbove = this.#open === null || line.isFirst || this.#hasTimes;
    if (isTimeOfDay(body) && isAbove) {
      this.#hasTimes = true;
      return { section: 'now', isBare: false, says: body };
    }
    const heading = readHeading(body);
    if (heading?.says !== undefined && isTimeOfDay(heading.says)) this.#hasTimes = true;
    if (heading?.asNeeded && this.#hasTimes) return { ...heading, isBare: false };
    return heading?.isBare && !isAbove && isDoseLine(body) ? null : heading;
  }

  /** False for a line that stands in no entry. */
  #take(line: PastedLine): boolean {
    const { mark: marked, count, rest } = cutMark(line.clean);
    const body = rest.replace(/\s+/g, ' ').trim();
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body)) return false;
    if (body.length > LONGEST || this.entries.length >= MOST) return this.#begin(line, body);
    const heading = this.#headingOf(line, body);
    if (heading) return this.#under(line, body, heading);
    const parts = this.#columns === null ? this.#partsOf(rest) : null;
    if (parts) return this.#inParts(line, parts);
    const columns = medicineColumns(rest.trimEnd());
    if (columns) {
      this.#columns = columns.mark === ' ' ? (medicineColumns(line.clean) ?? columns) : columns;
      this.#open = null;
      return false;
    }
    const isNamed = /^name\s*:/iu.test(body) && isProduct(body.replace(/^name\s*:\s*/iu, ''));
    if (!isNamed && isMedicineFurniture(body)) return false;
    if (this.#section !== 'allergies') {
      const cells = this.#columns && medicineCells(this.#columns.mark === ' ' ? line.clean : rest, this.#columns);
      if (cells?.get('name')?.some(saysNothing)) return false;
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

  /** What a heading changes, and what of a card may look like one. */
  #under(line: PastedLine, body: string, heading: MedicineHeading): boolean {
    const open = this.#open;
    const isInCard = heading.isBare && open !== null && !line.isFirst;
    // A word that comes again and again labels each card.
    if (isInCard && (this.#times.get(line.clean.trim()) ?? 0) > 1) {
      if (heading.says === undefined || this.#hasStatusHeadings) return false;
    }
    const isLoud = /^\p{Lu}+$/u.test(body) || this.#section === 'stopped' || this.#hasStatusHeadings;
    if (isInCard && heading.says !== undefined && !isLoud) {
      open.says.push(body);
      open.lines.push(body);
      return true;
    }
    if (heading.says !== undefined && !isTimeOfDay(heading.says)) this.#hasStatusHeadings = true;
    this.#section = heading.section;
    this.#says = heading.says ?? '';
    this.#asNeeded = heading.asNeeded === true;
    this.#open = null;
    return false;
  }

  /** A line that holds a heading and what stands under it, more than one medicine, or a number before one. */
  #partsOf(text: string): LineParts | null {
    if (this.#section === 'allergies') return null;
    return lineParts(text, this.#numbers, this.#today);
  }

  #inParts(line: PastedLine, { left, heading, pieces, dose }: LineParts): boolean {
    this.leftOut.push(...left);
    const before = { section: this.#section, says: this.#says, asNeeded: this.#asNeeded };
    if (heading) {
      this.#section = heading.section;
      this.#says = heading.says ?? '';
      this.#asNeeded = heading.asNeeded === true;
    }
    for (const [at, piece] of pieces.entries()) {
      const isRead = this.#take({ ...line, original: piece, clean: piece, isFirst: at > 0 || line.isFirst });
      if (!isRead) this.leftOut.push(piece);
      if (isRead && dose !== '') this.#open?.doses.push(dose);
    }
    // "Stopped: codeine" speaks of its own line; "Current: ..." of what comes after it too.
    if (heading && (heading.section !== 'now' || heading.says !== undefined)) {
      [this.#section, this.#says, this.#asNeeded] = [before.section, before.says, before.asNeeded];
      if (heading.section === 'stopped') this.#open = null;
    }
    return true;
  }

  #begin(line: PastedLine, product: string, shown = product): true {
    const made = gatheredOf(product, shown, { section: this.#section, says: this.#says, asNeeded: this.#asNeeded });
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
    this.leftOut.push(...fillFromCells(into, cells, isMore));
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
    const isDosed = open !== null && hasDose(open);
    if (isDateAlone(body) || isSupplyLine(body) || isQuantity(body, isDosed) || isAllSupply(line.clean, isDosed)) {
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
