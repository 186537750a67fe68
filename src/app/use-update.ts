import { useEffect, useRef, useState } from 'react';
import { watchForUpdate } from './update.ts';

type Update = {
  /** A whole, checked new version waits for the person. */
  readonly waiting: boolean;
  readonly offline: boolean;
  readonly accept: () => void;
  /** Not now: it is offered again at the next start. */
  readonly later: () => void;
};

export function useUpdate(): Update {
  const [waiting, setWaiting] = useState(false);
  const [offline, setOffline] = useState(false);
  const watch = useRef<{ accept(): void } | null>(null);
  useEffect(() => {
    watch.current ??= watchForUpdate(() => setWaiting(true), { onOfflineReady: () => setOffline(true) });
  }, []);
  return { waiting, offline, accept: () => watch.current?.accept(), later: () => setWaiting(false) };
}
