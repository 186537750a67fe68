import { useCallback, useEffect, useRef, useState } from 'react';
import type { Store } from './store.ts';

export type Drafts = {
  /** Unfinished text by what follows the prefix, as it was when the screen opened; null until it is read. */
  readonly kept: ReadonlyMap<string, string> | null;
  /** Keeps what is being typed; '' drops it. */
  readonly keep: (key: string, text: string) => void;
  /** The text typed last for a key in this screen, '' when none is unfinished: to see whether a save was overtaken. */
  readonly typed: (key: string) => string;
};

/**
 * Drafts under one prefix (`part/record/`). Each keystroke is on its way to the device at once; while one is being
 * written only the latest of those that follow waits, so that a slow phone is never behind by more than one write.
 */
export function useDrafts(store: Store, prefix: string): Drafts {
  const [kept, setKept] = useState<ReadonlyMap<string, string> | null>(null);
  const latest = useRef(new Map<string, string>());
  const waiting = useRef(new Set<string>());
  const isWriting = useRef(false);

  useEffect(() => {
    let current = true;
    const show = (all: ReadonlyMap<string, string>) => {
      const mine = [...all].filter(([key]) => key.startsWith(prefix));
      if (current) setKept(new Map(mine.map(([key, text]) => [key.slice(prefix.length), text])));
    };
    store.drafts.all().then(show, () => show(new Map()));
    return () => {
      current = false;
    };
  }, [store, prefix]);

  const write = useCallback(async () => {
    if (isWriting.current) return;
    isWriting.current = true;
    for (const key of waiting.current) {
      waiting.current.delete(key);
      const text = latest.current.get(key) ?? '';
      await (text === '' ? store.drafts.drop(prefix + key) : store.drafts.keep(prefix + key, text));
    }
    isWriting.current = false;
  }, [store, prefix]);

  const keep = useCallback(
    (key: string, text: string) => {
      latest.current.set(key, text);
      waiting.current.add(key);
      void write();
    },
    [write],
  );
  const typed = useCallback((key: string) => latest.current.get(key) ?? '', []);

  return { kept, keep, typed };
}
