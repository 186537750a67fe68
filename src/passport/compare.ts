import { partOf, parts } from './catalogue.ts';
import { gonePart } from './change.ts';
import { entryValue, headOf, listOf, type Passport, type PassportRecord, recordOf, recordsOf } from './fold.ts';
import { fieldOf, type Part } from './part.ts';
import { isPrivateField, isPrivatePart, isPrivateRecord } from './private.ts';

/** Where one part of mine differs from theirs: ids of records, none of them private. */
export type PartDifference = {
  readonly part: string;
  readonly onlyMine: readonly string[];
  readonly onlyTheirs: readonly string[];
  readonly different: readonly string[];
  /** What is not in a record differs: the order, "none that I know of", when it was last checked. */
  readonly rest: boolean;
};

/** What differs between two passports. What is private is counted and never named: no id of it is here. */
export type Comparison = {
  /** The parts that differ, in the order a person meets them. */
  readonly parts: readonly PartDifference[];
  /** Private records and fields that differ. */
  readonly private: number;
  /** Records that differ in parts from a newer version. */
  readonly newer: number;
};

/** What a passport holds: records by part, private things and those of a newer version by number alone. */
export type Contents = {
  readonly parts: readonly { readonly part: string; readonly count: number }[];
  readonly private: number;
  readonly newer: number;
};

/** Sets two passports side by side, by what they show: who wrote it and when does not count, nor what was taken out. */
export function compare(mine: Passport, theirs: Passport): Comparison {
  let hidden = 0;
  const differing = (parts as readonly Part[]).flatMap((part): readonly PartDifference[] => {
    const found = compareRecords(part, shownIn(mine, part), shownIn(theirs, part));
    const rest = part.many && isRestDifferent(part, mine, theirs);
    hidden += found.hidden;
    if (isPrivatePart(part)) {
      hidden += rest ? 1 : 0;
      return [];
    }
    const { onlyMine, onlyTheirs, different } = found;
    const isSame = onlyMine.length + onlyTheirs.length + different.length === 0 && !rest;
    return isSame ? [] : [{ part: part.id, onlyMine, onlyTheirs, different, rest }];
  });
  return { parts: differing, private: hidden, newer: newerThat(mine, theirs) };
}

/** What is in a passport, to say before it is taken in. */
export function contentsOf(passport: Passport): Contents {
  let hidden = 0;
  const held = (parts as readonly Part[]).flatMap((part) => {
    const records = [...shownIn(passport, part).values()];
    const open = records.filter((record) => !isHidden(part, record));
    hidden += records.length - open.length;
    for (const record of open) hidden += writtenFields(part, record).filter((id) => isPrivateField(part, id)).length;
    return open.length > 0 ? [{ part: part.id, count: open.length }] : [];
  });
  return { parts: held, private: hidden, newer: newerThat(passport, { n: 0, parts: {} }) };
}

type Shown = ReadonlyMap<string, PassportRecord>;

/** The records a part shows, by id; the one of a single part only when something is written in it. */
function shownIn(passport: Passport, part: Part): Shown {
  const records = recordsOf(passport, part).filter((record) => part.many || writtenFields(part, record).length > 0);
  return new Map(records.map((record) => [record.id, record]));
}

/** Fields with something in them, the program's own left out; those of a newer version too. */
function writtenFields(part: Part, record: PassportRecord): readonly string[] {
  return Object.keys(record.entries).filter(
    (id) => fieldOf(part, id)?.silent !== true && !isBlank(record.entries[id]?.value),
  );
}

/** True when nothing of the record may be named: it is private, or all that is written in it is. */
function isHidden(part: Part, record: PassportRecord): boolean {
  const written = writtenFields(part, record);
  return isPrivateRecord(part, record) || (written.length > 0 && written.every((id) => isPrivateField(part, id)));
}

function compareRecords(part: Part, mine: Shown, theirs: Shown) {
  const found = { onlyMine: [] as string[], onlyTheirs: [] as string[], different: [] as string[], hidden: 0 };
  const put = (list: string[], id: string, isPrivate: boolean) => {
    if (isPrivate) found.hidden += 1;
    else list.push(id);
  };
  for (const [id, record] of mine) {
    const other = theirs.get(id);
    if (!other) {
      put(found.onlyMine, id, isHidden(part, record));
      continue;
    }
    const fields = differingFields(record, other).filter((field) => fieldOf(part, field)?.silent !== true);
    const isPrivate = isPrivateRecord(part, record) || isPrivateRecord(part, other);
    if (fields.length > 0) put(found.different, id, isPrivate || fields.every((field) => isPrivateField(part, field)));
  }
  for (const [id, record] of theirs) if (!mine.has(id)) put(found.onlyTheirs, id, isHidden(part, record));
  return found;
}

function differingFields(a: PassportRecord, b: PassportRecord): readonly string[] {
  const fields = new Set([...Object.keys(a.entries), ...Object.keys(b.entries)]);
  return [...fields].filter((field) => !isSameWritten(a.entries[field]?.value, b.entries[field]?.value));
}

function isRestDifferent(part: Part, mine: Passport, theirs: Passport): boolean {
  const [a, b] = [headOf(mine, part), headOf(theirs, part)];
  const isTold = (['none', 'checked'] as const).some(
    (field) => !isSameWritten(entryValue(part, a, field), entryValue(part, b, field)),
  );
  return isTold || isOrderDifferent(part, mine, theirs);
}

/** Only the order of what both have: what one lacks is told as such. */
function isOrderDifferent(part: Part, mine: Passport, theirs: Passport): boolean {
  const ids = (passport: Passport) => listOf(passport, part).map(({ id }) => id);
  const [a, b] = [ids(mine), ids(theirs)];
  const both = new Set(a.filter((id) => new Set(b).has(id)));
  const inB = b.filter((id) => both.has(id));
  return a.filter((id) => both.has(id)).some((id, at) => id !== inB[at]);
}

function newerThat(mine: Passport, theirs: Passport): number {
  const unknown = new Set([...Object.keys(mine.parts), ...Object.keys(theirs.parts)].filter((id) => !partOf(id)));
  unknown.delete(gonePart);
  let count = 0;
  for (const part of unknown) {
    const ids = new Set([mine, theirs].flatMap((passport) => Object.keys(passport.parts[part] ?? {})));
    for (const id of ids) {
      const [a, b] = [recordOf(mine, part, id), recordOf(theirs, part, id)];
      const [isA, isB] = [a !== undefined && !a.removed, b !== undefined && !b.removed];
      if (isA !== isB || (a && b && isA && differingFields(a, b).length > 0)) count += 1;
    }
  }
  return count;
}

/** True when both values say the same, blank and missing alike, whatever the order their pieces were written in. */
export function isSameWritten(a: unknown, b: unknown): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  return isEqual(a, b);
}

/** Any value at all, of a newer version or of a forged file too. */
function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual((a as Bag)[key], (b as Bag)[key]))
  );
}

type Bag = Readonly<Record<string, unknown>>;
