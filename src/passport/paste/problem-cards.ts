import { dateToIso, earliest, takeDates, WRITTEN_DATE } from './dates-in-text.ts';
import { type HeadingState, statusOf } from './headings.ts';
import { namesIllness } from './illness-words.ts';
import { isCode } from './tidy.ts';

/** What a line of a card says of the entry it belongs to. */
export type CardLine = {
  readonly began: string | null;
  readonly ended: string | null;
  /** The date is when it was written down, which is not before it began. */
  readonly isRecording?: boolean;
  /** What the record says, where the line says it: "Status: Past". */
  readonly state: HeadingState | undefined;
};

const BEGAN =
  'start(?:ed)?(?: date| on)?|date started|onset(?: date)?|date of onset|since|(?:first |date )?(?:diagnosed|recorded|noted|entered|added)(?: on| date)?|first (?:recorded|noted|entry)|effective(?: date)?|date';
const ENDED =
  'ended(?: on)?|abatement(?: date)?|end date|date (?:of )?end(?:ed)?|resolved(?: on)?|date resolved|stopped';
const OTHER =
  'verification(?: status)?|last (?:recorded|seen|reviewed?|entry|updated|noted)|practice|surgery|organisation|(?:recorded|entered|added|diagnosed) (?:by|at)|clinician|author|significance|severity|priority|episode|episodicity|type|problem (?:type|severity|status)|category|laterality|side|site|comments?|notes?|details?|associated text|additional (?:information|text)|free text|(?:read |snomed(?: ct)? |ctv3 |icd(?:-10)? )?codes?|snomed(?: ct)?|concept id|description id|duration|expected duration|location|source|review(?: date)?|evidence|linked (?:to|problems?)';
const NO_DATE = /^(?:unknown|not known|not recorded|ongoing|present|now|n\/a|none|nil)?\W*$/iu;
const SURGERY = /^surgery\s*:/iu;
const CODE = /^(?:(?:read |snomed(?: ct)? |ctv3 |icd(?:-10)? )?codes?|snomed(?: ct)?|concept id|description id)\s*:/iu;
const STATUS = /^(?:(?:problem|clinical|current) )?status\s*:\s*(.+)$/iu;
const LABELLED = new RegExp(`^(?:(${BEGAN})|(${ENDED})|(?:${OTHER}))\\s*:(.*)$`, 'iu');
const DATED = new RegExp(
  `^(?:(${BEGAN})|(${ENDED})|last (?:recorded|seen|reviewed)) (?:on |in )?(${WRITTEN_DATE})\\.?$`,
  'iu',
);
const SIGNIFICANCE = /^(?:minor|major|significant)$/iu;
const TITLED = /^(?:problem|condition|diagnosis|entry|term)\s*:\s*(?=\S)/iu;

/** Reads a line that belongs to an entry and is none: "Significance: Minor", "Ended: 9 June 2018"; null for any other. */
export function readCardLine(line: string): CardLine | null {
  if (line.length > 400) return null;
  const status = STATUS.exec(line);
  if (status) return { began: null, ended: null, state: statusOf(status[1] ?? '') };
  const found = LABELLED.exec(line) ?? DATED.exec(line);
  if (!found) return null;
  const [, began, ended, text = ''] = found;
  const read = takeDates(text);
  const isDate = /^[^\p{L}\d]*(?:about|around|circa)?[^\p{L}\d]*$/iu.test(read.rest) || NO_DATE.test(text.trim());
  // "Resolved: hip fracture 2012" and "Surgery: appendicectomy" are problems of their own.
  if ((began !== undefined || ended !== undefined) && !isDate) return null;
  if (SURGERY.test(line) && (namesIllness(text) || read.began !== null)) return null;
  if (CODE.test(line) && text.trim() !== '' && !isCode(text) && /\p{L}{3}/u.test(text)) return null;
  const date = dateToIso(text.trim()) ?? earliest([read.began, read.ended].filter((one) => one !== null));
  const isRecording = /record|noted|entered|added/iu.test(began ?? '');
  return {
    isRecording,
    began: began === undefined ? null : date,
    ended: ended === undefined ? null : date,
    state: undefined,
  };
}

/** True for "Minor" and its like, which stand over a list, or under the name in a card. */
export function isSignificance(line: string): boolean {
  return SIGNIFICANCE.test(line);
}

/** The date a line is, and nothing else; a year counts. Null for any other line. */
export function lineToDate(line: string): string | null {
  return line.length <= 40 ? dateToIso(line.trim().replace(/^[([]|[)\].,:;]+$/g, '')) : null;
}

/** The two dates a line is, and nothing else: "3 June 2009 - 1 September 2009". Null for any other line. */
export function lineToRange(line: string): { readonly began: string; readonly ended: string } | null {
  if (line.length > 80 || !/^\W*(?:\p{L}{3,9}\W+)?\d.{3,40}\d\W*$/u.test(line)) return null;
  const { rest, began, ended } = takeDates(line);
  return began !== null && ended !== null && !/[\p{L}\d]/u.test(rest) ? { began, ended } : null;
}

/** "Problem: Migraine" is the problem, without its label. */
export function withoutLabel(line: string): string {
  return line.replace(TITLED, '');
}
