import type { Translate } from '#i18n/i18n.ts';
import type { Words } from '#passport/summary/words.ts';
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
};

/** Which codes are still to come. */
export function Missing({ t, words, missing, have, said }: Props) {
  const list = words.list(missing.map(String));
  return (
    <div className={styles['narrow']} data-screen-only>
      <Note title={t('reader:parts.title', { have, count: have + missing.length })}>
        <p>{t('reader:parts.missing', { count: missing.length, list })}</p>
        <p>{t('reader:parts.how')}</p>
        <p role="status">{said}</p>
      </Note>
    </div>
  );
}
