import type { Card, Condition, Field, Value } from './field.ts';
import { entryValue, type PassportRecord } from './fold.ts';
import { fieldOf, fitsCard, type Part } from './part.ts';
import type { ReaderId } from './readers.ts';

/**
 * What the person chose for one reader. `without` holds parts ("goals") and records ("medicines/Xy…") they unticked;
 * `withPrivate` what is private and ticked for this one time: fields ("me/me/alone"), held records ("problems/Xy…") and
 * records of private parts ("pages/Xy…").
 */
export type Share = {
  readonly reader: ReaderId;
  readonly without: ReadonlySet<string>;
  readonly withPrivate: ReadonlySet<string>;
};

/** The fields of a part that can be told, the shared ones among them. */
export function tellable(part: Part): readonly string[] {
  return [...Object.keys(part.fields), 'translation', 'translator'];
}

/** True when a form asks for the field: what it depends on in the record is so. */
export function isAsked(part: Part, record: PassportRecord | undefined, field: Field): boolean {
  return isMet(part, record, field.when);
}

/** True when the person lets the field be told to this reader: ticked where it is private, and what they picked beside it is so. */
export function isTold(part: Part, record: PassportRecord, id: string, share: Share, card: Card): boolean {
  const field = fieldOf(part, id) as Field;
  const isTicked = share.withPrivate.has(`${part.id}/${record.id}/${id}`);
  if (field.private ? !isTicked : field.silent) return false;
  return fitsCard(field, card) && isMet(part, record, field.when) && isMet(part, record, field.toldWhen);
}

/** False for a value that means "do not tell". */
export function isTelling(field: Field, value: Value | null): boolean {
  return value !== null && (field.onlyTold === undefined || value === field.onlyTold);
}

export function isMet(part: Part, record: PassportRecord | undefined, condition: Condition | undefined): boolean {
  return !condition || entryValue(part, record, condition.field) === condition.is;
}
