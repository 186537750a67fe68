import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './rows.module.css';

type RowsProps = {
  children: ReactNode;
  label?: string;
  ordered?: boolean;
  /** Nothing of what a row says is cut, unless it would fill the screen. */
  whole?: boolean;
};

/** A list of rows a thumb can hit. */
export function Rows({ children, label, ordered = false, whole = false }: RowsProps) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={styles['rows']} aria-label={label} data-whole={whole || undefined}>
      {children}
    </List>
  );
}

type RowLinkProps = { href: string; title: ReactNode; detail?: ReactNode; current?: boolean };

/**
 * The person's own words first and large, details small and after. A detail that is a string is the app's own and stands
 * whole; the person's words come as an element, and a long note is cut.
 */
export function RowLink({ href, title, detail, current = false }: RowLinkProps) {
  return (
    <li>
      <a className={styles['row']} href={href} aria-current={current ? 'page' : undefined}>
        <span className={styles['words']}>
          <span className={styles['title']}>{title}</span>
          {detail && <Detail>{detail}</Detail>}
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
        {detail && <Detail>{detail}</Detail>}
      </span>
      {children && <span className={styles['controls']}>{children}</span>}
    </li>
  );
}

function Detail({ children }: { children: ReactNode }) {
  return (
    <span className={styles['detail']} data-own={typeof children !== 'string' || undefined}>
      {children}
    </span>
  );
}
