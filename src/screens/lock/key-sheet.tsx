import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import styles from './lock.module.css';

/** The groups of a key, each with its number, read out letter by letter. */
export function KeyGroups({ groups, label }: { groups: readonly string[]; label: string }) {
  return (
    <ol className={styles['key']} dir="ltr" aria-label={label}>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
        <li key={at} className={styles['group']}>
          <span className={styles['place']} aria-hidden="true">
            {at + 1}
          </span>
          <span aria-hidden="true">{group}</span>
          <span className={`visually-hidden ${styles['spoken']}`}>{[...group].join(' ')}</span>
        </li>
      ))}
    </ol>
  );
}

type Props = {
  groups: readonly string[];
  made: string;
  /** What the app is called here. */
  app: string;
};

/** What is printed: a key, its date, what it is for, and a line for where it is kept. Nothing of the person. */
export function KeySheet({ groups, made, app }: Props) {
  const t = useT();
  const lang = useLang();
  return (
    <section className={styles['sheet']} aria-hidden="true">
      <h1>{t('lock:sheet.title')}</h1>
      <p>{t('lock:sheet.made', { date: dateToWords(made, lang) })}</p>
      <KeyGroups groups={groups} label={t('lock:sheet.title')} />
      <div>
        <h2>{t('lock:sheet.for')}</h2>
        <p>{t('lock:sheet.forText')}</p>
        <p>{t('lock:sheet.care')}</p>
      </div>
      <div>
        <h2>{t('lock:sheet.opens')}</h2>
        <p>{app}</p>
      </div>
      <div>
        <h2>{t('lock:sheet.where')}</h2>
        <div className={styles['blank']} />
      </div>
    </section>
  );
}
