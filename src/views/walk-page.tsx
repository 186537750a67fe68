import type { ReactNode } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';

type Props = {
  title: string;
  /** Which page of the walk this is; left out where there is only one. */
  step?: readonly [at: number, steps: number];
  /** Left out where nothing is to be gone back to. */
  onBack?: () => void;
  children: ReactNode;
};

/** One page of a walk: where it stands among the others, what it says, and the way back to the page before. */
export function WalkPage({ title, step, onBack, children }: Props) {
  const t = useT();
  return (
    <Page top={step && t('step', { step: step[0], steps: step[1] })} title={title}>
      {children}
      {onBack && (
        <Button look="plain" onPress={onBack}>
          {t('back')}
        </Button>
      )}
    </Page>
  );
}
