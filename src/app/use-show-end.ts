import { useLayoutEffect, useRef } from 'react';

/**
 * Showing ends at the lock, whichever way it ends: held, asked, by an address or by the browser's own buttons. It locks
 * before the next screen is painted.
 */
export function useShowEnd(isShowing: boolean, lock: () => void): void {
  const was = useRef(isShowing);
  useLayoutEffect(() => {
    const hasEnded = was.current && !isShowing;
    was.current = isShowing;
    if (hasEnded) lock();
  }, [isShowing, lock]);
}
