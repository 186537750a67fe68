import { useSyncExternalStore } from 'react';
import type { SafeState, Store } from './store.ts';

/** What is known of the safe copy now. */
export function useSafe(store: Store): SafeState {
  return useSyncExternalStore(store.subscribe, store.safe);
}
