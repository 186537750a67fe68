import { useEffect, useSyncExternalStore } from 'react';
import type { Pages } from './pages.ts';
import type { Store } from './store.ts';

export type PagesNow = { readonly state: ReturnType<Pages['state']>; readonly store: Store | null };

/**
 * The private pages as they stand, kept open while this screen is looked at. Null has none: in the example, or while
 * someone else writes.
 */
export function usePages(pages: Pages | null): PagesNow {
  const subscribe = pages?.subscribe ?? neverChanges;
  const state = useSyncExternalStore(subscribe, () => pages?.state() ?? 'none');
  const store = useSyncExternalStore(subscribe, () => pages?.store() ?? null);
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
  return { state, store };
}

const neverChanges = () => () => undefined;
