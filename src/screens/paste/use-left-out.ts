import { useCallback, useEffect, useRef } from 'react';
import { recordOf } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import type { Store } from '#store/store.ts';

const key = 'paste/left-out';

type LeftOut = {
  /** Entries that were taken out just now: they can be brought back until the walk is left. */
  readonly add: (ids: readonly string[]) => void;
};

/**
 * What a person leaves out as no problem is kept nowhere: it is taken out at once, so that it can be undone, and removed
 * for ever when the walk is left, or the next time it opens if the app was closed before.
 */
export function useLeftOut(store: Store): LeftOut {
  const ids = useRef<readonly string[]>([]);
  useEffect(() => {
    void store.drafts.all().then(
      (all) => removeLeftOut(store, (all.get(key) ?? '').split('\n')),
      () => undefined,
    );
    return () => {
      void removeLeftOut(store, ids.current);
    };
  }, [store]);
  const add = useCallback(
    (more: readonly string[]) => {
      ids.current = [...ids.current, ...more];
      void store.drafts.keep(key, ids.current.join('\n'));
    },
    [store],
  );
  return { add };
}

/** Removes those for ever that are still out. When that fails they stay noted, for the next time. */
async function removeLeftOut(store: Store, ids: readonly string[]): Promise<void> {
  const out = ids.filter((id) => recordOf(store.passport(), problems.id, id)?.removed);
  if (ids.every((id) => id === '')) return;
  if (out.length === 0 || (await store.removeForEver(out)).ok) await store.drafts.drop(key);
}
