import { makeAndDelete } from './database.ts';
import { alone } from './tabs.ts';

const spare = 'mf-spare';
/** Milliseconds, after which a start is no longer kept waiting. */
const patience = 3_000;

/** Chromium, and the browsers made of it: they keep databases in the log files and tables of LevelDB. */
export function isChromium(): boolean {
  return / Chrome\//.test(globalThis.navigator?.userAgent ?? '');
}

/**
 * Call at each start, before any database is opened. Chromium goes on in the log file of the start before it, though a
 * crash or a power cut may have left that one ending in half a record or in zeros: what is saved after those, and is on
 * the disk, is passed over at the next start, or every database of the site is thrown away for it
 * (https://github.com/google/leveldb/issues/1287). Deleting a database, even one with nothing in it, makes it put the
 * log into a table and begin a new one. Not beside this tab's own reads: should a damaged table be found just then,
 * Chromium answers nothing more. Never rejects; other browsers have nothing to do.
 */
export async function beginNewLog(): Promise<void> {
  if (!isChromium()) return;
  // a damaged table may be found by this: Chromium then empties everything, and is ready again once it has answered
  const begin = alone(spare, () => makeAndDelete(spare).catch(() => makeAndDelete(spare)));
  await Promise.race([begin.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, patience))]);
}
