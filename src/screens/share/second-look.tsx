import { useMemo } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Spoken } from '#i18n/use-language.ts';
import type { ReaderId } from '#passport/readers.ts';
import { summariseConfided } from '#passport/summary/confided.ts';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Page } from '#ui/page.tsx';
import { useBack } from '#ui/use-back.ts';
import { DocView } from '#views/doc-view.tsx';
import type { OutgoingPage } from './page.ts';
import styles from './share.module.css';

type Props = {
  page: OutgoingPage;
  spoken: Spoken;
  reader: ReaderId;
  onAgree: () => void;
  onBack: () => void;
};

/** Once more, and alone on the screen: exactly the private words that are about to go, to whom, and what becomes of them. */
export function SecondLook({ page, spoken, reader, onAgree, onBack }: Props) {
  const t = useT();
  useBack(1, onBack);
  const doc = useMemo(
    () => summariseConfided(page.shown, spoken.words, { today: page.extract.made }, page.doc),
    [page, spoken],
  );
  return (
    <div className={styles['apart']} data-screen-only translate="no">
      <Page title={t('share:look.title')} under={t('share:look.to', { reader: t(`share:readers.${reader}.name`) })}>
        <p>{t('share:look.these')}</p>
        <section className={styles['preview']} aria-label={t('share:look.words')}>
          <DocView doc={doc} level={2} />
        </section>
        <Note tone="warm">
          <p>{t('share:look.marked')}</p>
          <p>{t('share:look.record')}</p>
        </Note>
        <Button look="main" onPress={onAgree}>
          {t('share:look.agree')}
        </Button>
        <Button onPress={onBack}>{t('share:look.back')}</Button>
      </Page>
    </div>
  );
}
