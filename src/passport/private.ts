import { parts } from './catalogue.ts';
import { compareChanges } from './change.ts';
import { entryValue, headOf, isNone, type Passport, type PassportRecord, recordsOf } from './fold.ts';
import { fieldOf, type Part } from './part.ts';
import { pages as pagesPart } from './parts/pages.ts';

/**
 * What *private* means, in one place: absent from share, show, print, home, search, timeline, history lists, agenda,
 * calendar, share log, file names and helper view; invisible when unused. Whatever lists, counts, names or shows parts,
 * records or fields asks here.
 */

/** True when the whole part is private. */
export function isPrivatePart(part: Part): boolean {
  return part.private === true;
}

/** True when the field is private by itself, whatever its part is; and for one this version does not know. */
export function isPrivateField(part: Part, field: string): boolean {
  const known = fieldOf(part, field);
  return known === undefined || known.private === true;
}

/** True when a record is pasted and not yet placed: private as a whole. */
export function isHeld(part: Part, record: PassportRecord): boolean {
  if (!part.held) return false;
  return entryValue(part, record, part.held.has) !== null && entryValue(part, record, part.held.lacks) === null;
}

/** True when nothing of the record may be listed, counted or named: its part is private, or it is held. */
export function isPrivateRecord(part: Part, record: PassportRecord): boolean {
  return isPrivatePart(part) || isHeld(part, record);
}

/** The parts that are not private, in the order a person meets them. */
export const openParts: readonly Part[] = (parts as readonly Part[]).filter((part) => !isPrivatePart(part));

/** The fields of a part that are not private and that a form asks for, by id. */
export function openFields(part: Part): readonly string[] {
  return Object.keys(part.fields).filter((id) => !isPrivateField(part, id) && !fieldOf(part, id)?.silent);
}

/** The records of a part that are in the passport and not private, in the person's order. */
export function openRecords(passport: Passport, part: Part): readonly PassportRecord[] {
  return recordsOf(passport, part).filter((record) => !isPrivateRecord(part, record));
}

/** True when something that is not private was written in the record. */
export function isOpenlyWritten(part: Part, record: PassportRecord): boolean {
  return !isPrivateRecord(part, record) && openFields(part).some((id) => entryValue(part, record, id) !== null);
}

/** True when something that is not private was written in the part, or that there is none. */
export function isOpenlyUsed(passport: Passport, part: Part): boolean {
  if (isPrivatePart(part)) return false;
  return openRecords(passport, part).some((record) => isOpenlyWritten(part, record)) || isNone(passport, part);
}

/**
 * The passport with the pages that are open beside it, for as long as the person looks at both. What the main log may
 * hold of them is not theirs: it says where they are kept.
 */
export function withPages(passport: Passport, pages: Passport): Passport {
  return { ...passport, parts: { ...passport.parts, [pagesPart.id]: pages.parts[pagesPart.id] ?? {} } };
}

/** The latest change of the record that was not to a private field; null when there is none. */
export function lastOpenChange(part: Part, record: PassportRecord): { readonly n: number; readonly id: string } | null {
  if (isPrivateRecord(part, record)) return null;
  const entries = openFields(part).flatMap((id) => record.entries[id] ?? []);
  return entries.reduce<{ n: number; id: string } | null>(
    (last, { n, id }) => (last === null || compareChanges({ n, id }, last) > 0 ? { n, id } : last),
    null,
  );
}

/**
 * True when the person has said that the part is still right, and nothing in it that is not private was written since:
 * by `(n, id)`, as readers are told it.
 */
export function isCheckStanding(passport: Passport, part: Part): boolean {
  const check = headOf(passport, part)?.entries['checked'];
  if (!check) return false;
  return openRecords(passport, part).every((record) => {
    const last = lastOpenChange(part, record);
    return last === null || compareChanges(check, last) >= 0;
  });
}
