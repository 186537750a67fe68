import { useEffect, useRef } from 'react';
import styles from './select.module.css';

type Props = {
  id: string;
  /** What is moved. */
  label: string;
  /** Its place, from 0. */
  at: number;
  count: number;
  onPick: (to: number) => void;
};

/** With more places than this, those near it and both ends are offered. */
const most = 60;
const near = 20;

/** The place of one thing among others, as a number that can be picked: to the top and to the end in one go. */
export function PlacePick({ id, label, at, count, onPick }: Props) {
  if (count === 1) return <span className={styles['alone']}>{at + 1}</span>;
  return (
    <span className={styles['box']} data-narrow>
      <select
        id={id}
        className={styles['select']}
        aria-label={label}
        value={at}
        onChange={(event) => onPick(Number(event.target.value))}
        autoComplete="off"
      >
        {placesNear(at, count).map((place) => (
          <option key={place} value={place}>
            {place + 1}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Keeps the focus on what was moved: give the id of its control when it moves; `order` is other when it has. */
export function useFocusOnMoved(order: string): (id: string) => void {
  const next = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once things stand in their new order
  useEffect(() => {
    if (next.current !== null) document.getElementById(next.current)?.focus();
    next.current = null;
  }, [order]);
  return (id) => {
    next.current = id;
  };
}

/** The things with the one at `from` at the place `to`, and the others in their order. */
export function moved<T>(things: readonly T[], from: number, to: number): readonly T[] {
  const left = things.filter((_, at) => at !== from);
  return [...left.slice(0, to), ...things.slice(from, from + 1), ...left.slice(to)];
}

function placesNear(at: number, count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, place) => place);
  if (count <= most) return all;
  return all.filter((place) => place === 0 || place === count - 1 || Math.abs(place - at) <= near);
}
