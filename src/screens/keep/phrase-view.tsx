import { isMadePhrase } from '#exchange/file/phrase.ts';
import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { publicAddress } from '#views/public-address.ts';
import styles from './keep.module.css';

/** A phrase, large: the words the app made one by one with their numbers, a phrase of one's own as it stands. */
export function PhraseView({ phrase, label }: { phrase: string; label: string }) {
  if (!isMadePhrase(phrase)) {
    return (
      <ul className={styles['phrase']} data-own data-phrase aria-label={label}>
        <li>
          <bdi>{phrase}</bdi>
        </li>
      </ul>
    );
  }
  return (
    <ol className={styles['phrase']} dir="ltr" lang="en" data-phrase aria-label={label}>
      {phrase.split(' ').map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
        <li key={at} className={styles['word']}>
          <span className={styles['place']} aria-hidden="true">
            {at + 1}
          </span>
          <span>{word}</span>
        </li>
      ))}
    </ol>
  );
}

type SheetProps = {
  phrase: string;
  /** The file it opens. */
  name: string;
  /** ISO date. */
  made: string;
  /** The sheet names no app. */
  discreet: boolean;
};

/** What is printed: the phrase, the file it opens, what opens it, and a line for where the file is. Nobody's name. */
export function PhraseSheet({ phrase, name, made, discreet }: SheetProps) {
  const t = useT();
  const lang = useLang();
  return (
    <section className={styles['sheet']} aria-hidden="true">
      <h1>{t('keep:sheet.title')}</h1>
      <p>{t('keep:sheet.made', { date: dateToWords(made, lang) })}</p>
      <PhraseView phrase={phrase} label={t('keep:sheet.title')} />
      <div>
        <h2>{t('keep:sheet.for')}</h2>
        <p>{t('keep:sheet.forText', { name: `\u2066${name}\u2069` })}</p>
        <p>
          {discreet
            ? t('keep:sheet.any')
            : t('keep:sheet.app', { app: t('name'), address: `\u2066${publicAddress}\u2069` })}
        </p>
        <p>{t('keep:sheet.care')}</p>
      </div>
      <div>
        <h2>{t('keep:sheet.where')}</h2>
        <div className={styles['blank']} />
      </div>
    </section>
  );
}
