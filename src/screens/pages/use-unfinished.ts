import { useEffect, useState } from 'react';
import { type Passport, recordOf } from '#passport/fold.ts';
import { pages as part } from '#passport/parts/pages.ts';
import type { Store } from '#store/store.ts';

// The form that was just left may still be writing its last letters.
const settling = 300;

/** Pages that were begun and never saved, by their ids. */
export function useUnfinished(store: Store, passport: Passport): readonly string[] {
  const [begun, setBegun] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    const read = () =>
      store.drafts.all().then(
        (all) => {
          if (current) setBegun(recordsIn(all));
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
  return begun.filter((id) => !recordOf(passport, part.id, id));
}

function recordsIn(drafts: ReadonlyMap<string, string>): readonly string[] {
  const ids = [...drafts].flatMap(([key, text]) => {
    const [home, record] = key.split('/');
    return home === part.id && record !== undefined && text.trim() !== '' ? [record] : [];
  });
  return [...new Set(ids)];
}
