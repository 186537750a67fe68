import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { Status } from '#ui/status.tsx';
import styles from './lock.module.css';

type Props = { said: string | null; onPassphrase: () => void; onPin: () => void };

/** No lock: what that means, what one does and cannot do, and the two kinds there are. */
export function OffPage({ said, onPassphrase, onPin }: Props) {
  const t = useT();
  return (
    <Page
      back={{ href: routes.safety, label: t('hide:title') }}
      title={t('lock:title')}
      end={<Status message={said} />}
    >
      <Note>
        <p className={styles['lede']}>{t('lock:off.now')}</p>
      </Note>
      <Stretch title={t('lock:off.does')}>
        <ul className={styles['list']}>
          <li>{t('lock:off.doesShut')}</li>
          <li>{t('lock:off.doesItself')}</li>
        </ul>
      </Stretch>
      <Stretch title={t('lock:off.not')}>
        <ul className={styles['list']}>
          <li>{t('lock:off.notCopies')}</li>
          <li>{t('lock:off.notOpen')}</li>
          <li>{t('lock:off.notWatched')}</li>
        </ul>
      </Stretch>
      <Stretch title={t('lock:off.ways')}>
        <div className={styles['way']}>
          <Button look="main" icon="lock" onPress={onPassphrase}>
            {t('lock:off.passphrase')}
          </Button>
          <p>{t('lock:off.passphraseHint')}</p>
        </div>
        <div className={styles['way']}>
          <Button onPress={onPin}>{t('lock:off.pin')}</Button>
          <p>{t('lock:off.pinHint')}</p>
        </div>
      </Stretch>
    </Page>
  );
}
