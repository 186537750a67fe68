import { type ReactNode, useEffect, useRef } from 'react';
import styles from './problem.module.css';

type Props = { title: string; children: ReactNode };

/** What went wrong and what to do, at the top of the screen; takes focus when it appears (NHS error summary). */
export function Problem({ title, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className={styles['problem']} role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
