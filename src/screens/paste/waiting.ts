import { entryValue, listOf, type Passport, type PassportRecord, recordOf } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import { groupProblems, type ProblemGroup } from '#passport/paste/problem-groups.ts';
import type { PastedEntry } from '#passport/paste/problem-list.ts';
import { isHeld } from '#passport/private.ts';

/** Pasted records whose words are alike, shown as one: a way to look at them, never stored and never exported. */
export type ProblemSet = Omit<ProblemGroup, 'entries'> & { readonly records: readonly PassportRecord[] };

/** What is pasted and not placed, put together by likeness; a record taken apart stands alone. */
export function waitingSets(passport: Passport): readonly ProblemSet[] {
  const known = setsIn.get(passport) ?? findSets(passport);
  setsIn.set(passport, known);
  return known;
}

// asked for again with each drawing of a screen, and a passport never changes
const setsIn = new WeakMap<Passport, readonly ProblemSet[]>();

function findSets(passport: Passport): readonly ProblemSet[] {
  const waiting = listOf(passport, problems).filter((record) => isHeld(problems, record));
  const sets = [
    ...setsOf(waiting.filter((record) => entryValue(problems, record, 'apart') !== true)),
    ...waiting.filter((record) => entryValue(problems, record, 'apart') === true).flatMap((record) => setsOf([record])),
  ];
  const places = new Map(waiting.map((record, at) => [record.id, at]));
  const place = (set: ProblemSet) => places.get(set.records[0]?.id ?? '') ?? 0;
  return sets.sort((a, b) => place(a) - place(b));
}

/** These records and no others, in the sets they stand in. */
export function setsWithin(sets: readonly ProblemSet[], ids: ReadonlySet<string>): readonly ProblemSet[] {
  return sets
    .map((set) => ({ ...set, records: set.records.filter(({ id }) => ids.has(id)) }))
    .filter(({ records }) => records.length > 0);
}

/** These records as one set, whatever their status: to look at a set again. Null when none is left. */
export function setOf(passport: Passport, ids: readonly string[]): ProblemSet | null {
  const records = ids.flatMap((id) => recordOf(passport, problems.id, id) ?? []).filter((record) => !record.removed);
  if (records.length === 0) return null;
  const entries = records.map(recordToEntry);
  const dates = entries.flatMap(({ began, ended }) => [began, ended].filter((date) => date !== null)).sort();
  const name = groupProblems(entries)[0]?.name ?? '';
  return { name, records, began: dates[0] ?? null, latest: dates.at(-1) ?? null };
}

export function textOf(
  record: PassportRecord,
  field: 'name' | 'mine' | 'original' | 'since' | 'ended' | 'status' | 'recordHeading',
): string {
  const value = entryValue(problems, record, field);
  return typeof value === 'string' ? value : '';
}

function setsOf(records: readonly PassportRecord[]): readonly ProblemSet[] {
  const byEntry = new Map(records.map((record) => [recordToEntry(record), record]));
  return groupProblems([...byEntry.keys()]).map(({ entries, ...group }) => ({
    ...group,
    records: entries.flatMap((entry) => byEntry.get(entry) ?? []),
  }));
}

function recordToEntry(record: PassportRecord): PastedEntry {
  return {
    original: textOf(record, 'original'),
    name: textOf(record, 'name'),
    began: textOf(record, 'since') || null,
    ended: textOf(record, 'ended') || null,
    recordSays: null,
    recordHeading: '',
  };
}
