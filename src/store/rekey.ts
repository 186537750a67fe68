import { type Change, merge } from '#passport/change.ts';
import type { World } from '#passport/write.ts';
import type { Disk } from './disk.ts';
import {
  type Kept,
  type Keyring,
  keepNext,
  keyFileNames,
  keyToImage,
  keyToRow,
  type LockKey,
  lockOf,
  readKeyFiles,
} from './keyring.ts';
import type { Lock } from './lock/lock.ts';
import { encodeLockFile } from './lock-file.ts';
import { changesOf, readLog } from './log.ts';
import { reseal } from './reseal.ts';
import { type KeyRow, keyRowOf, type Rows } from './rows.ts';
import type { Keeper, Standing } from './safe/keeper.ts';
import { makeSealer, newKey } from './seal.ts';

/** An open passport, as far as changing its key concerns. */
export type House = {
  readonly rows: Rows;
  readonly keyring: Keyring;
  readonly disk: Disk | null;
  readonly name: string;
  readonly world: World;
  readonly keeper: Keeper;
  /** The database as it stands, looked at anew. */
  readonly standing: () => Promise<Standing>;
  /** Keeps a new key that the caller of `openStore` looks after; true once it is safe with them. */
  readonly giveKey: ((key: Uint8Array<ArrayBuffer>, epoch: number) => Promise<boolean>) | undefined;
};

export type Rekey = {
  /**
   * Where the new key is kept: as the old one was when left out. 'device': on the device, in the key files alone where
   * they have proved themselves.
   */
  readonly to?: 'device' | ({ readonly lock: Lock } & LockKey);
  /** The key files have proved themselves just now. */
  readonly isProved?: boolean;
  readonly keep?: (change: Change) => boolean;
  readonly more?: readonly Change[];
};

/**
 * 'busy': other tabs kept writing, or have changed the lock. 'files': a key file or the safe copy could not be written.
 * Then all is as it was.
 */
export type Rekeyed = 'done' | 'busy' | 'files';

/**
 * Seals everything under a new key: at every instant what is on the disk opens with a key that is there. One key file
 * and one half of the safe copy come first, then the database in one transaction, then the other file and half, over
 * the old ones. The caller is alone with the key files.
 */
export async function rekey(house: House, wish: Rekey): Promise<Rekeyed> {
  const { rows, keyring, disk, name, world, keeper, standing } = house;
  const { to, keep = () => true, more = [] } = wish;
  if (!(await isLockHere(house))) return 'busy';
  const was = keyring.current();
  const next = await makeSealer(newKey(), was.epoch + 1);
  const isProved = disk !== null && (wish.isProved || isInFiles(await keyRowOf(rows)));
  const as: Kept = to === 'device' ? { in: isProved ? 'files' : 'rows' } : await keepNext(next, keyring.kept(), to);
  const [a, b] = keyFileNames(name);
  const image = disk && (await keyToImage(next, as));

  if (as.in === 'caller' && !(await house.giveKey?.(next.raw, next.epoch))) return 'files';
  if (disk && image && !(await putKeyFile(disk, b, image))) return 'files';
  const row = await keyToRow(next, as, isProved);
  const outcome = await keeper.rekey({
    sealer: next,
    log: async () => merge(changesOf((await readLog(rows, keyring)).batches).filter(keep), more),
    reseal: async () => (await reseal(rows, keyring, world, { key: next, kept: as, row, keep, more })) !== null,
    standing,
  });
  // not done: the old key is the one in use, and its file must be whole again
  const standingImage = outcome === 'done' ? image : disk && (await keyToImage(was, keyring.kept()));
  if (disk && standingImage) await putKeyFile(disk, outcome === 'done' ? a : b, standingImage);
  if (outcome === 'done') return 'done';
  return outcome === 'reseal' ? 'busy' : 'files';
}

/** False when another tab has changed the lock that this one knows: its slots must not be written again. */
export async function isLockHere({ rows, keyring, disk, name }: House): Promise<boolean> {
  const kept = keyring.kept();
  if (!disk || kept.in !== 'lock') return true;
  const row = await keyRowOf(rows);
  const standing = row ? await lockOf(row, await readKeyFiles(name, disk)) : null;
  return standing !== null && isSame(await encodeLockFile(standing), await encodeLockFile(kept.held));
}

/** True when the key in use lies in the key files alone: a later start than theirs found them whole. */
export function isInFiles(row: KeyRow | undefined): boolean {
  return row !== undefined && row.key === null && !row.lock;
}

/** True when the file on the disk is then this image, byte for byte. */
export async function putKeyFile(disk: Disk, file: string, image: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return (await disk.write(file, image)) && holds(disk, file, image);
}

/** True when the file on the disk is this image, byte for byte. */
export async function holds(disk: Disk, file: string, image: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const found = await disk.read(file);
  return found !== null && isSame(found.bytes, image);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
