import type { ReactNode } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import styles from './lock.module.css';

type Props = {
  title: string;
  /** Which page of the walk this is; left out where there is only one. */
  step?: readonly [at: number, steps: number];
  onBack: () => void;
  children: ReactNode;
};

/** One page of a walk: where it stands among the others, what it asks, and the way back to the page before. */
export function WalkPage({ title, step, onBack, children }: Props) {
  const t = useT();
  return (
    <Page top={step && t('lock:step', { step: step[0], steps: step[1] })} title={title}>
      {children}
      <div className={styles['ways']}>
        <Button look="plain" onPress={onBack}>
          {t('lock:back')}
        </Button>
      </div>
    </Page>
  );
}
