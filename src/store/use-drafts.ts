import { useCallback, useEffect, useRef, useState } from 'react';
import type { Store } from './store.ts';

export type Drafts = {
  /** Unfinished text by what follows the prefix, as it was when the screen opened; null until it is read. */
  readonly kept: ReadonlyMap<string, string> | null;
  /** Keeps what is being typed, at the next short pause; '' drops it. */
  readonly keep: (key: string, text: string) => void;
};

const pause = 250;

/**
 * Drafts under one prefix (`part/record/`). What is typed reaches the device within a quarter of a second, and at once
 * when the page is hidden or the screen is left: closing the tab loses nothing that was seen.
 */
export function useDrafts(store: Store, prefix: string): Drafts {
  const [kept, setKept] = useState<ReadonlyMap<string, string> | null>(null);
  const waiting = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    for (const [key, text] of waiting.current)
      void (text === '' ? store.drafts.drop(key) : store.drafts.keep(key, text));
    waiting.current.clear();
  }, [store]);

  useEffect(() => {
    let current = true;
    const show = (all: ReadonlyMap<string, string>) => {
      const mine = [...all].filter(([key]) => key.startsWith(prefix));
      if (current) setKept(new Map(mine.map(([key, text]) => [key.slice(prefix.length), text])));
    };
    store.drafts.all().then(show, () => show(new Map()));
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    const forget = store.onNewer(flush);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      forget();
      flush();
    };
  }, [store, prefix, flush]);

  const keep = useCallback(
    (key: string, text: string) => {
      waiting.current.set(prefix + key, text);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pause);
    },
    [prefix, flush],
  );

  return { kept, keep };
}
