import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

type Props = { summary: string; children: ReactNode; open?: boolean; onToggle?: (open: boolean) => void };

/** More, folded away. */
export function Disclosure({ summary, children, open, onToggle }: Props) {
  return (
    <details className={styles['disclosure']} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="next" />
        <span>{summary}</span>
      </summary>
      <div className={styles['inside']}>{children}</div>
    </details>
  );
}
