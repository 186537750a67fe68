import { useEffect, useRef } from 'react';

/**
 * Keeps a screen open: "back" lands on a second entry of the same address, which is put up again, and `onTry` hears of
 * it. Gives the way out: to another address, in place of that entry.
 */
export function useStay(onTry: () => void): (to: string) => void {
  const told = useRef(onTry);
  const leaving = useRef(false);
  useEffect(() => {
    told.current = onTry;
  });

  useEffect(() => {
    const here = window.location.hash;
    const stand = () => window.history.pushState({ stay: true }, '', here);
    const back = () => {
      if (leaving.current) return;
      stand();
      told.current();
    };
    leaving.current = false;
    if (!(window.history.state as { stay?: boolean } | null)?.stay) stand();
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);

  return (to) => {
    // some browsers tell of a new address by `popstate` too
    leaving.current = true;
    window.location.replace(to);
  };
}
