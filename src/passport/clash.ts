import { partOf } from './catalogue.ts';
import type { Change } from './change.ts';
import { isSameWritten } from './compare.ts';
import { type Entry, fold, type Passport, type PassportRecord, recordOf } from './fold.ts';
import { fieldOf } from './part.ts';
import { isPrivateField, isPrivateRecord } from './private.ts';
import type { EditIn } from './versions.ts';

/** One field that was changed on both sides since they last were one, to different values. */
export type FieldClash = {
  readonly part: string;
  readonly record: string;
  readonly field: string;
  readonly mine: Entry;
  readonly theirs: Entry;
  /** May be counted, and settled with the others like it, and is not named. */
  readonly private: boolean;
};

/** A record that one side took out and the other changed, or brought back. */
export type RemovalClash = {
  readonly part: string;
  readonly record: string;
  readonly field: null;
  readonly removedMine: boolean;
  readonly private: boolean;
};

export type Clash = FieldClash | RemovalClash;

/**
 * What merging two logs of one person would settle by itself, and must not: shown, and decided by them. The order of a
 * list and the day a part was last checked are settled by the later change.
 */
export function clashes(mine: readonly Change[], theirs: readonly Change[]): readonly Clash[] {
  const isMine = new Set(mine.map(({ id }) => id));
  const isTheirs = new Set(theirs.map(({ id }) => id));
  const [here, there] = [fold(mine), fold(theirs)];
  const touched = touchedSince(theirs, isMine);
  const touchedHere = touchedSince(mine, isTheirs);
  const found: Clash[] = [];
  for (const [part, records] of Object.entries(here.parts)) {
    for (const a of Object.values(records)) {
      const b = recordOf(there, part, a.id);
      const key = `${part}/${a.id}`;
      if (!b || !touched.has(key) || !touchedHere.has(key)) continue;
      const hidden = isHidden(part, a) || isHidden(part, b);
      const isSince = (record: PassportRecord, known: Ids) => record.removal !== null && !known.has(record.removal.id);
      const remover = a.removed ? isSince(a, isTheirs) : isSince(b, isMine);
      if (a.removed !== b.removed && remover) {
        found.push({ part, record: a.id, field: null, removedMine: a.removed, private: hidden });
      }
      for (const [field, entry] of Object.entries(a.entries)) {
        const other = Object.hasOwn(b.entries, field) ? b.entries[field] : undefined;
        if (!other || isTheirs.has(entry.id) || isMine.has(other.id)) continue;
        if (isSettled(part, field) || isSameWritten(entry.value, other.value)) continue;
        const isPrivate = hidden || isHiddenField(part, field);
        found.push({ part, record: a.id, field, mine: entry, theirs: other, private: isPrivate });
      }
    }
  }
  return found;
}

type Ids = ReadonlySet<string>;

/** Names a clash among others. */
export function clashKey({ part, record, field }: Clash): string {
  return `${part}/${record}/${field ?? ''}`;
}

/**
 * The edits that make a merged passport hold what was decided: theirs where `takeTheirs` has the clash's key, else mine.
 * What the merge has already settled so needs none.
 */
export function clashesToEdits(
  merged: Passport,
  found: readonly Clash[],
  takeTheirs: ReadonlySet<string>,
): readonly EditIn[] {
  return found.flatMap((clash): readonly EditIn[] => {
    const { part, record } = clash;
    const isTheirs = takeTheirs.has(clashKey(clash));
    const standing = recordOf(merged, part, record);
    if (clash.field === null) {
      const removed = isTheirs ? !clash.removedMine : clash.removedMine;
      return standing?.removed === removed ? [] : [{ part, record, removed, lang: '' }];
    }
    const { value, lang, id } = isTheirs ? clash.theirs : clash.mine;
    return standing?.entries[clash.field]?.id === id ? [] : [{ part, record, set: { [clash.field]: value }, lang }];
  });
}

function touchedSince(log: readonly Change[], known: Ids): Ids {
  return new Set(log.filter(({ id }) => !known.has(id)).map(({ part, record }) => `${part}/${record}`));
}

function isHidden(id: string, record: PassportRecord): boolean {
  const part = partOf(id);
  return !part || isPrivateRecord(part, record);
}

function isHiddenField(id: string, field: string): boolean {
  const part = partOf(id);
  return !part || (field !== 'none' && isPrivateField(part, field));
}

function isSettled(id: string, field: string): boolean {
  const part = partOf(id);
  return part !== undefined && field !== 'none' && fieldOf(part, field)?.silent === true;
}
