import type { Disk } from './disk.ts';
import { decodeKeyFile, encodeKeyFile } from './key-file.ts';
import type { Lock } from './lock/lock.ts';
import { decodeLockFile, encodeLockFile, type LockedKey, unwrapKey, wrapKey } from './lock-file.ts';
import { type KeyRow, keyRowOf, type Rows } from './rows.ts';
import { makeSealer, newKey, type Sealer } from './seal.ts';

/**
 * Where the key in use is kept. 'rows': in the database, and in the key files as soon as there are any. 'files': in the
 * key files alone. 'lock': wrapped by a lock, whose own key this tab holds while the passport is open. 'caller': whoever
 * opened the passport keeps it.
 */
export type Kept =
  | { readonly in: 'rows' | 'files' | 'caller' }
  | ({ readonly in: 'lock'; readonly held: LockedKey } & LockKey);

/** The key of a lock itself, which its slots hold. */
export type LockKey = { readonly lockKey: Uint8Array<ArrayBuffer> };

/** The sealer in use and those met before in this tab. */
export type Keyring = {
  current(): Sealer;
  kept(): Kept;
  /**
   * The sealer of an epoch, looked up anew when another tab has changed the key; null when it is nowhere.
   */
  sealerOf(epoch: number): Promise<Sealer | null>;
  /** True once another tab has put a lock on: what would be sealed here now could never be opened. */
  isShut(): boolean;
  /** Hears when that happens. */
  onLocked(listener: () => void): void;
  use(sealer: Sealer, kept: Kept): void;
};

export type KeyProblem = 'store-key-missing' | 'store-damaged';

/** The two key files of a passport: while a key is changed, one holds the old and one the new. */
export function keyFileNames(name: string): readonly [string, string] {
  return [`${name}-a`, `${name}-b`];
}

/** What the two key files hold of a key, whichever opens. */
export type HeldKey =
  | { readonly kind: 'key'; readonly epoch: number; readonly key: Uint8Array<ArrayBuffer> }
  | ({ readonly kind: 'lock' } & LockedKey);

/** Reads both key files: asked for while the database opens, so that a start does not wait for them. */
export async function readKeyFiles(name: string, disk: Disk | null): Promise<readonly HeldKey[]> {
  const found = disk ? await Promise.all(keyFileNames(name).map((file) => disk.read(file))) : [];
  const held = await Promise.all(found.map((file) => (file ? decodeHeldKey(file.bytes) : null)));
  return held.filter((one) => one !== null);
}

/** What one key file holds; null for one that is blank or damaged. */
async function decodeHeldKey(bytes: Uint8Array<ArrayBuffer>): Promise<HeldKey | null> {
  const key = await decodeKeyFile(bytes);
  if (key) return { kind: 'key', ...key };
  const lock = await decodeLockFile(bytes);
  return lock && { kind: 'lock', ...lock };
}

/** The bytes that a key file holds for a key kept like this; null when the caller keeps it. */
export async function keyToImage(sealer: Sealer, kept: Kept): Promise<Uint8Array<ArrayBuffer> | null> {
  if (kept.in === 'caller') return null;
  return kept.in === 'lock' ? encodeLockFile(kept.held) : encodeKeyFile(sealer.epoch, sealer.raw);
}

/** Where a new key is kept that takes the place of one kept like this; under `lock` when that is given. */
export async function keepNext(sealer: Sealer, kept: Kept, lock?: { readonly lock: Lock } & LockKey): Promise<Kept> {
  const under = lock ?? (kept.in === 'lock' ? { lock: kept.held.lock, lockKey: kept.lockKey } : null);
  if (!under) return kept;
  const held = await wrapKey(sealer.raw, sealer.epoch, under);
  return { in: 'lock', held, lockKey: under.lockKey };
}

/** The key row of a key kept like this. A lock goes into it as long as the key files have not proved themselves. */
export async function keyToRow(sealer: Sealer, kept: Kept, isProved: boolean): Promise<KeyRow> {
  const lock = kept.in === 'lock' && !isProved ? await keyToImage(sealer, kept) : null;
  return { epoch: sealer.epoch, key: kept.in === 'rows' ? sealer.raw : null, ...(lock ? { lock } : {}) };
}

/**
 * Finds the key row of an open database, or makes the first one. A database that is empty although its key file stands
 * has lost its rows (one flipped bit can do that): that is a problem and not a first start.
 */
export async function findKeyRow(
  rows: Rows,
  early: readonly HeldKey[],
  given: Sealer | null,
): Promise<KeyRow | KeyProblem> {
  const row = await keyRowOf(rows);
  if (row) return row;
  const latest = await rows.log.toCollection().last();
  if (latest) {
    // the row is gone, and the files still hold what it told of
    if (!early.some(({ epoch }) => epoch === latest.epoch)) return 'store-key-missing';
    return firstRow(rows, { epoch: latest.epoch, key: null });
  }
  if (early.length > 0) return 'store-damaged';
  return firstRow(rows, given ? { epoch: given.epoch, key: null } : { epoch: 1, key: newKey() });
}

/** The lock that stands before the key of this row; null when there is none. */
export async function lockOf(
  row: Pick<KeyRow, 'epoch' | 'lock'>,
  early: readonly HeldKey[],
): Promise<LockedKey | null> {
  const held = row.lock ? await decodeHeldKey(row.lock) : early.find(({ epoch }) => epoch === row.epoch);
  return held?.kind === 'lock' ? held : null;
}

/** Opens the ring with a key that was given, or that lies on the device; null when it is nowhere. */
export async function openKeyring(
  rows: Rows,
  name: string,
  disk: Disk | null,
  row: KeyRow,
  early: readonly HeldKey[],
  given: { readonly sealer: Sealer; readonly kept: Kept } | null,
): Promise<Keyring | null> {
  const first = given?.sealer ?? (await rowToSealer(row, early));
  if (!first) return null;
  let current = first;
  let kept: Kept = given?.kept ?? { in: row.key ? 'rows' : 'files' };
  let isShut = false;
  const listeners: (() => void)[] = [];
  const known = new Map([[first.epoch, first]]);
  const use = (sealer: Sealer, next: Kept) => {
    current = sealer;
    kept = next;
    known.set(sealer.epoch, sealer);
  };
  return {
    current: () => current,
    kept: () => kept,
    use,
    isShut: () => isShut,
    onLocked: (listener) => listeners.push(listener),
    async sealerOf(epoch) {
      if (known.has(epoch)) return known.get(epoch) ?? null;
      const latest = await keyRowOf(rows);
      if (!latest || latest.epoch <= current.epoch) return known.get(epoch) ?? null;
      const found = latest.key ? [] : await readKeyFiles(name, disk);
      const sealer = await rowToSealer(latest, found);
      const locked = sealer ? null : await lockOf(latest, found);
      const key = locked && kept.in === 'lock' ? await unwrapKey(locked, kept.lockKey) : null;
      if (sealer) use(sealer, { in: latest.key ? 'rows' : 'files' });
      else if (locked && key && kept.in === 'lock') use(await makeSealer(key, locked.epoch), { ...kept, held: locked });
      else if (locked) {
        isShut = true;
        for (const listener of listeners) listener();
      }
      return known.get(epoch) ?? null;
    },
  };
}

/** Two tabs may both be first: the row that is in wins. */
function firstRow(rows: Rows, row: KeyRow): PromiseLike<KeyRow> {
  return rows.transaction('rw', rows.keys, async () => {
    const standing = await keyRowOf(rows);
    if (!standing) await rows.keys.add(row);
    return standing ?? row;
  });
}

async function rowToSealer(row: KeyRow, found: readonly HeldKey[]): Promise<Sealer | null> {
  if (row.key) return makeSealer(row.key, row.epoch);
  const held = found.find(({ kind, epoch }) => kind === 'key' && epoch === row.epoch);
  return held?.kind === 'key' ? makeSealer(held.key, held.epoch) : null;
}
