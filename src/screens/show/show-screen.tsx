import { useCallback, useState } from 'react';
import { linkRoom, packExtract } from '#exchange/code/pack.ts';
import { dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { languages, pseudoLanguage } from '#i18n/languages.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { directionOf } from '#passport/direction.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { isOpenlyUsed, openParts } from '#passport/private.ts';
import type { ReaderId } from '#passport/readers.ts';
import { summarise } from '#passport/summary/summarise.ts';
import type { Session } from '#store/session.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { HideButton } from '#ui/hide.tsx';
import { HoldButton } from '#ui/hold-button.tsx';
import { routes } from '#ui/routes.ts';
import { Select } from '#ui/select.tsx';
import { useLatest } from '#ui/use-latest.ts';
import { usePageLanguage } from '#ui/use-page-language.ts';
import { DocView } from '#views/doc-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import styles from './show-screen.module.css';
import { useStay } from './use-stay.ts';

type Props = { session: Session; reader?: ReaderId };

/** The reader's page, turned to another person: nothing else can be reached, and only its owner goes back. */
export function ShowScreen({ session, reader = 'gp' }: Props) {
  const t = useT();
  const own = useLang();
  const { world, example } = session;
  const passport = usePassport(session.store);
  const [made] = useState(() => dayOf(world.now()));
  const [language, setLanguage] = useState<string>(own === pseudoLanguage ? own : languages[0].id);
  const spoken = useLanguage(language);
  const [asking, setAsking] = useState(false);
  const leave = useStay(() => setAsking(true));
  const goBack = () => leave(routes.home);

  // What is shown is what a link would carry, read back.
  const carry = useCallback(
    async () => (await packExtract(pick(passport, emptyShare(reader), made, example), linkRoom)).shown,
    [passport, reader, made, example],
  );
  const shown = useLatest(carry);
  const isEmpty = !openParts.some((part) => isOpenlyUsed(passport, part));
  usePageLanguage(spoken?.lang ?? own, directionOf(spoken?.lang ?? own));

  const options = languages.map(({ id, name }) => ({ id, label: name, lang: id }));
  return (
    <div className={styles['show']}>
      <main className={styles['page']}>
        {isEmpty && (
          <div className={styles['empty']} lang={own} dir={directionOf(own)}>
            <h1>{t('share:show.empty')}</h1>
            <p>{t('share:show.emptyText')}</p>
            <Button look="main" icon="add" onPress={() => leave(routes.passport)}>
              {t('share:empty.start')}
            </Button>
          </div>
        )}
        {shown.failed && <ProblemView t={t} problem="piece-missing" />}
        {!isEmpty && spoken && shown.value && (
          <>
            <div data-screen-only>
              <Select
                label={spoken.t('share:show.language')}
                options={options}
                picked={language}
                onPick={setLanguage}
              />
            </div>
            <DocView doc={summarise(shown.value, spoken.words, { today: made })} size="large" />
          </>
        )}
      </main>
      <footer className={styles['foot']} lang={own} dir={directionOf(own)} data-screen-only>
        <div className={styles['line']}>
          <HoldButton
            label={t('share:show.hold')}
            holding={t('share:show.holding')}
            letGo={t('share:show.letGo')}
            onHeld={goBack}
            onPress={() => setAsking(true)}
          />
          <HideButton />
        </div>
        {asking && (
          <Dialog title={t('share:show.leaveTitle')} onClose={() => setAsking(false)}>
            <p>{t('share:show.leaveText')}</p>
            <Button look="main" onPress={() => setAsking(false)}>
              {t('share:show.stay')}
            </Button>
            <Button onPress={goBack}>{t('share:show.leave')}</Button>
          </Dialog>
        )}
      </footer>
    </div>
  );
}
