import type { ReactNode } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Stretch } from '#ui/page.tsx';
import styles from './welcome.module.css';

const steps = 4;

/** Which page of the first run this is. */
export function Step({ n }: { n: number }) {
  const t = useT();
  return <span className={styles['step']}>{t('step', { step: n, steps })}</span>;
}

type WaysProps = {
  main: string;
  onMain: () => void;
  onSkip?: () => void;
  onBack?: () => void;
  /** The page says already that no one sees it. */
  isSaid?: boolean;
  children?: ReactNode;
};

/** The ways on from a page of the first run, and what holds on each of them. */
export function Ways({ main, onMain, onSkip, onBack, isSaid = false, children }: WaysProps) {
  const t = useT();
  return (
    <Stretch>
      <Button look="main" onPress={onMain}>
        {main}
      </Button>
      {children}
      {onSkip && (
        <Button look="plain" onPress={onSkip}>
          {t('welcome.skip')}
        </Button>
      )}
      {onBack && (
        <Button look="plain" onPress={onBack}>
          {t('back')}
        </Button>
      )}
      {!isSaid && <p className={styles['quiet']}>{t('welcome.quiet')}</p>}
    </Stretch>
  );
}
