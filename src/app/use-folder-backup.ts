import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { FolderBackup, FolderState } from '#screens/keep/folder-backup.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import type { FolderKeeper } from './folder-keeper.ts';

/**
 * The folder that keeps itself, for as long as the passport is open. Null where no folder can be chosen, in the example,
 * and until its pieces are loaded: they are, once the passport is open.
 */
export function useFolderBackup(
  session: Session | undefined,
  pages: Pages | null,
  makeWorker: () => Worker,
  discreet: boolean,
): FolderBackup | null {
  const [keeper, setKeeper] = useState<FolderKeeper | null>(null);
  const isDiscreet = useRef(discreet);
  useEffect(() => {
    isDiscreet.current = discreet;
  }, [discreet]);
  const store = session?.example ? undefined : session?.store;
  const world = session?.world;

  useEffect(() => {
    if (!store || !world || !('showDirectoryPicker' in window)) return;
    let made: FolderKeeper | null = null;
    let current = true;
    const begin = async () => {
      await store.ready;
      const { folderKeeper } = await import('./folder-keeper.ts');
      if (!current) return;
      made = folderKeeper({ session: { store, world }, pages, makeWorker, isDiscreet: () => isDiscreet.current });
      setKeeper(made);
    };
    // a piece that is not here yet comes with the next start
    void begin().catch(() => undefined);
    const hide = () => {
      if (document.visibilityState === 'hidden') made?.flush();
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', hide);
      made?.close();
      setKeeper(null);
    };
  }, [store, world, pages, makeWorker]);

  const state = useSyncExternalStore(keeper?.subscribe ?? neverChanges, () => keeper?.state() ?? nothing);
  return useMemo(() => keeper && { ...keeper, ...state }, [keeper, state]);
}

const neverChanges = () => () => undefined;
const nothing: FolderState = { state: 'off', name: '', at: null, busy: false, problem: null };
