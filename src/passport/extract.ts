import { partOf, parts } from './catalogue.ts';
import { type Card, type Choice, type Condition, type Field, isOwn, type Value } from './field.ts';
import { entryValue, headOf, isWritten, type Passport, type PassportRecord, recordOf, recordsOf } from './fold.ts';
import { fieldOf, fitsCard, type Part } from './part.ts';
import { partialDate } from './partial-date.ts';
import { isPrivateField, isPrivatePart, isPrivateRecord, openRecords } from './private.ts';

/** Who a summary is for. Numbers are for ever. `card` is the most a reader is given; `without` starts unticked. */
export const readers = {
  gp: { tag: 1, card: 'full', without: [] },
  specialist: { tag: 2, card: 'full', without: [] },
  emergency: { tag: 3, card: 'clinic', without: ['matters', 'goals', 'tried'] },
  everything: { tag: 4, card: 'full', without: [] },
} as const satisfies Record<string, { tag: number; card: Card; without: readonly string[] }>;

export type ReaderId = keyof typeof readers;

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
  /** ISO date the person last said this is still right; null when never. */
  readonly checked: string | null;
  /** The person says there are none. */
  readonly none: boolean;
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
  /** On reading a code: how many values and records of each part were too much to draw. Counted in `leftOut` too. */
  readonly capped?: Readonly<Record<string, number>>;
};

/**
 * Exactly what `share` lets its reader see, in the order parts and their records are read. A private part of which
 * nothing is ticked is not there at all, not even as empty.
 */
export function pick(passport: Passport, share: Share, made: string, example = false): Extract {
  const { card } = readers[share.reader];
  const chosen = parts.filter((part) => !share.without.has(part.id));
  const picked = chosen.flatMap((part: Part): readonly ExtractPart[] => {
    const checked = entryValue(part, headOf(passport, part), 'checked');
    const records = sorted(part, recordsOf(passport, part))
      .filter((record) => !share.without.has(`${part.id}/${record.id}`))
      .filter((record) => !isPrivateRecord(part, record) || share.withPrivate.has(`${part.id}/${record.id}`))
      .map((record) => pickRecord(passport, part, record, share, card))
      .filter((record) => Object.keys(record).length > 0);
    if (isPrivatePart(part) && records.length === 0) return [];
    return [
      {
        part: part.id,
        checked: typeof checked === 'string' && partialDate(checked) ? checked : null,
        none: records.length === 0 && entryValue(part, headOf(passport, part), 'none') === true,
        records,
      },
    ];
  });
  return { reader: share.reader, made, lang: commonest(picked), example, parts: picked, leftOut: {} };
}

function pickRecord(passport: Passport, part: Part, record: PassportRecord, share: Share, card: Card): ExtractRecord {
  const picked: Record<string, Told> = {};
  const isPrivate = isPrivateRecord(part, record);
  for (const id of [...Object.keys(part.fields), 'translation', 'translator']) {
    const field = fieldOf(part, id) as Field;
    const ticked = share.withPrivate.has(`${part.id}/${record.id}/${id}`);
    if (field.private ? !ticked : field.silent) continue;
    if (!fitsCard(field, card) || !isTold(part, record, field)) continue;
    const value = entryValue(part, record, id);
    const link = value !== null && field.kind === 'link' ? (value as Choice) : null;
    const shown = link === null ? value : linkToName(passport, field, link, share.without, share.withPrivate);
    const lang = record.entries[id]?.lang ?? '';
    // named without its tick, it would be null
    const isConfided = field.private || isPrivate || (link !== null && linkToName(passport, field, link) === null);
    if (shown !== null && shown !== field.untold)
      picked[id] = { value: shown, lang, ...(isConfided ? { confidence: true } : {}) };
  }
  return picked;
}

/** True when a form asks for the field: what it depends on in the record is so. */
export function isAsked(part: Part, record: PassportRecord | undefined, field: Field): boolean {
  return isMet(part, record, field.when);
}

/** True when the person lets the field be told: what they picked beside it is so. */
function isTold(part: Part, record: PassportRecord, field: Field): boolean {
  return isMet(part, record, field.when) && isMet(part, record, field.toldWhen);
}

function isMet(part: Part, record: PassportRecord | undefined, condition: Condition | undefined): boolean {
  return !condition || entryValue(part, record, condition.field) === condition.is;
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

/** Private things that are written, each to be ticked for one time: fields, and whole records that are private. */
export function privateTicks(passport: Passport): readonly Tick[] {
  return parts.flatMap((part: Part) =>
    recordsOf(passport, part).flatMap((record): readonly Tick[] => {
      if (isPrivateRecord(part, record)) {
        const tick = { key: `${part.id}/${record.id}`, part: part.id, record: record.id, field: null };
        return isWritten(part, record) ? [tick] : [];
      }
      return Object.entries(part.fields)
        .filter(([id, field]) => field.private && !field.silent && entryValue(part, record, id) !== null)
        .map(([id]) => ({ key: `${part.id}/${record.id}/${id}`, part: part.id, record: record.id, field: id }));
    }),
  );
}

/** For a tick list, in the person's order: every record of a list that is not private. */
export function recordTicks(passport: Passport, part: Part): readonly PassportRecord[] {
  return part.many ? openRecords(passport, part) : [];
}
