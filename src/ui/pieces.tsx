import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './pieces.module.css';

/** So many rows are drawn at first, and with each press more. */
const piece = 100;

type Props<T> = {
  items: readonly T[];
  /** Words on the button, with how many are still to come. */
  more: (left: number) => string;
  /** One element, and in it one for each of these items. */
  children: (shown: readonly T[]) => ReactNode;
  size?: number;
};

/** A list drawn a piece at a time, none of it left out: what a press brings takes the focus. */
export function Pieces<T>({ items, more, children, size = piece }: Props<T>) {
  const [shown, setShown] = useState(size);
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const item = list.current?.firstElementChild?.children[next.current] as HTMLElement | undefined;
    next.current = null;
    const inside = item?.querySelector<HTMLElement>('a, button, input, textarea, select');
    if (item && !inside) item.tabIndex = -1;
    (inside ?? item)?.focus();
  });
  return (
    <div ref={list} className={styles['pieces']}>
      {children(items.length > shown ? items.slice(0, shown) : items)}
      {items.length > shown && (
        <Button
          onPress={() => {
            next.current = shown;
            setShown(shown + size);
          }}
        >
          {more(items.length - shown)}
        </Button>
      )}
    </div>
  );
}
