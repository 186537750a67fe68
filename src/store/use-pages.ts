import { useEffect, useSyncExternalStore } from 'react';
import type { Pages } from './pages.ts';
import type { Store } from './store.ts';

export type PagesNow = {
  readonly state: ReturnType<Pages['state']>;
  readonly store: Store | null;
  /** How many changes they hold; null unless they are open. */
  readonly count: number | null;
};

/** The private pages as they stand. Null has none: in the example, or while someone else writes. */
export function usePagesNow(pages: Pages | null): PagesNow {
  const subscribe = pages?.subscribe ?? neverChanges;
  const state = useSyncExternalStore(subscribe, () => pages?.state() ?? 'none');
  const store = useSyncExternalStore(subscribe, () => pages?.store() ?? null);
  const count = useSyncExternalStore(subscribe, () => pages?.store()?.count() ?? null);
  return { state, store, count };
}

/** The same, kept open while this screen is looked at. */
export function usePages(pages: Pages | null): PagesNow {
  useEffect(() => {
    if (!pages) return;
    let letGo: (() => void) | null = null;
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        letGo?.();
        letGo = null;
      } else letGo ??= pages.hold();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      letGo?.();
    };
  }, [pages]);
  return usePagesNow(pages);
}

const neverChanges = () => () => undefined;
