import type { Passport } from '#passport/fold.ts';
import { newId, type World } from '#passport/write.ts';
import type { Keyring } from './keyring.ts';
import { keyRowOf, type Rows, readEach, type SnapshotRow } from './rows.ts';
import type { Tally } from './safe/tally.ts';

type PartRecords = Passport['parts'][string];

/** Raised whenever `fold` or the shape of a record changes: a snapshot of another format is rebuilt from the log. */
const format = 2;
const contentsId = 'contents';

/** What a snapshot holds: the log up to `seq`, each part in a row of its own under a random id. */
export type Contents = {
  readonly seq: number;
  /** The largest `n` of any change up to `seq`. */
  readonly n: number;
  /** Rows of the log up to this seq are large. */
  readonly gathered: number;
  /** Of every change up to `seq`. */
  readonly tally: Tally;
  readonly rowIds: ReadonlyMap<string, string>;
  /** Tells this writing of the contents from every other. */
  readonly mark: string;
};

/** A snapshot as it lies in the database, with the records it was made from: parts that stay the same keep their row. */
export type Written = { readonly contents: Contents; readonly parts: Passport['parts'] };

type Held = { format?: unknown; n: number; gathered: number; tally: Tally; parts: object };

/** The contents of the snapshot; null when there is none, or none that this version can use. */
export async function readContents(rows: Rows, keyring: Keyring): Promise<Contents | null> {
  const [row] = await readEach(rows.snapshots, [contentsId]);
  const held = row && ((await open(keyring, row)) as Held | null);
  if (!row || held?.format !== format) return null;
  return {
    seq: row.seq,
    n: held.n,
    gathered: held.gathered,
    tally: held.tally,
    rowIds: new Map(Object.entries(held.parts) as [string, string][]),
    mark: String(row.iv),
  };
}

/** The records of these parts; null when any of their rows is missing or does not open. */
export async function readParts(
  rows: Rows,
  keyring: Keyring,
  contents: Contents,
  ids: readonly string[],
): Promise<Passport['parts'] | null> {
  const parts: Record<string, PartRecords> = {};
  const keys = ids.map((id) => contents.rowIds.get(id) ?? '');
  const found = await readEach(rows.snapshots, keys);
  const opened = await Promise.all(found.map((row) => (row ? open(keyring, row) : null)));
  for (const [at, id] of ids.entries()) {
    const held = opened[at] as { part: string; records: PartRecords } | null;
    if (held?.part !== id) return null;
    parts[id] = held.records;
  }
  return parts;
}

/**
 * Writes the passport as it stands after row `seq` of the log. Gives null, and writes nothing, when another tab has
 * written one as late or changed the key.
 */
export async function writeSnapshot(
  rows: Rows,
  keyring: Keyring,
  world: World,
  now: { passport: Passport; seq: number; gathered: number; tally: Tally; before: Written | null },
): Promise<Written | null> {
  const { passport, seq, gathered, tally, before } = now;
  const sealer = keyring.current();
  const rowIds = new Map<string, string>();
  const fresh: SnapshotRow[] = [];
  for (const [part, records] of Object.entries(passport.parts)) {
    const standing = before?.parts[part] === records ? before.contents.rowIds.get(part) : undefined;
    const id = standing ?? newId(world);
    rowIds.set(part, id);
    if (standing) continue;
    fresh.push({ id, seq, ...(await sealer.seal({ table: 'snapshots', id, seq }, { part, records })) });
  }
  const parts = Object.fromEntries(rowIds);
  const label = { table: 'snapshots', id: contentsId, seq };
  const box = await sealer.seal(label, { format, n: passport.n, gathered, tally, parts } satisfies Held);
  const outcome = await rows.transaction('rw', rows.snapshots, rows.keys, async () => {
    if ((await keyRowOf(rows))?.epoch !== sealer.epoch) return 'stop';
    const standing = await rows.snapshots.get(contentsId);
    if (standing && String(standing.iv) !== before?.contents.mark) {
      if (standing.epoch === sealer.epoch && standing.seq >= seq) return 'stop';
      if (before) return 'again';
    }
    if (!standing && before) return 'again';
    const kept = new Set(rowIds.values());
    const ids = await rows.snapshots.toCollection().primaryKeys();
    await rows.snapshots.bulkDelete(ids.filter((id) => !kept.has(id)));
    await rows.snapshots.bulkPut([...fresh, { id: contentsId, seq, ...box }]);
    return 'written';
  });
  if (outcome === 'again') return writeSnapshot(rows, keyring, world, { ...now, before: null });
  if (outcome === 'stop') return null;
  return { contents: { seq, n: passport.n, gathered, tally, rowIds, mark: String(box.iv) }, parts: passport.parts };
}

async function open(keyring: Keyring, row: SnapshotRow): Promise<unknown> {
  return (await keyring.sealerOf(row.epoch))?.open({ table: 'snapshots', id: row.id, seq: row.seq }, row);
}
