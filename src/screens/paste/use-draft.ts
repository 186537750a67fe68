import { useCallback, useEffect, useState } from 'react';
import type { Store } from '#store/store.ts';

type Draft = {
  /** null until what was kept earlier is known. */
  readonly text: string | null;
  /** Every keystroke; '' drops what was kept. */
  readonly type: (text: string) => void;
};

/** Unfinished text under one key: kept as it is typed, there again after a reload. */
export function useDraft(store: Store, key: string): Draft {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (kept: string) => wanted && setText((typed) => typed ?? kept);
    store.drafts.all().then(
      (all) => show(all.get(key) ?? ''),
      () => show(''),
    );
    return () => {
      wanted = false;
    };
  }, [store, key]);
  const type = useCallback(
    (typed: string) => {
      setText(typed);
      void (typed === '' ? store.drafts.drop(key) : store.drafts.keep(key, typed));
    },
    [store, key],
  );
  return { text, type };
}
