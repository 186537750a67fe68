import { useBack } from '#ui/use-back.ts';

/**
 * Keeps a screen open: the device's "back" stays on it, and `onTry` hears of it. Gives the way out: to another address,
 * in place of the entry that "back" would have taken.
 */
export function useStay(onTry: () => void): (to: string) => void {
  useBack(1, onTry);
  return (to) => window.location.replace(to);
}
