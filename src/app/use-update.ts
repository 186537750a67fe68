import { useEffect, useRef, useState } from 'react';
import { watchForUpdate } from './update.ts';

type Update = {
  /** A whole, checked new version waits for the person. */
  readonly waiting: boolean;
  readonly offline: boolean;
  /** A piece of the app was asked for and could not be loaded. Loading the page again is the way on. */
  readonly isPieceMissing: boolean;
  readonly accept: () => void;
  /** Not now: it is offered again at the next start. */
  readonly later: () => void;
};

export function useUpdate(): Update {
  const [waiting, setWaiting] = useState(false);
  const [offline, setOffline] = useState(false);
  const [isPieceMissing, setPieceMissing] = useState(false);
  const watch = useRef<{ accept(): void } | null>(null);
  useEffect(() => {
    watch.current ??= watchForUpdate(() => setWaiting(true), {
      onOfflineReady: () => setOffline(true),
      onPieceMissing: () => setPieceMissing(true),
    });
  }, []);
  const accept = () => watch.current?.accept();
  return { waiting, offline, isPieceMissing, accept, later: () => setWaiting(false) };
}
