import { useEffect } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { KeyGroups, KeySheet } from './key-sheet.tsx';
import styles from './lock.module.css';
import { WalkPage } from './walk-page.tsx';

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
          <KeyGroups groups={groups} label={t('lock:key.list')} />
          <p>{t('lock:key.keep')}</p>
          <div className={styles['ways']}>
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
          </div>
        </WalkPage>
      </div>
      <KeySheet groups={groups} made={made} app={discreet ? t('hide.name') : t('name')} />
    </>
  );
}

/** Until it is undone, what is printed has a neutral title (browsers put it on the paper and in the file's name). */
function printAlone(title: string): () => void {
  const { dataset } = document.documentElement;
  let before = document.title;
  const rename = () => {
    before = document.title;
    document.title = title;
  };
  const putBack = () => {
    document.title = before;
  };
  dataset['print'] = 'alone';
  window.addEventListener('beforeprint', rename);
  window.addEventListener('afterprint', putBack);
  return () => {
    delete dataset['print'];
    window.removeEventListener('beforeprint', rename);
    window.removeEventListener('afterprint', putBack);
  };
}
