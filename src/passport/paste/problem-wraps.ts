import { WRITTEN_DATE } from './dates-in-text.ts';
import { indentOf } from './goes-on.ts';
import { isListed } from './layout.ts';
import type { PastedLine } from './lines.ts';

const WRAPS_AT = 30;
const GOES_ON =
  /^(?:of|with|and|or|due|to|in|without|secondary|following|from|on|for|by|at|not|excluding|including|after|during)(?!\p{L})/u;
const OPEN_END = /(?:[-/(]| (?:of|with|and|or|to|in|the|for|due|without|secondary|by|from))$/iu;
const DATE_LAST = new RegExp(`${WRITTEN_DATE}\\W*$`, 'iu');
const ANY_DATE = new RegExp(`(?<![\\p{L}\\p{N}])${WRITTEN_DATE}`, 'iu');

/** An entry as read so far: its lines and text, and how far in and how wide its first line is. */
type Above = {
  readonly lines: readonly string[];
  readonly text: string;
  readonly indent: number;
  readonly width: number;
};
type Around = { readonly last: PastedLine | null; readonly areDated: boolean };

/**
 * True for a line that is the rest of the entry above, which the page has wrapped. One line is one thing: this needs a
 * sign of it, such as a small letter after a long line, an open bracket, or a line set in under one that has the date.
 */
export function isRest(line: PastedLine, open: Above, { last, areDated }: Around): boolean {
  const body = line.clean.trim();
  if (last?.isBroken) return true;
  if (line.isFirst || isListed(line.clean) || open.lines.length > 3) return false;
  if (/\([^)]*$/.test(open.text) && /^[^(]*\)/.test(body)) return true;
  const isLower = /^[\p{Ll}(]/u.test(body);
  if (OPEN_END.test(open.text) && (isLower || open.width >= WRAPS_AT)) return true;
  const isWrapped = open.width >= WRAPS_AT && !DATE_LAST.test(open.text) && /^[^\p{L}]*\p{Lu}/u.test(open.text);
  if (isLower && (GOES_ON.test(body) || isWrapped)) return true;
  const isInside = indentOf(line.clean) > open.indent + 1;
  return isInside && !ANY_DATE.test(body) && (isLower || (areDated && ANY_DATE.test(open.text)));
}

/** Whether nearly all lines that begin at the edge hold a date, so that one set in without a date is no entry. */
export function areMostDated(bodies: readonly string[]): boolean {
  const first = bodies.filter((body) => indentOf(body) === 0).slice(0, 200);
  return first.length > 0 && first.filter((body) => ANY_DATE.test(body)).length >= first.length * 0.8;
}
