import { useEffect, useState } from 'react';
import type { Change } from '#passport/change.ts';
import type { Store } from '#store/store.ts';
import { usePassport } from '#store/use-passport.ts';

export type Log =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly changes: readonly Change[] }
  | { readonly state: 'failed'; readonly problem: string };

/** Every change, read once and again when the passport changed; with `part` and `record` those of one record. */
export function useLog(store: Store, part?: string, record?: string): Log {
  const passport = usePassport(store);
  const [log, setLog] = useState<Log>({ state: 'reading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the passport changed
  useEffect(() => {
    let current = true;
    const read = part !== undefined && record !== undefined ? store.history(part, record) : store.log();
    read.then(
      (changes) => {
        if (current) setLog({ state: 'read', changes });
      },
      (error: unknown) => {
        if (current) setLog({ state: 'failed', problem: error instanceof Error ? error.message : 'save-gone' });
      },
    );
    return () => {
      current = false;
    };
  }, [store, part, record, passport]);
  return log;
}
