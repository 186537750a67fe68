import type { Disk } from './disk.ts';
import { keyFileNames } from './keyring.ts';
import { openFileName } from './lock/open-file.ts';
import { forgetName } from './registry.ts';
import type { Rows } from './rows.ts';
import type { Safe } from './safe/copy.ts';
import { dropSentinel } from './safe/sentinel.ts';

/** Removes a passport from the device: its keys first, overwritten in place, so that nothing left behind can be opened. */
export async function erasePassport({
  rows,
  disk,
  name,
  safe,
}: {
  rows: Rows;
  disk: Disk | null;
  name: string;
  safe: Safe | null;
}): Promise<void> {
  for (const file of [...keyFileNames(name), openFileName(name)]) await disk?.remove(file);
  await dropSentinel(name, disk);
  await safe?.remove();
  await rows.delete({ disableAutoOpen: true });
  await forgetName(name);
}
