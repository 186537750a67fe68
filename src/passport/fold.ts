import { partOf } from './catalogue.ts';
import { type Change, compareChanges, gonePart, isGone } from './change.ts';
import { isEmptyValue, readValue, type Value } from './field.ts';
import { type FieldId, fieldOf, type Part, type ValueIn } from './part.ts';

/** The winning change of one field: its value as written, and who wrote it, when, in which language. */
export type Entry = {
  readonly value: Value | null;
  readonly lang: string;
  readonly by: string;
  readonly at: string;
  readonly n: number;
  readonly id: string;
};

export type PassportRecord = {
  readonly id: string;
  readonly part: string;
  readonly removed: boolean;
  /** The change that last removed or brought back, for ordering; null when none did. */
  readonly removal: { readonly n: number; readonly id: string } | null;
  readonly entries: Readonly<Record<string, Entry>>;
  /** The first and the latest change of this record. */
  readonly first: { readonly n: number; readonly id: string; readonly at: string };
  readonly last: { readonly n: number; readonly id: string; readonly at: string; readonly by: string };
};

/** Records by part and id: removed ones too, and those of parts from a newer version. */
export type Passport = {
  readonly n: number;
  readonly parts: Readonly<Record<string, Readonly<Record<string, PassportRecord>>>>;
};

export const emptyPassport: Passport = { n: 0, parts: {} };

/** The sum of changes, in any order: per field the change with the highest `(n, id)` wins. */
export function fold(changes: readonly Change[]): Passport {
  return apply(emptyPassport, changes);
}

/**
 * Adds changes to a passport, in any order. Records they do not touch keep their identity. What a tombstone names goes,
 * whichever comes first; the tombstones stay, as records of their own part.
 */
export function apply(passport: Passport, changes: readonly Change[]): Passport {
  if (changes.length === 0) return passport;
  const tombs = changes.filter(({ part }) => part === gonePart).map(({ record }) => record);
  const named = new Set([...tombs, ...Object.keys(passport.parts[gonePart] ?? {})]);
  let n = passport.n;
  const parts: Record<string, Record<string, PassportRecord>> = {
    ...(tombs.length > 0 ? without(passport.parts, tombs) : passport.parts),
  };
  const copied = new Set<string>();
  const fresh = new Map<PassportRecord, Draft>();
  for (const change of changes) {
    n = Math.max(n, change.n);
    if (named.size > 0 && isGone(change, (id) => named.has(id))) continue;
    if (!copied.has(change.part)) {
      parts[change.part] = { ...parts[change.part] };
      copied.add(change.part);
    }
    const records = parts[change.part] as Record<string, PassportRecord>;
    const known = Object.hasOwn(records, change.record) ? records[change.record] : undefined;
    let draft = known && fresh.get(known);
    if (!draft) {
      draft = draftOf(known, change);
      fresh.set(draft, draft);
      records[change.record] = draft;
    }
    put(draft, change);
  }
  return { n, parts };
}

/** The passport; folded anew when something in it is in none of these changes, which are all there are. */
export function foldedAnew(passport: Passport, changes: readonly Change[]): Passport {
  const ids = new Set(changes.map(({ id }) => id));
  const stands = ({ entries, removal, first, last }: PassportRecord) =>
    [...Object.values(entries), first, last, ...(removal ? [removal] : [])].every(({ id }) => ids.has(id));
  const isWhole = Object.values(passport.parts).every((records) => Object.values(records).every(stands));
  return isWhole ? passport : fold(changes);
}

/** The parts without these records; a part that held nothing else is not there either. */
function without(parts: Passport['parts'], ids: readonly string[]): Passport['parts'] {
  const isTouched = ([part, records]: [string, object]) =>
    part !== gonePart && ids.some((id) => id !== part && Object.hasOwn(records, id));
  const gone = new Set(ids);
  const left = Object.entries(parts).map((entry): typeof entry => {
    if (!isTouched(entry)) return entry;
    const [part, records] = entry;
    return [part, Object.fromEntries(Object.entries(records).filter(([id]) => id === part || !gone.has(id)))];
  });
  return Object.fromEntries(left.filter(([, records]) => Object.keys(records).length > 0));
}

type Draft = { -readonly [K in keyof PassportRecord]: PassportRecord[K] } & { entries: Record<string, Entry> };

function draftOf(known: PassportRecord | undefined, change: Change): Draft {
  if (known) return { ...known, entries: { ...known.entries } };
  const { n, id, at, by } = change;
  return {
    id: change.record,
    part: change.part,
    removed: false,
    removal: null,
    entries: {},
    first: { n, id, at },
    last: { n, id, at, by },
  };
}

function put(record: Draft, change: Change): void {
  const { n, id, at, by, lang } = change;
  if (compareChanges(change, record.first) < 0) record.first = { n, id, at };
  if (compareChanges(change, record.last) > 0) record.last = { n, id, at, by };
  if (change.removed !== undefined && (record.removal === null || compareChanges(change, record.removal) > 0)) {
    record.removed = change.removed;
    record.removal = { n, id };
  }
  for (const [field, value] of Object.entries(change.set ?? {})) {
    const standing = Object.hasOwn(record.entries, field) ? record.entries[field] : undefined;
    if (!standing || compareChanges(change, standing) > 0) record.entries[field] = { value, lang, by, at, n, id };
  }
}

/** The record with this id, removed or not; undefined when there is none. */
export function recordOf(passport: Passport, part: string, id: string): PassportRecord | undefined {
  const records = Object.hasOwn(passport.parts, part) ? passport.parts[part] : undefined;
  return records && Object.hasOwn(records, id) ? records[id] : undefined;
}

/** The record a part keeps under its own id: all of it for a single part, the head of a list. */
export function headOf(passport: Passport, part: Part): PassportRecord | undefined {
  return recordOf(passport, part.id, part.id);
}

/** The records of a list that are in the passport, in the person's order, then by when they came. */
export function listOf(passport: Passport, part: Part): readonly PassportRecord[] {
  const order = (entryValue(part, headOf(passport, part), 'order') ?? []) as readonly string[];
  const place = new Map(order.map((id, at) => [id, at]));
  const placeOf = (record: PassportRecord) => place.get(record.id) ?? order.length;
  return Object.values(passport.parts[part.id] ?? {})
    .filter((record) => record.id !== part.id && !record.removed)
    .sort((a, b) => placeOf(a) - placeOf(b) || compareChanges(a.first, b.first));
}

/** The records of a list that were taken out and can be brought back, the latest first. */
export function removedOf(passport: Passport, part: Part): readonly PassportRecord[] {
  return Object.values(passport.parts[part.id] ?? {})
    .filter((record) => record.id !== part.id && record.removed)
    .sort((a, b) => compareChanges(b.removal ?? b.last, a.removal ?? a.last));
}

/** The records of a part that hold its own fields: the one record of a single part, every record of a list. */
export function recordsOf(passport: Passport, part: Part): readonly PassportRecord[] {
  if (part.many) return listOf(passport, part);
  const head = headOf(passport, part);
  return head && !head.removed ? [head] : [];
}

/** The value of a field of a known part, typed; null when blank or of a shape this version cannot read. */
export function fieldValue<P extends Part, F extends FieldId<P>>(
  part: P,
  record: PassportRecord | undefined,
  field: F,
): ValueIn<P, F> | null {
  return entryValue(part, record, field) as ValueIn<P, F> | null;
}

/** As `fieldValue`, for code that walks the table; shared fields too. */
export function entryValue(part: Part, record: PassportRecord | undefined, field: string): Value | null {
  const kind = fieldOf(part, field)?.kind;
  if (!record || kind === undefined || !Object.hasOwn(record.entries, field)) return null;
  const value = readValue(kind, record.entries[field]?.value);
  return isEmptyValue(value) ? null : value;
}

/** True when the person has written anything in the record that a form asks for. */
export function isWritten(part: Part, record: PassportRecord): boolean {
  return Object.keys(part.fields).some((field) => entryValue(part, record, field) !== null);
}

/**
 * True when the person says that there are none of what the part lists, and it holds no record at all: whatever two
 * devices or an older version left behind, "none" is never said beside one.
 */
export function isNone(passport: Passport, part: Part): boolean {
  return entryValue(part, headOf(passport, part), 'none') === true && listOf(passport, part).length === 0;
}

/** True when the person has written anything in the part. */
export function isUsed(passport: Passport, id: string): boolean {
  const part = partOf(id);
  if (!part) return false;
  return recordsOf(passport, part).some((record) => isWritten(part, record)) || isNone(passport, part);
}
