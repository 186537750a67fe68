import { useT } from '#i18n/i18n.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { WalkPage } from '#views/walk-page.tsx';
import styles from './lock.module.css';

type Props = {
  /** A lock that is on is changed; 'with-passkey' when the passkey goes with it. */
  change: 'none' | 'passphrase' | 'with-passkey';
  step: readonly [number, number];
  onNext: () => void;
  onBack: () => void;
};

/** What has to be known first: nobody can reset this. */
export function BeforePage({ change, step, onNext, onBack }: Props) {
  const t = useT();
  const isChange = change !== 'none';
  return (
    <WalkPage title={t(isChange ? 'lock:before.changeTitle' : 'lock:before.title')} step={step} onBack={onBack}>
      <Note tone="warm">
        <p className={styles['lede']}>
          <strong>{t('lock:before.reset')}</strong> <span>{t('lock:before.only')}</span>
        </p>
      </Note>
      {isChange && <p>{t('lock:before.change')}</p>}
      {change === 'with-passkey' && <p>{t('lock:before.changePasskey')}</p>}
      <p>{t('lock:before.need')}</p>
      <p>{t('lock:before.calm')}</p>
      <p>{isChange ? t('lock:before.away') : t('lock:before.stale')}</p>
      <Stretch>
        <Button look="main" onPress={onNext}>
          {t('lock:before.go')}
        </Button>
        <ButtonLink href={routes.keepStep('backup')}>{t('lock:before.backup')}</ButtonLink>
      </Stretch>
    </WalkPage>
  );
}
