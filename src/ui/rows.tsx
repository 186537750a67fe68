import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './rows.module.css';

type RowsProps = { children: ReactNode; label?: string; ordered?: boolean };

/** A list of rows a thumb can hit. */
export function Rows({ children, label, ordered = false }: RowsProps) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={styles['rows']} aria-label={label}>
      {children}
    </List>
  );
}

type RowLinkProps = { href: string; title: ReactNode; detail?: ReactNode; current?: boolean };

/** The person's own words first and large, details small and after. */
export function RowLink({ href, title, detail, current = false }: RowLinkProps) {
  return (
    <li>
      <a className={styles['row']} href={href} aria-current={current ? 'page' : undefined}>
        <span className={styles['words']}>
          <span className={styles['title']}>{title}</span>
          {detail && <span className={styles['detail']}>{detail}</span>}
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}

type RowProps = { title: ReactNode; detail?: ReactNode; children?: ReactNode };

/** A row that is not a link: words, and controls at its end. */
export function Row({ title, detail, children }: RowProps) {
  return (
    <li className={styles['row']}>
      <span className={styles['words']}>
        <span className={styles['title']}>{title}</span>
        {detail && <span className={styles['detail']}>{detail}</span>}
      </span>
      {children && <span className={styles['controls']}>{children}</span>}
    </li>
  );
}
