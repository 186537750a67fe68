import { useT } from '#i18n/i18n.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import styles from './paste.module.css';

const places = ['app', 'surgery', 'pharmacy', 'hospital'] as const;

/** Where people have their list, how to copy it on a phone, and that a picture cannot be read. */
export function WhereToFind() {
  const t = useT();
  return (
    <Disclosure summary={t('paste:where.title')}>
      <dl className={styles['places']}>
        {places.map((place) => (
          <div key={place}>
            <dt>{t(`paste:where.${place}.name`)}</dt>
            <dd>{t(`paste:where.${place}.how`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('paste:where.copy.name')}</dt>
          <dd>{t('paste:where.copy.how')}</dd>
        </div>
      </dl>
      <p>{t('paste:where.photo')}</p>
    </Disclosure>
  );
}
