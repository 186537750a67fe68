import type { Change } from '#passport/change.ts';
import { newId, type World } from '#passport/write.ts';
import type { Kept, Keyring } from './keyring.ts';
import { type Batch, readLog, sealRow } from './log.ts';
import { type DraftRow, type KeyRow, keyRowOf, type LogRow, type Rows } from './rows.ts';
import type { Sealer } from './seal.ts';

/** A row of about this many changes reads back seven times faster than as many rows of one. */
const large = 300;
const largest = 1_000_000;
const attempts = 5;

/** To gather small rows into large ones under the key in use; rows up to `after` are large already. */
export type Gather = { readonly after: number };
/** To rewrite everything under a new key, of the next epoch. */
export type NewKey = {
  readonly key: Sealer;
  readonly kept: Kept;
  readonly row: KeyRow;
  /** Changes it answers false to are gone for ever: that asks for a new key, since old ciphertext stays on the disk. */
  readonly keep: (change: Change) => boolean;
  /** Changes that come with it: tombstones of those it does not keep. */
  readonly more: readonly Change[];
};

/**
 * The one operation that rewrites the log: in a single transaction, so that it happens whole or not at all. A new key
 * takes the snapshots away (they are rebuilt), seals drafts anew and ends the log with a row of its own, so that a
 * writer who still holds the old key collides, looks again and seals under the new one. Gives the seq up to which rows
 * are large; null when others kept writing and it gave up.
 */
export async function reseal(
  rows: Rows,
  keyring: Keyring,
  world: World,
  wish: Gather | NewKey,
): Promise<number | null> {
  const whole = 'row' in wish ? wish : null;
  const key = whole?.key ?? keyring.current();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const read = await readLog(rows, keyring, 'after' in wish ? wish.after : 0);
    const { groups, rest } = group(read.batches, whole !== null);
    const sealed = await Promise.all(
      groups.map(({ seq, batches }) => {
        const changes = batches.flatMap((batch) => batch.changes);
        return sealRow(key, seq, newId(world), whole ? changes.filter(whole.keep) : changes);
      }),
    );
    if (whole) sealed.push(await sealRow(key, read.last + 1, newId(world), whole.more));
    const gone = groups.flatMap(({ batches }) => batches.map((batch) => batch.row));
    const drafts = whole ? await sealDrafts(rows, keyring, key) : null;
    if (await replace(rows, keyring, whole, { gone, sealed, drafts, last: read.last })) {
      if (whole) keyring.use(whole.key, whole.kept);
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
function replace(rows: Rows, keyring: Keyring, wish: NewKey | null, { gone, sealed, drafts, last }: Replacement) {
  return rows.transaction('rw', [rows.log, rows.drafts, rows.snapshots, rows.keys], async () => {
    const seqs = gone.map((row) => row.seq);
    const standing = await rows.log.bulkGet(seqs);
    if (standing.some((row, at) => row?.id !== gone[at]?.id)) return false;
    const was = await keyRowOf(rows);
    if (was?.epoch !== keyring.current().epoch) return false;
    if (wish && drafts) {
      if (await rows.log.where('seq').above(last).count()) return false;
      const now = await rows.drafts.toArray();
      if (now.some((draft) => !isSame(draft, drafts))) return false;
      await rows.drafts.bulkPut(drafts.map(({ row }) => row).filter((row) => row !== null));
      await rows.snapshots.clear();
      await rows.keys.clear();
      // a passphrase takes the place of a PIN
      await rows.keys.add({ ...(was.pin && wish.kept.in !== 'lock' ? { pin: was.pin } : {}), ...wish.row });
    }
    await rows.log.bulkDelete(seqs);
    await rows.log.bulkAdd(sealed);
    return true;
  });
}

function isSame(draft: DraftRow, drafts: readonly NewDraft[]): boolean {
  return drafts.some(({ was }) => was.id === draft.id && String(was.iv) === String(draft.iv));
}
