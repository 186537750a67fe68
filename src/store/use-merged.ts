import { useCallback, useEffect, useState } from 'react';
import type { Merged, Store } from './store.ts';

/** What the last file brought, while it can be undone; null when there is nothing, and until it is read. */
export function useMerged(store: Store): { readonly merged: Merged | null; readonly lookAgain: () => void } {
  const [held, setHeld] = useState<{ store: Store; merged: Merged | null } | null>(null);
  const look = useCallback(
    (isCurrent: () => boolean) => {
      const show = (merged: Merged | null) => {
        if (isCurrent()) setHeld({ store, merged });
      };
      store.merged().then(show, () => show(null));
    },
    [store],
  );
  useEffect(() => {
    let current = true;
    look(() => current);
    return () => {
      current = false;
    };
  }, [look]);
  return { merged: held?.store === store ? held.merged : null, lookAgain: useCallback(() => look(() => true), [look]) };
}
