import { useT } from '#i18n/i18n.ts';
import { Page } from '#ui/page.tsx';
import styles from './lock.module.css';

type Props = { what: 'on' | 'change' | 'off' | 'pin' };

/** While everything is sealed anew: nothing to press, and nothing to fear. */
export function WorkingPage({ what }: Props) {
  const t = useT();
  return (
    <Page title={t(`lock:working.${what}`)}>
      <div role="status" className={styles['ways']}>
        <p>{t('lock:working.text')}</p>
        <p>{t('lock:working.safe')}</p>
      </div>
    </Page>
  );
}
