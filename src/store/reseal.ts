import type { Change } from '#passport/change.ts';
import { newId, type World } from '#passport/write.ts';
import type { Keyring } from './keyring.ts';
import { type Batch, readLog, sealRow } from './log.ts';
import { type DraftRow, keyRowOf, type LogRow, type Rows } from './rows.ts';
import type { Sealer } from './seal.ts';

/** A row of about this many changes reads back seven times faster than as many rows of one. */
const large = 300;
const largest = 1_000_000;
const attempts = 5;

export type Reseal = {
  /** Changes it answers false to are gone for ever; asks for a new key, since old ciphertext stays on the disk. */
  readonly keep: (change: Change) => boolean;
  /** The key in use to gather small rows into large ones; a new one, of the next epoch, to rewrite everything. */
  readonly key: Sealer;
  /** Whether the key is written into the database too, or lives only in the key files. */
  readonly inRows: boolean;
  /** Rows up to this seq are large already; counts only while the key stays. */
  readonly after?: number;
};

/**
 * The one operation that rewrites the log: in a single transaction, so that it happens whole or not at all. A new key
 * takes the snapshots away (they are rebuilt), seals drafts anew and ends the log with a row of its own, so that a
 * writer who still holds the old key collides, looks again and seals under the new one. Gives the seq up to which rows
 * are large; null when others kept writing and it gave up.
 */
export async function reseal(rows: Rows, keyring: Keyring, world: World, wish: Reseal): Promise<number | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const isWhole = wish.key.epoch !== keyring.current().epoch;
    const read = await readLog(rows, keyring, isWhole ? 0 : wish.after);
    const { groups, rest } = group(read.batches, isWhole);
    const sealed = await Promise.all(
      groups.map(({ seq, batches }) => {
        const kept = batches.flatMap((batch) => batch.changes.filter(wish.keep));
        return sealRow(wish.key, seq, newId(world), kept);
      }),
    );
    if (isWhole) sealed.push(await sealRow(wish.key, read.last + 1, newId(world), []));
    const gone = groups.flatMap(({ batches }) => batches.map((batch) => batch.row));
    const drafts = isWhole ? await sealDrafts(rows, keyring, wish.key) : null;
    if (await replace(rows, keyring, wish, { gone, sealed, drafts, last: read.last })) {
      if (isWhole) keyring.use(wish.key, wish.inRows);
      return rest === null ? read.last : rest - 1;
    }
  }
  return null;
}

type Group = { readonly seq: number; readonly batches: readonly Batch[] };

/** Rows in groups that make one large row each. `rest` is where the small rows begin that do not fill a group. */
function group(batches: readonly Batch[], isWhole: boolean): { groups: readonly Group[]; rest: number | null } {
  const groups: Group[] = [];
  let open: Batch[] = [];
  let count = 0;
  let bytes = 0;
  const close = () => {
    const seq = open.at(-1)?.row.seq;
    if (seq !== undefined) groups.push({ seq, batches: open });
    open = [];
    count = 0;
    bytes = 0;
  };
  for (const batch of batches) {
    const isLarge = batch.changes.length > large / 2 || batch.row.ct.byteLength > largest / 2;
    if (isLarge && !isWhole) continue;
    open.push(batch);
    count += batch.changes.length;
    bytes += batch.row.ct.byteLength;
    if (count >= large || bytes >= largest) close();
  }
  const rest = isWhole ? null : (open[0]?.row.seq ?? null);
  if (isWhole) close();
  return { groups, rest };
}

/** `row` is null for a draft that no longer opens: it stays as it is. */
type NewDraft = { readonly was: DraftRow; readonly row: DraftRow | null };

async function sealDrafts(rows: Rows, keyring: Keyring, key: Sealer): Promise<readonly NewDraft[]> {
  const drafts: NewDraft[] = [];
  for (const was of await rows.drafts.toArray()) {
    const label = { table: 'drafts', id: was.id, seq: was.seq };
    const value = await (await keyring.sealerOf(was.epoch))?.open(label, was);
    const box = value ? await key.seal(label, value) : null;
    drafts.push({ was, row: box && { id: was.id, seq: was.seq, ...box } });
  }
  return drafts;
}

type Replacement = {
  readonly gone: readonly LogRow[];
  readonly sealed: readonly LogRow[];
  readonly drafts: readonly NewDraft[] | null;
  readonly last: number;
};

/** False, and nothing written, when anything moved since it was read. */
function replace(rows: Rows, keyring: Keyring, wish: Reseal, { gone, sealed, drafts, last }: Replacement) {
  return rows.transaction('rw', [rows.log, rows.drafts, rows.snapshots, rows.keys], async () => {
    const seqs = gone.map((row) => row.seq);
    const standing = await rows.log.bulkGet(seqs);
    if (standing.some((row, at) => row?.id !== gone[at]?.id)) return false;
    if ((await keyRowOf(rows))?.epoch !== keyring.current().epoch) return false;
    if (drafts) {
      if (await rows.log.where('seq').above(last).count()) return false;
      const now = await rows.drafts.toArray();
      if (now.some((draft) => !isSame(draft, drafts))) return false;
      await rows.drafts.bulkPut(drafts.map(({ row }) => row).filter((row) => row !== null));
      await rows.snapshots.clear();
      await rows.keys.clear();
      await rows.keys.add({ epoch: wish.key.epoch, key: wish.inRows ? wish.key.raw : null });
    }
    await rows.log.bulkDelete(seqs);
    await rows.log.bulkAdd(sealed);
    return true;
  });
}

function isSame(draft: DraftRow, drafts: readonly NewDraft[]): boolean {
  return drafts.some(({ was }) => was.id === draft.id && String(was.iv) === String(draft.iv));
}
