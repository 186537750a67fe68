import { useCallback, useEffect, useRef, useState } from 'react';
import { leaveBox } from './use-back.ts';

export type Places<P extends string> = {
  readonly place: P;
  readonly go: (to: P) => void;
  readonly back: () => void;
  /** As `go`, in place of where one is: the device's "back" does not lead here again. */
  readonly swap: (to: P) => void;
  /** The walk is over: its first place, and what lies behind cannot be walked again. */
  readonly end: () => void;
};

/**
 * Where someone is in a walk of several pages under one address. Each page is an entry of the browser's history, so
 * that the device's own "back" is the page before; a reload stays where it is. An entry that `isOpen` refuses (what it
 * needs is gone) is the first.
 */
export function usePlace<P extends string>(first: P, isOpen: (place: P) => boolean): Places<P> {
  const [place, setPlace] = useState(() => placeIn(window.history.state, first, isOpen));
  const open = useRef(isOpen);
  useEffect(() => {
    open.current = isOpen;
  });

  useEffect(() => {
    const move = (event: PopStateEvent) => {
      leaveBox();
      setPlace(placeIn(event.state, first, open.current));
    };
    window.addEventListener('popstate', move);
    return () => window.removeEventListener('popstate', move);
  }, [first]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page starts at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [place]);

  const go = useCallback((to: P) => {
    window.history.pushState({ place: to }, '');
    setPlace(to);
  }, []);
  const swap = useCallback((to: P) => {
    window.history.replaceState({ place: to }, '');
    setPlace(to);
  }, []);
  const back = useCallback(() => window.history.back(), []);
  const end = useCallback(() => {
    window.history.replaceState(null, '');
    setPlace(first);
  }, [first]);

  return { place, go, back, swap, end };
}

function placeIn<P extends string>(state: unknown, first: P, isOpen: (place: P) => boolean): P {
  const wanted = (state as { place?: P } | null)?.place;
  return wanted !== undefined && isOpen(wanted) ? wanted : first;
}
