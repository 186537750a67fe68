import type { Persistence } from './store.ts';

/** Asks the browser once to keep what is here; it may ask the person, or decide by itself. */
export function askToPersist(): void {
  globalThis.navigator?.storage?.persist?.().catch(() => false);
}

/** The browser's own answer (Storage Standard, `persisted()`). It says nothing about private windows: no browser does. */
export async function persistenceNow(): Promise<Persistence> {
  const ask = globalThis.navigator?.storage;
  if (!ask?.persisted) return 'unknown';
  return ask.persisted().then(
    (isKept) => (isKept ? 'kept' : 'may-be-cleared'),
    () => 'unknown',
  );
}
