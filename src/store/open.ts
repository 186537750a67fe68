import { isNamed, type OpenProblem } from './failure.ts';
import { opfsKeyFiles } from './key-file.ts';
import { openKeyring, readKeyFiles } from './keyring.ts';
import { liveStore } from './live.ts';
import { load } from './load.ts';
import { forgetName, passportName } from './registry.ts';
import { declareRows, isNewer, type Rows } from './rows.ts';
import type { OpenOptions, Store } from './store.ts';

export type Opened =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly problem: OpenProblem };

/**
 * Opens the person's passport, or begins one. Resolves when the parts in `first` are in memory. A browser that refuses
 * storage, a newer database, damage and a lost key are problems; what is on the device then stays as it is. Key files
 * with no passport to go with them mean that the browser lost its databases: that is damage too, and no first start.
 */
export async function openStore(options: OpenOptions): Promise<Opened> {
  let rows: Rows | undefined;
  const no = (problem: OpenProblem): Opened => {
    rows?.close({ disableAutoOpen: true });
    return { ok: false, problem };
  };
  try {
    const [files, { name, made }] = await Promise.all([
      options.keyFiles === undefined ? opfsKeyFiles(options.makeWorker) : options.keyFiles,
      options.name ? { name: options.name, made: false } : passportName(options.world, options.fresh === true),
    ]);
    if (made && !options.fresh && (await files?.isUsed())) {
      await forgetName(name);
      return no('store-damaged');
    }
    rows = declareRows(name);
    const [early] = await Promise.all([readKeyFiles(name, files), rows.open()]);
    if (isNewer(rows)) return no('store-newer');
    const keyring = await openKeyring(rows, name, files, early);
    if (typeof keyring === 'string') return no(keyring);
    const first = options.first ?? ['flare', 'me', 'words'];
    const loaded = await load(rows, keyring, first);
    if (loaded.unreadable > 0 && loaded.passport.n === 0) return no('store-damaged');
    return { ok: true, store: liveStore({ rows, keyring, files, name, loaded, options }) };
  } catch (error) {
    if (isNamed(error, 'VersionError')) return no('store-newer');
    return no(isNamed(error, 'QuotaExceededError') ? 'store-full' : 'store-refused');
  }
}
