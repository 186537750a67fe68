import { useEffect, useRef } from 'react';
import { useBack } from '#ui/use-back.ts';

/**
 * Keeps a screen open: the device's "back" stays on it, another address leads back to it, and `onTry` hears of both.
 * Gives the way out: to another address, in place of the entry that "back" would have taken.
 */
export function useStay(onTry: () => void): (to: string) => void {
  useBack(1, onTry);
  const told = useRef(onTry);
  const leaving = useRef(false);
  useEffect(() => {
    told.current = onTry;
  });
  useEffect(() => {
    const here = window.location.hash;
    // told before the address is read anew: so nothing else is drawn
    const stay = () => {
      if (leaving.current || window.location.hash === here) return;
      window.history.pushState({ depth: 1 }, '', here);
      told.current();
    };
    leaving.current = false;
    window.addEventListener('popstate', stay);
    return () => window.removeEventListener('popstate', stay);
  }, []);
  return (to) => {
    leaving.current = true;
    window.location.replace(to);
  };
}
