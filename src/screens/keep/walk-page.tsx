import type { ReactNode } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import styles from './keep.module.css';

type Props = {
  title: string;
  step: readonly [at: number, steps: number];
  /** Left out where nothing is to be gone back to. */
  onBack?: () => void;
  children: ReactNode;
};

/** One page of a walk: where it stands among the others, what it says, and the way back to the page before. */
export function WalkPage({ title, step: [at, steps], onBack, children }: Props) {
  const t = useT();
  return (
    <Page top={t('keep:step', { step: at, steps })} title={title}>
      {children}
      {onBack && (
        <div className={styles['ways']}>
          <Button look="plain" onPress={onBack}>
            {t('keep:back')}
          </Button>
        </div>
      )}
    </Page>
  );
}
