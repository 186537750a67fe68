import { useT } from '#i18n/i18n.ts';
import styles from './cannot-hide.module.css';

const traces = ['switcher', 'history', 'files', 'calls', 'icon', 'code'] as const;

/** What stays to be seen whatever the app does, and what to do about a watched phone. */
export function CannotHide({ level }: { level: 'h2' | 'h3' }) {
  const t = useT();
  const Heading = level;
  return (
    <>
      <section className={styles['block']}>
        <Heading>{t('hide.cannot')}</Heading>
        <ul className={styles['list']}>
          {traces.map((trace) => (
            <li key={trace}>{t(`hide.traces.${trace}`)}</li>
          ))}
        </ul>
      </section>
      <section className={styles['block']}>
        <Heading>{t('hide.watched')}</Heading>
        <p>{t('hide.watchedText')}</p>
      </section>
    </>
  );
}
