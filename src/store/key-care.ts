import { blankKeyFile } from './key-file.ts';
import { keyFileNames, keyToImage } from './keyring.ts';
import { type House, holds, rekey } from './rekey.ts';
import { keyRowOf } from './rows.ts';

/** A key file is trusted once it has lain this long: a file just made did not survive a power cut. */
const settled = 60 * 60 * 1000;

/**
 * Looks after the key at each start, one tab at a time. The first start writes the key into both key files. A later one
 * that finds them whole and settled makes a new key that goes into the key files only, seals everything under it, and
 * overwrites the old: then what a deleted row left on the disk can no longer be opened with anything in the database.
 * True when the key was changed.
 */
export async function careForKey(house: House): Promise<boolean> {
  const { rows, keyring, name, disk, world } = house;
  const now = keyring.current();
  const image = await keyToImage(now, keyring.kept());
  const row = await keyRowOf(rows);
  if (!disk || !image || row?.epoch !== now.epoch) return false;
  const [a, b] = keyFileNames(name);
  if (!row.key && !row.lock) {
    for (const file of [a, b]) if (!(await holds(disk, file, image))) await disk.write(file, image);
    return false;
  }
  const found = await Promise.all([disk.read(a), disk.read(b)]);
  if (!found[0] || !found[1] || !(await holds(disk, a, image))) {
    if (!found[1]) await disk.write(b, blankKeyFile());
    await disk.write(a, image);
    return false;
  }
  const latest = Math.max(found[0].written, found[1].written);
  if (world.now().getTime() - latest < settled) return false;
  const kept = keyring.kept();
  const to = kept.in === 'lock' ? { lock: kept.held.lock, lockKey: kept.lockKey } : 'device';
  return (await rekey(house, { to, isProved: true })) === 'done';
}
