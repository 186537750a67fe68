import { type PointerEvent, useEffect, useRef, useState } from 'react';
import styles from './hold-button.module.css';

type Props = {
  label: string;
  /** What it says while it is held, and once it was held long enough. */
  holding: string;
  letGo: string;
  /** Let go after a whole second. What comes to stand under the finger is not pressed by it. */
  onHeld: () => void;
  /** Pressed by key, switch, screen reader or a short tap: ask before doing it. */
  onPress: () => void;
};

const holdMs = 1_000;
/** Within this time of letting go a browser makes its click of it (milliseconds). */
const clickMs = 500;

type Hold = 'no' | 'begun' | 'enough';

/** A button for what must not happen by accident. Holding is a short cut, never the only way (WCAG 2.5.1, 2.5.2). */
export function HoldButton({ label, holding, letGo, onHeld, onPress }: Props) {
  const [hold, setHold] = useState<Hold>('no');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const stop = () => {
    clearTimeout(timer.current);
    setHold('no');
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const release = (event: PointerEvent<HTMLButtonElement>) => {
    stop();
    if (hold !== 'enough' || !isOver(event)) return;
    swallowClick();
    onHeld();
  };

  return (
    <button
      type="button"
      className={styles['hold']}
      data-held={hold === 'no' ? undefined : hold}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        stop();
        setHold('begun');
        timer.current = setTimeout(() => setHold('enough'), holdMs);
      }}
      onPointerUp={release}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        stop();
        onPress();
      }}
    >
      <span>{hold === 'no' ? label : hold === 'begun' ? holding : letGo}</span>
    </button>
  );
}

/** A finger keeps its button wherever it goes: let go beside it, it means no. */
function isOver({ clientX, clientY, currentTarget }: PointerEvent<HTMLButtonElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** The click that belongs to the finger that was just lifted, wherever it would go; a new touch is one of its own. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const end = () => {
    window.removeEventListener('click', swallow, true);
    window.removeEventListener('pointerdown', end, true);
  };
  window.addEventListener('click', swallow, true);
  window.addEventListener('pointerdown', end, true);
  setTimeout(end, clickMs);
}
