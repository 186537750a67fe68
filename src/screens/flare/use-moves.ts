import { useEffect, useRef } from 'react';

type Moves = { readonly next: () => void; readonly back: () => void; readonly main: () => void; readonly off: boolean };

const far = 56;

/**
 * Swipes and keys, wherever on the screen: towards the reading direction's end is on, the other way is back, Enter is the
 * main button. Keys meant for a box, a button or a link are theirs.
 */
export function useMoves(moves: Moves): void {
  const latest = useRef(moves);
  latest.current = moves;
  const start = useRef<{ x: number; y: number } | null>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { off, next, back, main } = latest.current;
      const target = event.target instanceof Element ? event.target : null;
      if (
        off ||
        event.defaultPrevented ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        target?.closest('input, textarea, dialog')
      )
        return;
      if (event.key === ahead()) next();
      else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') back();
      else if (event.key === 'Enter' && !target?.closest('a, button, summary')) main();
    };
    const begin = ({ touches }: TouchEvent) => {
      const touch = touches.length === 1 ? touches[0] : undefined;
      start.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
    };
    const end = ({ changedTouches, target }: TouchEvent) => {
      const [from, touch] = [start.current, changedTouches[0]];
      start.current = null;
      const isTheirs = target instanceof Element && target.closest('input, textarea, dialog');
      if (latest.current.off || !from || !touch || isTheirs) return;
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(x) < far || Math.abs(x) < 2 * Math.abs(y)) return;
      const { next, back } = latest.current;
      if (x < 0 === (ahead() === 'ArrowRight')) next();
      else back();
    };
    window.addEventListener('keydown', press);
    window.addEventListener('touchstart', begin, { passive: true });
    window.addEventListener('touchend', end, { passive: true });
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('touchstart', begin);
      window.removeEventListener('touchend', end);
    };
  }, []);
}

function ahead(): 'ArrowRight' | 'ArrowLeft' {
  return document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
}
