import { makeAndDelete } from './database.ts';
import { alone } from './tabs.ts';

const spare = 'mf-spare';
/** Milliseconds, after which a start is no longer kept waiting. */
const patience = 3_000;

/**
 * Chromium, and the browsers made of it: they keep databases in the log files and tables of LevelDB. No interface tells
 * how a database is kept, so it goes by two signs, of which one is enough: `userAgentData`, which no other engine has
 * (https://wicg.github.io/ua-client-hints/), whatever the browser calls itself; and, for web views that lack it, the
 * name with a version, which Edge, Opera, Samsung Internet and a Chromium without a window carry beside or within their
 * own. Chrome on an iPhone is WebKit and has neither. Taken for Chromium in error, a browser makes an empty database and
 * deletes it again; not taken for it, it may lose everything.
 */
export function isChromium(): boolean {
  const browser = globalThis.navigator;
  return browser !== undefined && ('userAgentData' in browser || /Chrom(e|ium)\//.test(browser.userAgent ?? ''));
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
