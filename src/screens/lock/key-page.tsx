import { useEffect } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Stretch } from '#ui/page.tsx';
import { printAlone } from '#ui/print-alone.ts';
import { SecretList } from '#ui/secret.tsx';
import { WalkPage } from '#views/walk-page.tsx';
import { KeySheet } from './key-sheet.tsx';

type Props = {
  groups: readonly string[];
  /** ISO date. */
  made: string;
  step: readonly [number, number];
  onNext: () => void;
  onBack: () => void;
};

/** The recovery key, large, to be written down or printed on a sheet that names nobody. */
export function KeyPage({ groups, made, step, onNext, onBack }: Props) {
  const t = useT();
  const { discreet } = useHiding();
  const title = t('lock:sheet.title');
  useEffect(() => printAlone(title), [title]);
  return (
    <>
      <div data-screen-only>
        <WalkPage title={t('lock:key.title')} step={step} onBack={onBack}>
          <p>{t('lock:key.text')}</p>
          <SecretList pieces={groups} label={t('lock:key.list')} isSpelled />
          <p>{t('lock:key.keep')}</p>
          <Stretch>
            <Button look="main" onPress={onNext}>
              {t('lock:key.written')}
            </Button>
            {typeof window.print === 'function' && (
              <>
                <Button icon="print" onPress={() => window.print()}>
                  {t('lock:key.print')}
                </Button>
                <p>{t('lock:key.printHint')}</p>
              </>
            )}
          </Stretch>
        </WalkPage>
      </div>
      <KeySheet groups={groups} made={made} app={discreet ? t('hide.name') : t('name')} />
    </>
  );
}
