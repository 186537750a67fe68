import type { Card, Choice, Condition, Contact, Field } from './field.ts';
import { sharedFields } from './field.ts';

/**
 * A part of the passport, described once. From this come the type, the form, the list, the history, the code and the
 * rows of a summary. A part that holds one record keeps it under its own id; a list keeps its head there.
 */
export type Part = {
  readonly id: string;
  /** For ever, like a field's. Below 128: what of it is shortened stands in a code under 128 more. */
  readonly tag: number;
  readonly many: boolean;
  /** The whole part is private: see `private.ts`. */
  readonly private?: true;
  /** The field a record is called by in a list. */
  readonly title: string;
  /** Fields that are one thing with the title and never stand apart from it: the strength of a medicine. */
  readonly besideTitle?: readonly string[];
  /** What the person's own lists call a record by: the first of these that is written. The title where not given. */
  readonly calledBy?: readonly string[];
  /** The fields told under it in a list, the first two that are written. */
  readonly detail: readonly string[];
  /** Those of the details that mean nothing without their label. */
  readonly labelled?: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  /** The person's own list stands under these headings; records with none of their terms under `others`. */
  readonly headings?: { readonly field: string; readonly of: readonly ListHeading[]; readonly others: string };
  /** The folded groups of a form's further questions, in order; each has a name in `parts.json`. */
  readonly groups?: readonly string[];
  /** The person can end a record, and take it up again, with one tap: what the field then holds. */
  readonly ends?: Condition;
  /** Records of this part stay private while they hold `has` and lack `lacks`: pasted, not yet placed. */
  readonly held?: { readonly has: string; readonly lacks: string };
  /** Records with one of these terms stay off the smallest card, and nothing of them is of tier 1 or 2 on a larger one. */
  readonly notOnAe?: { readonly field: string; readonly terms: readonly string[] };
  /** In a summary, records are grouped by this field's terms, in the order given. */
  readonly sortBy?: { readonly field: string; readonly terms: readonly string[] };
  /** The person can say "none that I know of", which is not the same as nothing written. */
  readonly canBeNone?: true;
  /** A list that is dangerous when it looks whole and is not: clinicians are told when something of it was left out. */
  readonly isSafetyList?: true;
};

/** A heading in a list, named in `parts.json`. With `detail`, all of that is told under a record instead. */
export type ListHeading = {
  readonly id: string;
  readonly terms: readonly string[];
  readonly detail?: readonly string[];
};

type ValueOf<F extends Field> = F['kind'] extends 'text' | 'long' | 'date'
  ? string
  : F['kind'] extends 'term' | 'link'
    ? Choice
    : F['kind'] extends 'terms'
      ? readonly Choice[]
      : F['kind'] extends 'contacts'
        ? readonly Contact[]
        : F['kind'] extends 'yes'
          ? boolean
          : readonly string[];

export type FieldId<P extends Part> = keyof P['fields'] & string;
export type ValueIn<P extends Part, F extends FieldId<P>> = ValueOf<P['fields'][F]>;

/** Keeps the literal types of a table while checking its shape. */
export function definePart<const P extends Part>(part: P): P {
  return part;
}

/** A part's own fields and the shared ones that it uses. */
export function fieldsOf(part: Part): Readonly<Record<string, Field>> {
  return { ...part.fields, ...sharedFields };
}

/** The field, shared ones included; undefined for one from a newer version. */
export function fieldOf(part: Part, id: string): Field | undefined {
  if (Object.hasOwn(part.fields, id)) return part.fields[id];
  return Object.hasOwn(sharedFields, id) ? (sharedFields as Record<string, Field>)[id] : undefined;
}

const sizes: readonly Card[] = ['ae', 'clinic', 'full'];

/**
 * When a field of a record is laid on a code: 1 first, 5 last; the rest by the smallest card it travels on. Of a record
 * that stays off the smallest card nothing comes before what is new on the next.
 */
export function tierOf({ tier, card }: Field, isOffAe: boolean): number {
  const own = tier ?? 3 + sizes.indexOf(card);
  return isOffAe ? Math.max(own, 4) : own;
}

/** True when a field of this card level travels on a card of the given size. */
export function fitsCard(field: Field, card: Card): boolean {
  return sizes.indexOf(field.card) <= sizes.indexOf(card);
}
