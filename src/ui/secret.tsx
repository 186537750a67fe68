import type { ReactNode } from 'react';
import styles from './secret.module.css';

type ListProps = {
  /** What the list is, to someone who does not see it. */
  label: string;
  pieces: readonly string[];
  /** The language of the pieces, where they are words. */
  lang?: string;
  /** Groups of letters and digits: kept whole, and spoken one by one. */
  isSpelled?: boolean;
};

/** A secret to be written down: its pieces large, each with its number. What is copied is the pieces alone. */
export function SecretList({ label, pieces, lang, isSpelled = false }: ListProps) {
  return (
    <ol
      className={styles['secret']}
      dir="ltr"
      translate="no"
      lang={lang}
      data-spelled={isSpelled || undefined}
      aria-label={label}
    >
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
        <li key={at} className={styles['piece']}>
          <span className={styles['number']} aria-hidden="true">
            {at + 1}
          </span>
          <span aria-hidden={isSpelled || undefined}>{piece}</span>
          {isSpelled && <span className={`visually-hidden ${styles['spoken']}`}>{[...piece].join(' ')}</span>}
        </li>
      ))}
    </ol>
  );
}

/** A secret of the person's own, as it stands. */
export function SecretText({ label, text }: { label: string; text: string }) {
  return (
    <ul className={styles['secret']} data-own translate="no" aria-label={label}>
      <li>
        <bdi>{text}</bdi>
      </li>
    </ul>
  );
}

type SheetProps = { title: string; made: string /** Over an empty line. */; where: string; children: ReactNode };

/** What is printed in place of the page: a secret, what it is for, and a line for where it is kept. */
export function SecretSheet({ title, made, where, children }: SheetProps) {
  return (
    <section className={styles['sheet']} aria-hidden="true">
      <h1>{title}</h1>
      <p>{made}</p>
      {children}
      <div>
        <h2>{where}</h2>
        <div className={styles['blank']} />
      </div>
    </section>
  );
}
