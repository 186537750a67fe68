import { useEffect } from 'react';
import { useUpdate } from './use-update.ts';

export type Update = ReturnType<typeof useUpdate>;

/** Watches for updates as long as it is in the page, and draws nothing. */
export function WatchUpdate({ onUpdate }: { onUpdate: (update: Update) => void }) {
  const update = useUpdate();
  const { waiting, offline, isPieceMissing } = update;
  // biome-ignore lint/correctness/useExhaustiveDependencies: its functions are new each time, and do the same
  useEffect(() => onUpdate(update), [waiting, offline, isPieceMissing]);
  return null;
}
