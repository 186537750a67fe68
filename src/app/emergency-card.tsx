import { useCallback, useEffect, useRef, useState } from 'react';
import { linkRoom, packExtract } from '#exchange/code/pack.ts';
import { dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { languages, pseudoLanguage } from '#i18n/languages.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { directionOf } from '#passport/direction.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import type { Passport } from '#passport/fold.ts';
import { summarise } from '#passport/summary/summarise.ts';
import type { World } from '#passport/write.ts';
import { Button } from '#ui/button.tsx';
import { HideButton } from '#ui/hide.tsx';
import { Select } from '#ui/select.tsx';
import { useLatest } from '#ui/use-latest.ts';
import { usePageLanguage } from '#ui/use-page-language.ts';
import { DocView } from '#views/doc-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import styles from './locked-page.module.css';

type Props = {
  /** What the person left outside the lock, and no more. */
  passport: Passport;
  /** When that was: it may be older than what lies behind the lock. */
  written: Date;
  world: World;
  onClose: () => void;
};

/** The A&E card over the lock: what a link to it would carry, read back, in the reader's language. */
export function EmergencyCard({ passport, written, world, onClose }: Props) {
  const t = useT();
  const own = useLang();
  const made = dayOf(written);
  const [today] = useState(() => dayOf(world.now()));
  const [language, setLanguage] = useState<string>(own === pseudoLanguage ? own : languages[0].id);
  const spoken = useLanguage(language);
  const carry = useCallback(
    async () => (await packExtract(pick(passport, emptyShare('emergency'), made), linkRoom)).shown,
    [passport, made],
  );
  const shown = useLatest(carry);
  usePageLanguage(spoken?.lang ?? own, directionOf(spoken?.lang ?? own));
  const isReady = Boolean(spoken && shown.value);
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const heading = isReady ? page.current?.querySelector('h1') : null;
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [isReady]);

  return (
    <div className={styles['card']}>
      <main ref={page} className={styles['page']}>
        {shown.failed && <ProblemView t={t} problem="piece-missing" />}
        {spoken && shown.value && (
          <>
            <div data-screen-only>
              <Select
                label={spoken.t('lock:locked.cardLanguage')}
                options={languages.map(({ id, name }) => ({ id, label: name, lang: id }))}
                picked={language}
                onPick={setLanguage}
              />
            </div>
            <DocView doc={summarise(shown.value, spoken.words, { today })} size="large" />
          </>
        )}
        {!isReady && !shown.failed && <p role="status">{t('lock:locked.cardLoading')}</p>}
      </main>
      <footer className={styles['foot']} lang={own} dir={directionOf(own)} data-screen-only>
        <div className={styles['line']}>
          <Button onPress={onClose}>{t('lock:locked.cardClose')}</Button>
          <HideButton />
        </div>
      </footer>
    </div>
  );
}
