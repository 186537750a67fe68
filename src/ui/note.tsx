import type { ReactNode } from 'react';
import styles from './note.module.css';

type Props = { children: ReactNode; tone?: 'accent' | 'warm'; title?: string };

/** A paragraph set apart by a rule at its start. */
export function Note({ children, tone = 'accent', title }: Props) {
  return (
    <section className={styles['note']} data-tone={tone} aria-label={title}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
