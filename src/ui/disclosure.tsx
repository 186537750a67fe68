import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

type Props = {
  summary: string;
  /** Small, under the summary while it is folded. */
  detail?: ReactNode;
  children: ReactNode;
  open?: boolean;
  onToggle?: (open: boolean) => void;
};

/** More, folded away. */
export function Disclosure({ summary, detail, children, open, onToggle }: Props) {
  return (
    <details className={styles['disclosure']} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="next" />
        <span className={styles['words']}>
          <span>{summary}</span>
          {detail && <span className={styles['detail']}>{detail}</span>}
        </span>
      </summary>
      <div className={styles['inside']}>{children}</div>
    </details>
  );
}
