import type { Change } from '#passport/change.ts';
import { isUnreadable } from './failure.ts';
import type { Keyring } from './keyring.ts';
import { type LogRow, type Rows, readEach } from './rows.ts';
import type { Sealer } from './seal.ts';

/** Changes of one row of the log once it is opened. */
export type Batch = { readonly row: LogRow; readonly changes: readonly Change[] };

export type LogRead = {
  readonly batches: readonly Batch[];
  /** Rows that no longer open. They stay where they are. */
  readonly unreadable: number;
  /** The seq of the last row read; `after` when there was none. */
  readonly last: number;
};

/** Reads and opens the rows of the log that came after `after`. */
export async function readLog(rows: Rows, keyring: Keyring, after = 0): Promise<LogRead> {
  const { found, last } = await rowsAfter(rows, after);
  const opened = await Promise.all(found.map((row) => row && openRow(keyring, row)));
  const batches = opened.filter((batch) => batch !== null);
  return { batches, unreadable: found.length - batches.length, last };
}

async function rowsAfter({ log }: Rows, after: number) {
  const rows = log.where('seq').above(after);
  try {
    const found = await rows.toArray();
    return { found, last: found.at(-1)?.seq ?? after };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const seqs = await rows.primaryKeys();
    const found = (await readEach(log, seqs)).filter((row) => row !== undefined);
    return { found, last: seqs.at(-1) ?? after };
  }
}

export function changesOf(batches: readonly Batch[]): readonly Change[] {
  return batches.flatMap((batch) => batch.changes);
}

export async function sealRow(sealer: Sealer, seq: number, id: string, changes: readonly Change[]): Promise<LogRow> {
  return { seq, id, ...(await sealer.seal({ table: 'log', id, seq }, changes)) };
}

async function openRow(keyring: Keyring, row: LogRow): Promise<Batch | null> {
  const sealer = await keyring.sealerOf(row.epoch);
  const changes = await sealer?.open({ table: 'log', id: row.id, seq: row.seq }, row);
  return Array.isArray(changes) ? { row, changes } : null;
}
