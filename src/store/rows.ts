import type { Dexie, Table } from 'dexie';
import { declareDatabase } from './database.ts';
import { isUnreadable } from './failure.ts';
import type { Pin } from './lock/pin.ts';
import type { Box } from './seal.ts';

/** A batch of changes. `seq` says in which order rows came; `id` is random. */
export type LogRow = Box & { readonly seq: number; readonly id: string };
/** One part as it stood, or the contents of the snapshot. `id` is random, except for the contents. */
export type SnapshotRow = Box & { readonly id: string; readonly seq: number };
/** Unfinished text. `seq` says which of two rows for one field is the later. */
export type DraftRow = Box & { readonly id: string; readonly seq: number };
/**
 * The one key in use. `key` is null once it lives only in the key files, or with the caller. `lock` is what the key
 * files hold of a locked passport, as long as they have not proved themselves. `pin` is the screen lock.
 */
export type KeyRow = {
  readonly epoch: number;
  readonly key: Uint8Array<ArrayBuffer> | null;
  readonly lock?: Uint8Array<ArrayBuffer>;
  readonly pin?: Pin;
};

/** The database of one passport. */
export type Rows = Dexie & {
  log: Table<LogRow, number>;
  snapshots: Table<SnapshotRow, string>;
  drafts: Table<DraftRow, string>;
  keys: Table<KeyRow, number>;
};

/**
 * Raise it with an upgrade of its own below; a shipped one is never edited. 2: a key row may tell of a lock, which
 * version 1 would take for a missing key.
 */
export const version = 2;

/** Declares the database; opens nothing yet. 'strict': a save that was acknowledged survives a power cut. */
export function declareRows(name: string): Rows {
  const rows = declareDatabase(name, { chromeTransactionDurability: 'strict' });
  rows.version(1).stores({ log: 'seq', snapshots: 'id', drafts: 'id', keys: 'epoch' });
  rows.version(version).stores({});
  return rows as Rows;
}

/**
 * True when a newer version of the program made this database. Dexie opens those all the same. It counts in tens, and
 * goes up by one when it puts back stores that the browser has lost: that is damage, and not a newer version.
 */
export function isNewer(rows: Dexie): boolean {
  return rows.backendDB().version >= (version + 1) * 10;
}

/** The rows with these keys, in order; undefined where there is none, null where its value can no longer be read. */
export async function readEach<Row, Key>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Promise<readonly (Row | undefined | null)[]> {
  const none = (error: unknown) => {
    if (!isUnreadable(error)) throw error;
    return null;
  };
  // one that cannot be read fails them all
  const all = await table.bulkGet([...keys]).catch(none);
  return all ?? Promise.all(keys.map((key) => table.get(key).catch(none)));
}

/** The key row in use, inside or outside a transaction. */
export function keyRowOf(rows: Rows): PromiseLike<KeyRow | undefined> {
  return rows.keys.toCollection().last();
}
