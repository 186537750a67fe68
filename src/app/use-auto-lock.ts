import { useEffect, useRef } from 'react';
import type { World } from '#passport/write.ts';
import { type Limits, lockDue, notAhead, type Watched } from './lock-due.ts';

type Wish = Limits & {
  /** There is a lock, and it is open. */
  readonly isOn: boolean;
  /** Locks. It is called after the field in hand has been left, as a tap elsewhere would, so that its words are saved. */
  readonly onLock: () => Promise<void> | void;
  readonly world: Pick<World, 'now'>;
};

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll', 'input', 'focusin'] as const;
/** The longest a timer is set for: a phone that slept through it looks at the clock when it wakes. */
const longest = 60_000;

/**
 * Locks when the page has been out of sight, or untouched, for long enough. Timers stop in the background, so the clock
 * is read again whenever the page is seen, shown from the browser's memory, focused or resumed.
 */
export function useAutoLock({ isOn, hidden, idle, onLock, world }: Wish): void {
  const lock = useRef(onLock);
  useEffect(() => {
    lock.current = onLock;
  });

  useEffect(() => {
    if (!isOn) return;
    const now = () => world.now().getTime();
    let watched: Watched = { usedAt: now(), hiddenAt: document.hidden ? now() : null };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLocking = false;

    const look = () => {
      if (isLocking) return;
      clearTimeout(timer);
      watched = notAhead(watched, now());
      const left = lockDue(watched, { hidden, idle }, now());
      if (left === 0) {
        isLocking = true;
        leaveField();
        void Promise.resolve(lock.current()).finally(() => {
          isLocking = false;
        });
      } else if (left !== null) timer = setTimeout(look, Math.min(left, longest));
    };
    const use = () => {
      // what woke the page must not count before the clock is read
      const left = lockDue(watched, { hidden, idle }, now());
      if (left === 0) look();
      else watched = { ...watched, usedAt: now() };
    };
    const turn = () => {
      if (!document.hidden) look();
      watched = { ...watched, hiddenAt: document.hidden ? (watched.hiddenAt ?? now()) : null };
      look();
    };

    for (const touch of touches) window.addEventListener(touch, use, { passive: true, capture: true });
    document.addEventListener('visibilitychange', turn);
    document.addEventListener('resume', turn);
    window.addEventListener('pageshow', turn);
    window.addEventListener('focus', look);
    look();
    return () => {
      clearTimeout(timer);
      for (const touch of touches) window.removeEventListener(touch, use, { capture: true });
      document.removeEventListener('visibilitychange', turn);
      document.removeEventListener('resume', turn);
      window.removeEventListener('pageshow', turn);
      window.removeEventListener('focus', look);
    };
  }, [isOn, hidden, idle, world]);
}

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
