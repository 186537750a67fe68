import type { ReactNode } from 'react';
import styles from './banner.module.css';

type Props = { words: string; children?: ReactNode };

/** A line across the top that stays until it is answered. */
export function Banner({ words, children }: Props) {
  return (
    <aside className={styles['banner']}>
      <p>{words}</p>
      {children && (
        <div className={styles['answers']} data-screen-only>
          {children}
        </div>
      )}
    </aside>
  );
}
