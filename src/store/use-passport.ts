import { useSyncExternalStore } from 'react';
import type { Passport } from '#passport/fold.ts';
import type { Store } from './store.ts';

/** The passport as it stands: renders again after each change. */
export function usePassport(store: Store): Passport {
  return useSyncExternalStore(store.subscribe, store.passport);
}

/** True once this part is in memory. */
export function useReady(store: Store, part: string): boolean {
  return useSyncExternalStore(store.subscribe, () => store.isReady(part));
}
