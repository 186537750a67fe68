import { useEffect, useState } from 'react';
import type { Store } from './store.ts';

// The form that was just left may still be writing its last letters.
const settling = 300;

/** Everything typed and not saved, by its key; empty until it is read, and where it cannot be. */
export function useAllDrafts(store: Store): ReadonlyMap<string, string> {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let current = true;
    const read = () =>
      store.drafts.all().then(
        (all) => {
          if (current) setDrafts(all);
        },
        () => undefined,
      );
    void read();
    const later = setTimeout(() => void read(), settling);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [store]);
  return drafts;
}
