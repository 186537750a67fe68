import type { World } from '#passport/write.ts';
import { blankKeyFile, decodeKeyFile, encodeKeyFile, type KeyFiles } from './key-file.ts';
import { type Keyring, keyFileNames } from './keyring.ts';
import { reseal } from './reseal.ts';
import { keyRowOf, type Rows } from './rows.ts';
import { makeSealer, newKey } from './seal.ts';

/** A key file is trusted once it has lain this long: a file just made did not survive a power cut. */
const settled = 60 * 60 * 1000;

/**
 * Looks after the key at each start, one tab at a time. The first start writes the key into both key files. A later one
 * that finds them whole and settled makes a new key that goes into the key files only, seals everything under it, and
 * overwrites the old: then what a deleted row left on the disk can no longer be opened with anything in the database.
 * True when the key was changed.
 */
export async function careForKey(
  rows: Rows,
  keyring: Keyring,
  name: string,
  files: KeyFiles,
  world: World,
): Promise<boolean> {
  const [a, b] = keyFileNames(name);
  const now = keyring.current();
  if ((await keyRowOf(rows))?.epoch !== now.epoch) return false;
  const image = await encodeKeyFile(now.epoch, now.raw);
  if (!keyring.isInRows()) {
    for (const file of [a, b]) if (!(await holds(files, file, image))) await files.write(file, image);
    return false;
  }
  const found = await Promise.all([files.read(a), files.read(b)]);
  if (!found[0] || !found[1] || !(await holds(files, a, image))) {
    if (!found[1]) await files.write(b, blankKeyFile());
    await files.write(a, image);
    return false;
  }
  const latest = Math.max(found[0].written, found[1].written);
  if (world.now().getTime() - latest < settled) return false;

  const next = await makeSealer(newKey(), now.epoch + 1);
  const nextImage = await encodeKeyFile(next.epoch, next.raw);
  if (!(await files.write(b, nextImage)) || !(await holds(files, b, nextImage))) return false;
  if ((await reseal(rows, keyring, world, { keep: () => true, key: next, inRows: false })) === null) return false;
  await files.write(a, nextImage);
  return true;
}

/** True when the file on the disk is this key file, byte for byte. */
async function holds(files: KeyFiles, file: string, image: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const found = await files.read(file);
  if (!found || (await decodeKeyFile(found.bytes)) === null) return false;
  return found.bytes.length === image.length && found.bytes.every((byte, at) => byte === image[at]);
}
