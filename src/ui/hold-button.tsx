import { useEffect, useRef, useState } from 'react';
import styles from './hold-button.module.css';

type Props = {
  label: string;
  /** What it says while it is held. */
  holding: string;
  /** Held for a whole second. */
  onHeld: () => void;
  /** Pressed by key, switch, screen reader or a short tap: ask before doing it. */
  onPress: () => void;
};

const holdMs = 1_000;

/** A button for what must not happen by accident. Holding is a short cut, never the only way (WCAG 2.5.1, 2.5.2). */
export function HoldButton({ label, holding, onHeld, onPress }: Props) {
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const done = useRef(false);

  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHeld(false);
  };
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);

  return (
    <button
      type="button"
      className={styles['hold']}
      data-held={held || undefined}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        stop();
        done.current = false;
        setHeld(true);
        timer.current = setTimeout(() => {
          done.current = true;
          stop();
          onHeld();
        }, holdMs);
      }}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        stop();
        if (!done.current) onPress();
        done.current = false;
      }}
    >
      <span>{held ? holding : label}</span>
    </button>
  );
}
