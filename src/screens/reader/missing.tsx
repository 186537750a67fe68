import type { ReactNode } from 'react';
import type { Translate } from '#i18n/i18n.ts';
import type { Words } from '#passport/summary/words.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import styles from './reader.module.css';

type Props = {
  t: Translate;
  words: Words;
  /** Places of the codes still to come. */
  missing: readonly number[];
  have: number;
  /** What became of the last code. */
  said: string | null;
  children: ReactNode;
};

/** Which codes are still to come, and the ways to bring them. */
export function Missing({ t, words, missing, have, said, children }: Props) {
  const list = words.list(missing.map(String));
  return (
    <div className={styles['narrow']} data-screen-only>
      <Note title={t('reader:parts.title', { have, count: have + missing.length })}>
        <p>{t('reader:parts.missing', { count: missing.length, list })}</p>
        <p>{t('reader:parts.how')}</p>
        <p role="status">{said}</p>
      </Note>
      <Disclosure summary={t('reader:scan.another')}>{children}</Disclosure>
    </div>
  );
}
