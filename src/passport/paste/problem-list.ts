import { isFurniture, isFurnitureBeside } from './furniture.ts';
import { glued, indentOf } from './goes-on.ts';
import { type HeadingState, headingOf, isColumnHeader, isGrade, titleFirst } from './headings.ts';
import { type Columns, columnsOf, hasIndexColumn, readRow } from './layout.ts';
import { type PastedLine, pastedLines } from './lines.ts';
import { isSignificance, lineToDate, lineToRange, readCardLine, withoutLabel } from './problem-cards.ts';
import { isName, LONGEST_LINE, type Open, wholeRow } from './problem-entry.ts';
import { areMostDated, isRest } from './problem-wraps.ts';

/** One entry of a pasted problem list. Dates are ISO 8601 text of reduced precision. */
export type PastedEntry = {
  /** Its own lines exactly as pasted, a line end between two. */
  readonly original: string;
  /** The name as shown, tidied: see `tidyName`. */
  readonly name: string;
  readonly began: string | null;
  readonly ended: string | null;
  /** What the record says: the heading above the entry, or a word in it. Never what the person says. */
  readonly recordSays: HeadingState;
  /** The words that say so, as printed; '' where none stand by themselves. */
  readonly recordHeading: string;
};

export type ProblemList = {
  readonly entries: PastedEntry[];
  /** Lines that read like no problem, exactly as pasted, to be kept as text. */
  readonly unread: string[];
  /** Lines about the print-out, the person or a place, exactly as pasted: offered together as not a problem. */
  readonly aside: string[];
};

/** More lines than any record prints; what is beyond is kept as unread text. */
const MOST_ENTRIES = 2_000;
/**
 * Reads a problem list pasted from a GP record, in any of the layouts people meet: columns by tab, comma, semicolon,
 * bar or spaces, cards of several lines, date first or last or none, bullets, numbers, headings, codes. Never fails.
 * Every non-blank line is in an entry, a heading, a line of column names, in `unread` or in `aside`: exactly as pasted,
 * in order, for the person to see.
 */
export function readProblemList(text: string): ProblemList {
  const lines = pastedLines(text);
  const bodies = lines
    .filter(({ clean }) => clean.length <= LONGEST_LINE && !isTitle(clean.trim()))
    .map(({ clean }) => clean);
  const reader = new Reader(hasIndexColumn(bodies), areMostDated(bodies));
  lines.forEach((line, at) => {
    reader.read(line, isFurnitureBeside(line.clean, lines[at - 1]?.clean, lines[at + 1]?.clean));
  });
  return reader.end();
}

/** Whether a line is a heading that opens a list of problems or a line of column names, and so is no entry. */
export function isTitle(line: string): boolean {
  return headingOf(line)?.kind === 'problems' || isColumnHeader(line) || isGrade(line);
}

/** Reads line after line; what one means depends on the heading, the columns and the entry above it. */
class Reader {
  readonly #indexed: boolean;
  readonly #areDated: boolean;
  readonly #list: ProblemList = { entries: [], unread: [], aside: [] };
  #heading: Open['heading'] = { state: null, printed: '' };
  #columns: Columns | null = null;
  #isForeign = false;
  #open: Open | null = null;
  /** Lines of dates and labels that wait for the entry under them. */
  #waiting: { line: PastedLine; began: string | null; ended: string | null }[] = [];
  /** In cards, whether the date stands over the entry or under it; null until the first one is met. */
  #isDateFirst: boolean | null = null;
  #last: PastedLine | null = null;
  /** The line before was put aside, as the head of a new page is. */
  #isAside = false;

  constructor(indexed: boolean, areDated: boolean) {
    this.#indexed = indexed;
    this.#areDated = areDated;
  }

  end(): ProblemList {
    this.#close();
    this.#release();
    return this.#list;
  }

  read(line: PastedLine, isBeside: boolean): void {
    const clean = line.clean;
    const body = clean.trim();
    const found = headingOf(clean);
    if (found?.kind === 'problems') {
      this.#section(false);
      this.#heading = { state: found.state, printed: body };
    } else if (found?.kind === 'foreign') {
      this.#section(true);
      this.#list.unread.push(line.original);
    } else if (isColumnHeader(clean)) {
      this.#section(this.#isForeign);
      this.#columns = columnsOf(clean);
    } else if (this.#isFull() || clean.length > LONGEST_LINE) {
      this.#section(this.#isForeign);
      this.#list.unread.push(line.original);
    } else if (!this.#addToCard(line, body)) {
      this.#isAside = isFurniture(body) || isBeside || !/[\p{L}\p{N}]/u.test(body);
      if (isGrade(body)) this.#section(this.#isForeign);
      else if (this.#isAside) this.#list.aside.push(line.original);
      else if (this.#isForeign || readCardLine(body) !== null) this.#list.unread.push(line.original);
      else this.#begin(line);
    }
    this.#last = line;
  }

  #isFull(): boolean {
    return this.#list.entries.length + (this.#open ? 1 : 0) >= MOST_ENTRIES;
  }

  #section(isForeign: boolean): void {
    this.#close();
    this.#release();
    this.#isForeign = isForeign;
  }

  /** Takes a line of a card, a date alone or the rest of a wrapped line; false for any other. */
  #addToCard(line: PastedLine, body: string): boolean {
    if (this.#isForeign) return false;
    const open = this.#open;
    const date = lineToDate(body);
    if (date !== null) {
      this.#isDateFirst ??= open === null;
      if (open !== null && !this.#isDateFirst && open.began !== null && open.ended === null && date >= open.began) {
        open.ended = date;
        open.lines.push(line.original);
      } else if (this.#isDateFirst || open === null || open.began !== null) {
        this.#close();
        this.#waiting.push({
          line,
          ...(this.#waiting.length === 0 ? { began: date, ended: null } : { began: null, ended: date }),
        });
      } else {
        open.began = date;
        open.lines.push(line.original);
      }
      return true;
    }
    const range = lineToRange(body);
    if (range !== null) {
      this.#isDateFirst ??= open === null;
      if (open !== null && !this.#isDateFirst && open.began === null) {
        Object.assign(open, range);
        open.lines.push(line.original);
      } else {
        this.#close();
        this.#waiting.push({ line, ...range });
      }
      return true;
    }
    const card = this.#isAside && isFurniture(body) ? null : readCardLine(body);
    if (card && open && !(line.isFirst && card.began !== null)) {
      open.began = (card.isRecording ? open.began : card.began) ?? card.began ?? open.began;
      open.ended = card.ended ?? open.ended;
      if (card.state !== undefined) open.stateWords = body;
      open.state = card.state ?? open.state;
      open.lines.push(line.original);
      return true;
    }
    if (card?.began != null) {
      this.#close();
      this.#waiting.push({ line, began: card.began, ended: null });
      return true;
    }
    if (open !== null && isSignificance(body) && open.lines.length > 1) {
      open.lines.push(line.original);
      return true;
    }
    if (open === null || !isRest(line, open, { last: this.#last, areDated: this.#areDated })) return false;
    open.text = glued(open.text, body, this.#last?.isBroken);
    open.rest = glued(open.rest, body).trim();
    open.lines.push(line.original);
    return true;
  }

  #begin(line: PastedLine): void {
    this.#close();
    const waiting = this.#waiting;
    this.#waiting = [];
    const titled = titleFirst(line.clean);
    const text = withoutLabel(titled?.rest ?? line.clean);
    if (titled && isFurniture(text)) {
      this.#list.aside.push(line.original);
      return;
    }
    const first = readRow(text, this.#columns, this.#indexed);
    if (!isName(first.name)) {
      this.#list.unread.push(...waiting.map((one) => one.line.original), line.original);
      return;
    }
    const dates = (of: 'began' | 'ended') => waiting.map((one) => one[of]).find((date) => date !== null) ?? null;
    this.#open = {
      lines: [...waiting.map((one) => one.line.original), line.original],
      text,
      rest: '',
      first,
      began: dates('began'),
      ended: dates('ended'),
      state: undefined,
      stateWords: '',
      indent: indentOf(line.clean),
      width: line.clean.trim().length,
      columns: this.#columns,
      heading: titled?.state ? { state: titled.state, printed: titled.title } : this.#heading,
    };
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const row = wholeRow(open, readRow(open.text, open.columns, this.#indexed));
    const state = open.state ?? row.state;
    const recordSays = state ?? open.heading.state;
    const [began, ended] = [open.began ?? row.began, open.ended ?? row.ended];
    if (!isName(row.name)) {
      this.#list.unread.push(...open.lines);
      return;
    }
    this.#list.entries.push({
      original: open.lines.join('\n'),
      name: row.name,
      began,
      ended: ended !== null && began !== null && ended < began ? row.ended : ended,
      recordSays,
      recordHeading:
        recordSays === null ? '' : recordSays === open.heading.state ? open.heading.printed : open.stateWords,
    });
  }

  /** What waited for an entry that did not come is text. */
  #release(): void {
    this.#list.unread.push(...this.#waiting.map(({ line }) => line.original));
    this.#waiting = [];
  }
}
