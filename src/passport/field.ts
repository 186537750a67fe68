import { array, boolean, type GenericSchema, maxLength, object, pipe, safeParse, string, union } from 'valibot';
import { westernDigits } from './partial-date.ts';
import { isTerm, type TermSet } from './terms.ts';

/**
 * Kinds of field. Each kind owns its schema and its emptiness here, its control in views/, its bytes in exchange/code
 * and its words in summary/: one table a layer, checked by the compiler to hold every kind.
 */
export type Kind = 'text' | 'long' | 'date' | 'term' | 'terms' | 'steps' | 'contacts' | 'link' | 'yes' | 'order';

/** A term of the field's set by id, or the person's own words. */
export type Choice = string | { readonly own: string };
export type Contact = { readonly name: string; readonly phone: string; readonly when: string };
export type Value = string | boolean | Choice | readonly string[] | readonly Choice[] | readonly Contact[];

/** The smallest card a field travels on: `ae` in every code, `clinic` from the one-code summary up, `full` in the full one. */
export type Card = 'ae' | 'clinic' | 'full';

/** Another field of the same record, and the term it must hold. */
export type Condition = { readonly field: string; readonly is: string };

export type Field = {
  /** For ever: never reused, renumbered or given another kind. 60 and up are the shared fields below. */
  readonly tag: number;
  readonly kind: Kind;
  readonly card: Card;
  /**
   * What a code is filled with first: 1 is never left out, however many codes it takes; 2 comes before the rest, which
   * follows by `card`. The field a list's records are called by has the lowest of its part.
   */
  readonly tier?: 1 | 2;
  /** What `term` and `terms` are picked from. */
  readonly set?: TermSet;
  /** The set in `terms.json` whose words say a picked term without its question: "Helped a little" for "A little". */
  readonly said?: string;
  /** The person may write their own words instead of picking. */
  readonly own?: true;
  /** For `link`: the part whose records can be chosen. */
  readonly to?: string;
  /** One of the three fields a form shows first. */
  readonly first?: true;
  /** The group of its part's `groups` it is asked in, folded away under its heading. */
  readonly group?: string;
  /** The term that goes without saying where a list tells more of the record. */
  readonly plain?: string;
  /** Stays out of everything that leaves the device unless ticked for this one time. */
  readonly private?: true;
  /** Reads left to right in every language. */
  readonly ltr?: true;
  /** A name, dose, number or allergy: no browser may translate it (HTML `translate`). */
  readonly exact?: true;
  /** Only asked, and only told, when another field of the record holds this term. */
  readonly when?: Condition;
  /** Always asked, but told only when another field of the record holds this term. */
  readonly toldWhen?: Condition;
  /** The one term that is told: with any other the field stays out of everything that leaves the device. */
  readonly onlyTold?: string;
  /** Someone may write here that they are in danger: the form says that nothing is sent, and whom to call. */
  readonly notSent?: true;
  /** Kept by the program and not asked in a form. */
  readonly silent?: true;
  readonly check?: 'nhs-number';
  readonly control?: 'body' | 'medicine-name' | 'phone';
};

/**
 * Fields every record has: when it was last checked, the order of a list, and a line in the reader's language. 65 and 66
 * are `partTags`.
 */
export const sharedFields = {
  checked: { tag: 60, kind: 'date', card: 'clinic', silent: true },
  order: { tag: 61, kind: 'order', card: 'full', silent: true },
  none: { tag: 62, kind: 'yes', card: 'ae', silent: true },
  translation: { tag: 63, kind: 'long', card: 'full' },
  translator: { tag: 64, kind: 'text', card: 'full' },
  /** On the head of a list: which entries of one name the person says are right (see `medicine-twins.ts`). */
  twins: { tag: 67, kind: 'order', card: 'full', silent: true },
} as const satisfies Record<string, Field>;

/**
 * What a code says of a whole part, on a record of its own before the part's records: when it was last written, and that
 * the list may not be everything. Numbers of the same space as the shared fields, and for ever like theirs.
 */
export const partTags = { written: 65, partial: 66 } as const;

/** The longest text one field keeps, in UTF-16 units: room for 50,000 characters outside the basic plane. */
export const longestText = 120_000;
const words = pipe(string(), maxLength(longestText));
const choice = union([words, object({ own: words })]);

const schemas = {
  text: words,
  long: words,
  date: words,
  term: choice,
  terms: pipe(array(choice), maxLength(200)),
  steps: pipe(array(words), maxLength(500)),
  contacts: pipe(array(object({ name: words, phone: words, when: words })), maxLength(100)),
  link: choice,
  yes: boolean(),
  order: pipe(array(words), maxLength(10_000)),
} as const satisfies Record<Kind, GenericSchema>;

/** The value when it has the shape of this kind, otherwise null: what a newer version wrote is kept but not shown. */
export function readValue(kind: Kind, value: unknown): Value | null {
  const read = safeParse(schemas[kind], value);
  return read.success ? (read.output as Value) : null;
}

/** True for what a person would call blank: nothing, only spaces, nothing picked. */
export function isEmptyValue(value: Value | null | undefined): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (value === true) return false;
  if (Array.isArray(value)) return value.every((item) => isEmptyItem(item));
  return isEmptyItem(value as Choice);
}

/** What a newer version, or a forged file, wrote in another shape is not empty: it is only not known. */
function isEmptyItem(item: string | { own: string } | Contact): boolean {
  if (typeof item === 'string') return item.trim() === '';
  if (typeof item !== 'object' || item === null) return false;
  if ('own' in item) return typeof item.own === 'string' && item.own.trim() === '';
  return `${item.name}${item.phone}${item.when}`.trim() === '';
}

export function isOwn(choice: Choice): choice is { readonly own: string } {
  return typeof choice !== 'string';
}

/** True when the choice is a term this version can put into words. */
export function isKnownTerm(field: Field, choice: Choice): boolean {
  return !isOwn(choice) && field.set !== undefined && isTerm(field.set, choice);
}

/** Modulus 11 check of an NHS number (NHS Data Dictionary, "NHS NUMBER"). Spaces, dashes and figures of any script are allowed. */
export function isNhsNumber(text: string): boolean {
  const digits = nhsDigits(text);
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}

/** An NHS number as its figures alone, in 0–9. */
export function nhsDigits(text: string): string {
  return westernDigits(text).replace(/[\s\p{Pd}\p{Cf}.\u2212]/gu, '');
}
