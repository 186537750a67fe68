import { type Change, compareChanges } from './change.ts';
import { isEmptyValue } from './field.ts';
import { type Entry, fold, headOf, listOf, type Passport, type PassportRecord, recordOf } from './fold.ts';
import { fieldOf, type Part } from './part.ts';
import type { Edit } from './write.ts';

/** One field in one version: what stood before it, and what was written in it, oldest first. */
export type FieldChange = { readonly field: string; readonly before: Entry | null; readonly wrote: readonly Entry[] };

/** What one person did to one record in one go. */
export type Version = {
  readonly part: string;
  readonly record: string;
  readonly by: string;
  /** The latest change of it: its place in the order, and when it was made. */
  readonly last: Change;
  readonly fields: readonly FieldChange[];
  /** Each time it was taken out (true) or brought back (false), oldest first. */
  readonly removals: readonly boolean[];
};

/** Changes this near to the first of a version belong to it, in minutes. */
const together = 5;

type Growing = {
  readonly first: Change;
  last: Change;
  readonly fields: Map<string, { before: Entry | null; wrote: Entry[] }>;
  removals: boolean[];
};

/**
 * A log told as what was done: changes of one record by one writer within a few minutes are one version, until someone
 * else writes there. Latest first. `minuteOf` reads a clock's words; NaN, when it cannot, leaves a change by itself.
 * A value written over with the same value is not told twice.
 */
export function changesToVersions(changes: readonly Change[], minuteOf: (at: string) => number): readonly Version[] {
  const versions: Growing[] = [];
  const open = new Map<string, Growing>();
  const standing = new Map<string, Map<string, Entry>>();
  for (const change of [...changes].sort(compareChanges)) {
    const key = `${change.part}/${change.record}`;
    let version = open.get(key);
    if (!version || !isTogether(version.first, change, minuteOf)) {
      version = { first: change, last: change, fields: new Map(), removals: [] };
      open.set(key, version);
      versions.push(version);
    }
    version.last = change;
    if (change.removed !== undefined) version.removals.push(change.removed);
    const stands = standing.get(key) ?? new Map<string, Entry>();
    standing.set(key, stands);
    for (const entry of entriesOf(change)) {
      const before = stands.get(entry.field) ?? null;
      const told = version.fields.get(entry.field) ?? { before, wrote: [] };
      if (!isSameValue(before, entry)) told.wrote.push(entry);
      version.fields.set(entry.field, told);
      stands.set(entry.field, entry);
    }
  }
  return versions.map(finished).sort((a, b) => compareChanges(b.last, a.last));
}

function isTogether(first: Change, change: Change, minuteOf: (at: string) => number): boolean {
  const gap = minuteOf(change.at) - minuteOf(first.at);
  return first.by === change.by && gap >= 0 && gap <= together;
}

function entriesOf({ n, id, at, by, lang, set = {} }: Change): readonly (Entry & { readonly field: string })[] {
  return Object.entries(set).map(([field, value]) => ({ field, value, lang, by, at, n, id }));
}

function finished({ last, fields, removals }: Growing): Version {
  const told = [...fields].map(([field, { before, wrote }]) => ({ field, before, wrote }));
  const { part, record, by } = last;
  return { part, record, by, last, fields: told.filter(({ wrote }) => wrote.length > 0), removals };
}

/** True when two entries say the same, or nothing, whoever wrote them. */
export function isSameValue(a: Entry | null | undefined, b: Entry | null | undefined): boolean {
  const isBlank = isEmptyValue(a?.value);
  return isBlank === isEmptyValue(b?.value) && (isBlank || JSON.stringify(a?.value) === JSON.stringify(b?.value));
}

/** A field that is one thing now and was another then. */
export type Difference = { readonly field: string; readonly now: Entry | null; readonly was: Entry | null };

/** What putting a record back would do. */
export type PutBack = { readonly fields: readonly Difference[]; readonly bringsBack: boolean };

/**
 * What would change if the record were put back as it was after `last`; null when nothing would, or when it was out of
 * the passport then. `changes` are all of the record's. What the program keeps beside it (silent fields) stays as it is.
 */
export function differenceTo(part: Part, changes: readonly Change[], last: Change): PutBack | null {
  const [now, was] = [changes, changes.filter((change) => compareChanges(change, last) <= 0)].map((some) =>
    recordOf(fold(some), last.part, last.record),
  );
  if (!now || !was || was.removed) return null;
  const fields = Object.keys(now.entries)
    .filter((field) => !fieldOf(part, field)?.silent)
    .map((field) => ({ field, now: now.entries[field] ?? null, was: was.entries[field] ?? null }))
    .filter((one) => !isSameValue(one.now, one.was));
  return fields.length > 0 || now.removed ? { fields, bringsBack: now.removed } : null;
}

/** An edit whose words are in a language of their own. */
export type EditIn = Edit & { readonly lang: string };

/**
 * The edits that put a record back: one for each language its words were written in, then and now, so that they keep
 * their own, there and back again.
 */
export function putBackToEdits(part: string, record: string, { fields, bringsBack }: PutBack, lang: string) {
  const edits = new Map<string, { lang: string; set: Record<string, Entry['value']> }>();
  for (const { field, now, was } of fields) {
    const key = `${was?.lang ?? lang}/${now?.lang ?? lang}`;
    const edit = edits.get(key) ?? { lang: was?.lang ?? lang, set: {} };
    edit.set[field] = was?.value ?? null;
    edits.set(key, edit);
  }
  const [first = { lang }, ...others] = edits.values();
  const back = bringsBack ? { removed: false } : {};
  return [{ ...first, ...back }, ...others].map((edit): EditIn => ({ part, record, ...edit }));
}

/** What to say again, as whom, before the changes `ids` can go without taking anything that stands with them. */
type Earlier = {
  readonly ids: readonly string[];
  readonly again: readonly { readonly edit: EditIn; readonly by: string }[];
};

/**
 * The changes of one record of which nothing stands, or only some: those have what stands said again by whoever wrote
 * it. A record that would lose its place in its list by that has the order of the list written down. Null when every
 * change still stands whole.
 */
export function earlierVersions(passport: Passport, part: Part, changes: readonly Change[]): Earlier | null {
  const [any] = changes;
  const record = any && recordOf(fold(changes), any.part, any.record);
  if (!record) return null;
  const past = changes.filter((change) => !standsWhole(record, change));
  if (past.length === 0) return null;
  const again = past.flatMap((change) => {
    const standing = Object.entries(change.set ?? {}).filter(([field]) => record.entries[field]?.id === change.id);
    const isRemoval = record.removal?.id === change.id;
    if (standing.length === 0 && !isRemoval) return [];
    const set = Object.fromEntries(standing);
    const edit: EditIn = {
      part: change.part,
      record: change.record,
      lang: change.lang,
      ...(standing.length > 0 ? { set } : {}),
      ...(isRemoval ? { removed: record.removed } : {}),
    };
    return [{ edit, by: change.by }];
  });
  const ids = past.map(({ id }) => id);
  return { ids, again: [...again, ...placeKept(passport, part, record, ids)] };
}

function standsWhole(record: PassportRecord, change: Change): boolean {
  const fields = Object.keys(change.set ?? {});
  if (change.removed !== undefined && record.removal?.id !== change.id) return false;
  if (change.removed === undefined && fields.length === 0) return false;
  return fields.every((field) => record.entries[field]?.id === change.id);
}

function placeKept(passport: Passport, part: Part, record: PassportRecord, ids: readonly string[]): Earlier['again'] {
  if (!part.many || record.id === part.id || !ids.includes(record.first.id)) return [];
  const order = headOf(passport, part)?.entries['order'];
  const written = Array.isArray(order?.value) ? order.value : [];
  if (record.removed || written.includes(record.id as never)) return [];
  const set = { order: listOf(passport, part).map(({ id }) => id) };
  return [{ edit: { part: part.id, record: part.id, lang: order?.lang ?? '', set }, by: order?.by ?? '' }];
}
