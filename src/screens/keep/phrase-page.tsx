import { useEffect } from 'react';
import { isMadePhrase } from '#exchange/file/phrase.ts';
import { dayOf } from '#i18n/dates.ts';
import { useT } from '#i18n/i18n.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { ChooseMany } from '#ui/choices.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Stretch } from '#ui/page.tsx';
import { printAlone } from '#ui/print-alone.ts';
import { WalkPage } from '#views/walk-page.tsx';
import styles from './keep.module.css';
import { PhraseSheet, PhraseView } from './phrase-view.tsx';
import { useBackupName } from './use-making.ts';
import type { Chosen } from './use-phrase.ts';

type Props = {
  session: Session;
  chosen: Chosen;
  step: readonly [number, number];
  /** Whether the phrase is kept for next time; null where that is not asked. */
  keep: boolean | null;
  onKeep: (keep: boolean) => void;
  onAnother: () => void;
  onOwn: () => void;
  onNext: () => void;
  onBack: () => void;
};

/** The phrase, to be written down or printed, before anything is sealed with it. */
export function PhrasePage({ session, chosen, step, keep, onKeep, onAnother, onOwn, onNext, onBack }: Props) {
  const t = useT();
  const { discreet } = useHiding();
  const { phrase, from } = chosen;
  const name = useBackupName(session);
  const sheetTitle = t('keep:sheet.title');
  useEffect(() => printAlone(sheetTitle), [sheetTitle]);
  const isMade = isMadePhrase(phrase);
  const text = !isMade ? 'own' : /\d/.test(phrase) ? 'digits' : 'words';
  return (
    <>
      <div data-screen-only>
        <WalkPage title={t('keep:phrase.title')} step={step} onBack={onBack}>
          <p>{from === 'kept' ? t('keep:phrase.same') : t(`keep:phrase.${text}`)}</p>
          <PhraseView phrase={phrase} label={t('keep:phrase.label')} />
          <p>{t('keep:phrase.away')}</p>
          {keep !== null && (
            <ChooseMany
              options={[{ id: 'keep', label: t('keep:phrase.keep'), detail: t('keep:phrase.keepHint') }]}
              picked={new Set(keep ? ['keep'] : [])}
              onToggle={(_, on) => onKeep(on)}
            />
          )}
          <Stretch>
            <Button look="main" onPress={onNext}>
              {t(from === 'kept' ? 'keep:phrase.go' : 'keep:phrase.written')}
            </Button>
            {typeof window.print === 'function' && (
              <>
                <Button icon="print" onPress={() => window.print()}>
                  {t('keep:phrase.print')}
                </Button>
                <p className={styles['quiet']}>{t('keep:phrase.printHint')}</p>
              </>
            )}
            <Button look="plain" onPress={onAnother}>
              {t('keep:phrase.another')}
            </Button>
            <Button look="plain" onPress={onOwn}>
              {t('keep:phrase.useOwn')}
            </Button>
          </Stretch>
        </WalkPage>
      </div>
      <PhraseSheet
        phrase={phrase}
        name={name.replace(/\.age$/, '')}
        made={dayOf(session.world.now())}
        discreet={discreet}
      />
    </>
  );
}
