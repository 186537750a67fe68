import { useEffect, useRef, useState } from 'react';
import { enough, noPresses, type Presses, press, within } from './three-shifts.ts';

/** How it stands, for those who cannot see it: presses still needed, or that the time ran out; null says nothing. */
export type ShiftsToGo = number | 'over' | null;

/** Calls `onEnough` when Shift was pressed three times, from anywhere on the page. */
export function useThreeShifts(isOn: boolean, onEnough: () => void): ShiftsToGo {
  const [toGo, setToGo] = useState<ShiftsToGo>(null);
  const latest = useRef(onEnough);
  useEffect(() => {
    latest.current = onEnough;
  });

  useEffect(() => {
    if (!isOn) return;
    let presses: Presses = noPresses;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (next: ShiftsToGo, then?: ShiftsToGo) => {
      clearTimeout(timer);
      setToGo(next);
      if (then !== undefined) timer = setTimeout(() => say(then, then === null ? undefined : null), within);
    };
    const take = (what: Parameters<typeof press>[1], event: Event) => {
      const before = presses.count;
      presses = press(presses, what, event.timeStamp);
      if (presses.count === enough) {
        presses = noPresses;
        say(null);
        latest.current();
      } else if (presses.count > 0 && (presses.count !== before || what === 'shift-up')) {
        say(enough - presses.count, 'over');
      } else if (presses.count === 0 && before > 0) say(null);
    };
    const isShift = (event: KeyboardEvent) =>
      event.key === 'Shift' && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    const down = (event: KeyboardEvent) => {
      if (!isShift(event)) take('other', event);
      else if (!event.repeat) take('shift-down', event);
    };
    const up = (event: KeyboardEvent) => {
      if (isShift(event)) take('shift-up', event);
    };
    const touch = (event: Event) => take('other', event);
    window.addEventListener('keydown', down, true);
    window.addEventListener('keyup', up, true);
    window.addEventListener('pointerdown', touch, true);
    return () => {
      clearTimeout(timer);
      setToGo(null);
      window.removeEventListener('keydown', down, true);
      window.removeEventListener('keyup', up, true);
      window.removeEventListener('pointerdown', touch, true);
    };
  }, [isOn]);

  return toGo;
}
