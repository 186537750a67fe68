import { databaseNames } from './database.ts';
import type { Disk } from './disk.ts';
import { forgetFolder } from './folder.ts';
import { keyFileNames } from './keyring.ts';
import { forgetTries } from './lock/kept-tries.ts';
import { openFileName } from './lock/open-file.ts';
import { isPagesName } from './pages-home.ts';
import { forgetName, passportNames } from './registry.ts';
import { declareRows, type Rows } from './rows.ts';
import { openSafe, type Safe } from './safe/copy.ts';
import { dropSentinel } from './safe/sentinel.ts';
import type { Site } from './site.ts';
import { openTabs } from './tabs.ts';

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
  forgetTries(name);
  await rows.delete({ disableAutoOpen: true });
  await forgetName(name);
}

const fileEnd = /(-safe)?-(a|b|open|journal|sentinel)$/;
const deaf = { rows: () => undefined, newer: () => undefined, erased: () => undefined, locked: () => undefined };

/** Removes a passport whose key nobody has any more. */
export async function eraseLocked({ options: { world }, name, disk, safe }: Site): Promise<void> {
  const tabs = openTabs(name, deaf);
  tabs.tellErased();
  tabs.close();
  await erasePassport({ rows: declareRows(name), disk, name, safe });
  await forgetFolder();
  // what opened private pages lay in there, and their names too: left over are those of no other passport
  const others = await passportNames();
  if (others.some((other) => other !== name)) return;
  const files = (await disk?.names()) ?? [];
  const left = [...(await databaseNames()), ...files.map((file) => file.replace(fileEnd, ''))];
  for (const pages of new Set(left.filter(isPagesName))) {
    const apart = disk && openSafe({ disk, name: pages, world });
    await erasePassport({ rows: declareRows(pages), disk, name: pages, safe: apart });
  }
}
