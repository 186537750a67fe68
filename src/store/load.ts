import { type Change, gonePart } from '#passport/change.ts';
import { apply, emptyPassport, type Passport } from '#passport/fold.ts';
import type { Keyring } from './keyring.ts';
import { changesOf, readLog } from './log.ts';
import type { Rows } from './rows.ts';
import { addToTally, emptyTally, type Tally } from './safe/tally.ts';
import { type Contents, readContents, readParts, type Written } from './snapshot.ts';

/** A passport on its way into memory. */
export type Loaded = {
  readonly passport: Passport;
  /** The last row of the log that is in it. */
  readonly last: number;
  /** Rows of the log up to this seq are large. */
  readonly gathered: number;
  readonly unreadable: number;
  /** Of every change in it, as of this key. */
  readonly tally: Tally;
  readonly epoch: number;
  /** The snapshot it came from; null when it was folded from the log. */
  readonly written: Written | null;
  /** What is still to come, for `loadRest`; null when everything is here. */
  readonly pending: {
    readonly contents: Contents;
    readonly ids: readonly string[];
    readonly tail: readonly Change[];
  } | null;
};

/**
 * Reads the parts in `first` from the snapshot and what came after it from the log. Without a snapshot that fits the
 * log, everything is folded from the log.
 */
export async function load(rows: Rows, keyring: Keyring, first: readonly string[]): Promise<Loaded> {
  const contents = await readContents(rows, keyring);
  return (contents && (await loadFirst(rows, keyring, contents, first))) ?? rebuild(rows, keyring);
}

async function loadFirst(
  rows: Rows,
  keyring: Keyring,
  contents: Contents,
  first: readonly string[],
): Promise<Loaded | null> {
  const ids = [...first, gonePart].filter((id) => contents.rowIds.has(id));
  const [parts, read, standing] = await Promise.all([
    readParts(rows, keyring, contents, ids),
    readLog(rows, keyring, contents.seq),
    rows.log.where('seq').aboveOrEqual(contents.seq).count(),
  ]);
  if (!parts || standing === 0) return null;
  const tail = changesOf(read.batches);
  const rest = [...contents.rowIds.keys()].filter((id) => !ids.includes(id));
  const later = new Set(rest);
  const passport = apply(
    { n: contents.n, parts },
    tail.filter((change) => !later.has(change.part)),
  );
  return {
    passport,
    last: read.last,
    gathered: contents.gathered,
    unreadable: read.unreadable,
    tally: addToTally(contents.tally, tail),
    epoch: keyring.current().epoch,
    written: { contents, parts },
    pending: rest.length === 0 ? null : { contents, ids: rest, tail: tail.filter(isFor(later)) },
  };
}

/** Changes for these parts, and tombstones, which are for all. */
function isFor(parts: ReadonlySet<string>): (change: Change) => boolean {
  return ({ part }) => parts.has(part) || part === gonePart;
}

/** Adds the parts still to come to the passport as it is now; folds all of it anew when the snapshot does not fit. */
export async function loadRest(rows: Rows, keyring: Keyring, loaded: Loaded): Promise<Loaded> {
  const { pending, passport, written } = loaded;
  if (!pending) return loaded;
  const parts = await readParts(rows, keyring, pending.contents, pending.ids);
  if (!parts) return rebuild(rows, keyring);
  const whole = { ...parts, ...passport.parts };
  return {
    ...loaded,
    passport: apply({ n: passport.n, parts: whole }, pending.tail),
    written: { contents: pending.contents, parts: { ...parts, ...written?.parts } },
    pending: null,
  };
}

/** A snapshot that did not fit must go before anything is saved: a new row could take the very seq it claims to cover. */
async function rebuild(rows: Rows, keyring: Keyring): Promise<Loaded> {
  if (await rows.snapshots.count()) await rows.snapshots.clear();
  const { batches, unreadable, last } = await readLog(rows, keyring);
  const changes = changesOf(batches);
  const tally = addToTally(emptyTally, changes);
  const { epoch } = keyring.current();
  const passport = apply(emptyPassport, changes);
  return { passport, last, gathered: 0, unreadable, tally, epoch, written: null, pending: null };
}
