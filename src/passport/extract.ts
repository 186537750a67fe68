import { partOf, parts } from './catalogue.ts';
import { compareChanges } from './change.ts';
import { type Card, type Choice, type Field, isOwn, type Value } from './field.ts';
import {
  type Entry,
  entryValue,
  headOf,
  isNone,
  isWritten,
  type Passport,
  type PassportRecord,
  recordOf,
  recordsOf,
} from './fold.ts';
import { fieldOf, type Part } from './part.ts';
import { partialDate } from './partial-date.ts';
import { isHeld, isOpenlyWritten, isPrivateField, isPrivatePart, isPrivateRecord, openRecords } from './private.ts';
import { type ReaderId, readers } from './readers.ts';
import { isMet, isTelling, isTold, type Share, tellable } from './telling.ts';

/** What a reader starts with: nothing private. */
export function emptyShare(reader: ReaderId): Share {
  return { reader, without: new Set(readers[reader].without), withPrivate: new Set() };
}

/** One value as it travels. `confidence`: private, and ticked this once. */
export type Told = { readonly value: Value; readonly lang: string; readonly confidence?: true };

export type ExtractRecord = Readonly<Record<string, Told>>;

/** A part with no records was chosen but holds nothing: "not written here, please ask". */
export type ExtractPart = {
  readonly part: string;
  /**
   * ISO date the person last said that this is still right; null when they never did, or have written something told
   * here since.
   */
  readonly checked: string | null;
  /** The month (YYYY-MM) in which the newest of what is told here was written; null when that is not known. */
  readonly written: string | null;
  /** The person says there are none. */
  readonly none: boolean;
  /** The person left something of this list out for this reader: it may not be everything. */
  readonly partial?: true;
  readonly records: readonly ExtractRecord[];
};

/** Exactly the records and fields one reader may see: plain data, nothing else of the passport within reach. */
export type Extract = {
  readonly reader: ReaderId;
  /** ISO date it was made. */
  readonly made: string;
  /** The language most of the words are in. */
  readonly lang: string;
  /** Made from the example passport. */
  readonly example: boolean;
  readonly parts: readonly ExtractPart[];
  /** How many records of each part were left out for want of room. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** How many records of each part are here without all their details, for want of room. */
  readonly shortened: Readonly<Record<string, number>>;
};

/**
 * Exactly what `share` lets its reader see, in the order parts and their records are read. A private part of which
 * nothing is ticked is not there at all, not even as empty.
 */
export function pick(passport: Passport, share: Share, made: string, example = false): Extract {
  const { card, isClinical } = readers[share.reader];
  const picked = parts.flatMap((part: Part): readonly ExtractPart[] => {
    const isChosen = !share.without.has(part.id);
    const isPartial = isClinical && part.isSafetyList === true && isSomethingLeft(passport, part, share);
    if (!isChosen && !isPartial) return [];
    const told = isChosen ? recordsFor(passport, part, share) : [];
    const records = told
      .map((record) => pickRecord(passport, part, record, share, card))
      .filter((record) => Object.keys(record).length > 0);
    if (isPrivatePart(part) && records.length === 0) return [];
    const none = isChosen && isNone(passport, part);
    return [
      {
        part: part.id,
        ...agesOf(passport, part, told, { card, share, none }),
        none,
        ...(isPartial ? { partial: true } : {}),
        records,
      },
    ];
  });
  return { reader: share.reader, made, lang: commonest(picked), example, parts: picked, leftOut: {}, shortened: {} };
}

/** The records of a part that a share tells, in the order its reader needs them. */
function recordsFor(passport: Passport, part: Part, share: Share): readonly PassportRecord[] {
  return sorted(part, recordsOf(passport, part))
    .filter((record) => !share.without.has(`${part.id}/${record.id}`))
    .filter((record) => !isPrivateRecord(part, record) || share.withPrivate.has(`${part.id}/${record.id}`));
}

/** True when an ordinary record of the part, never a private one, is left out of this share. */
function isSomethingLeft(passport: Passport, part: Part, share: Share): boolean {
  return openRecords(passport, part).some(
    (record) =>
      isOpenlyWritten(part, record) && (share.without.has(part.id) || share.without.has(`${part.id}/${record.id}`)),
  );
}

type Telling = { readonly card: Card; readonly share: Share; readonly none: boolean };

/**
 * When a part was last checked, and when the newest of what is told was written. Only what this share tells counts, so
 * that an edit of something private cannot show; which came later is settled by `(n, id)`, never by a clock.
 */
function agesOf(
  passport: Passport,
  part: Part,
  told: readonly PassportRecord[],
  { card, share, none }: Telling,
): Pick<ExtractPart, 'checked' | 'written'> {
  const head = headOf(passport, part);
  const entries = told.flatMap((record) =>
    tellable(part)
      .filter((id) => isTold(part, record, id, share, card))
      .filter((id) => isTelling(fieldOf(part, id) as Field, entryValue(part, record, id)))
      .flatMap((id) => record.entries[id] ?? []),
  );
  const newest = [...entries, ...(none && head?.entries['none'] ? [head.entries['none']] : [])].reduce<Entry | null>(
    (last, entry) => (last === null || compareChanges(entry, last) > 0 ? entry : last),
    null,
  );
  const check = head?.entries['checked'];
  const checked = entryValue(part, head, 'checked');
  const isStanding = check !== undefined && (newest === null || compareChanges(check, newest) >= 0);
  const month = newest?.at.slice(0, 7) ?? '';
  return {
    checked: isStanding && typeof checked === 'string' && partialDate(checked) ? checked : null,
    written: partialDate(month) ? month : null,
  };
}

function pickRecord(passport: Passport, part: Part, record: PassportRecord, share: Share, card: Card): ExtractRecord {
  const picked: Record<string, Told> = {};
  const isPrivate = isPrivateRecord(part, record);
  for (const id of tellable(part)) {
    const field = fieldOf(part, id) as Field;
    if (!isTold(part, record, id, share, card)) continue;
    const value = entryValue(part, record, id);
    const link = value !== null && field.kind === 'link' ? (value as Choice) : null;
    const shown = link === null ? value : linkToName(passport, field, link, share.without, share.withPrivate);
    const lang = record.entries[id]?.lang ?? '';
    // named without its tick, it would be null
    const isConfided = field.private || isPrivate || (link !== null && linkToName(passport, field, link) === null);
    if (shown !== null && isTelling(field, shown))
      picked[id] = { value: shown, lang, ...(isConfided ? { confidence: true } : {}) };
  }
  return picked;
}

/**
 * A linked record by its name, as words of its own; null when it is gone, has none, or is private and not `ticked`.
 * `left` holds what is left out.
 */
export function linkToName(
  passport: Passport,
  field: Field,
  link: Choice,
  left: ReadonlySet<string> = nothing,
  ticked: ReadonlySet<string> = nothing,
): Choice | null {
  if (isOwn(link)) return link;
  const to = partOf(field.to ?? '');
  if (!to || left.has(to.id) || left.has(`${to.id}/${link}`)) return null;
  const record = recordOf(passport, to.id, link);
  if (!record || record.removed || link === to.id) return null;
  if (isPrivateRecord(to, record) && !ticked.has(`${to.id}/${link}`)) return null;
  if (isPrivateField(to, to.title) && !ticked.has(`${to.id}/${link}/${to.title}`)) return null;
  const name = entryValue(to, record, to.title);
  return typeof name === 'string' ? { own: name } : null;
}

const nothing: ReadonlySet<string> = new Set();

/** Records in the order a reader needs them: by the terms of `sortBy`, then as the person ordered them. */
function sorted(part: Part, records: readonly PassportRecord[]): readonly PassportRecord[] {
  const { sortBy } = part;
  if (!sortBy) return records;
  const placeOf = (record: PassportRecord) => {
    const place = sortBy.terms.indexOf(entryValue(part, record, sortBy.field) as string);
    return Math.max(place, 0);
  };
  return [...records].sort((a, b) => placeOf(a) - placeOf(b));
}

function commonest(picked: readonly ExtractPart[]): string {
  const counts = new Map<string, number>();
  for (const { records } of picked) {
    for (const told of records.flatMap((record) => Object.values(record))) {
      counts.set(told.lang, (counts.get(told.lang) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? 'en-GB';
}

/** Places a person can tick, with whether each is private: for the list behind "change what they see". */
export type Tick = {
  readonly key: string;
  readonly part: string;
  readonly record: string | null;
  readonly field: string | null;
};

/**
 * Private things that are written and that a tick would tell, each to be ticked for one time: fields, and whole records
 * that are private. A pasted problem that has no place yet is none of them: nobody has said that it is true.
 */
export function privateTicks(passport: Passport): readonly Tick[] {
  return parts.flatMap((part: Part) =>
    recordsOf(passport, part).flatMap((record): readonly Tick[] => {
      if (isHeld(part, record)) return [];
      if (isPrivateRecord(part, record)) {
        const tick = { key: `${part.id}/${record.id}`, part: part.id, record: record.id, field: null };
        return isWritten(part, record) ? [tick] : [];
      }
      return Object.entries(part.fields)
        .filter(([, field]) => field.private && !field.silent && isMet(part, record, field.toldWhen))
        .filter(([id, field]) => isTelling(field, entryValue(part, record, id)))
        .map(([id]) => ({ key: `${part.id}/${record.id}/${id}`, part: part.id, record: record.id, field: id }));
    }),
  );
}

/** For a tick list, in the person's order: every record of a list that is not private. */
export function recordTicks(passport: Passport, part: Part): readonly PassportRecord[] {
  return part.many ? openRecords(passport, part) : [];
}
