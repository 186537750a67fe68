import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { lazily } from './lazily.ts';
import type { Update } from './watch-update.tsx';
import { whenIdle } from './when-idle.ts';

const WatchUpdate = lazily(() => import('./watch-update.tsx'), 'WatchUpdate');

const none: Update = {
  waiting: false,
  offline: false,
  isPieceMissing: false,
  accept: () => undefined,
  later: () => undefined,
};

/**
 * The updates, once the first page has been drawn and there is time: keeping the whole app for offline use must not take
 * the line from the page that the person waits for. `watching` is to be put anywhere in the page.
 */
export function useLateUpdate(): { update: Update; watching: ReactNode } {
  const [isIdle, setIdle] = useState(false);
  const [update, setUpdate] = useState(none);
  const isMissing = useMissingPiece();
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return {
    update: { ...update, isPieceMissing: isMissing || update.isPieceMissing },
    watching: isIdle && (
      <Suspense fallback={null}>
        <WatchUpdate onUpdate={setUpdate} />
      </Suspense>
    ),
  };
}

/** Pieces may be missing before anything watches for updates. https://vite.dev/guide/build#load-error-handling */
function useMissingPiece(): boolean {
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const miss = () => setMissing(true);
    window.addEventListener('vite:preloadError', miss);
    return () => window.removeEventListener('vite:preloadError', miss);
  }, []);
  return isMissing;
}
