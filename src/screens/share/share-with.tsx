import { useMemo, useRef, useState } from 'react';
import { dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { languages, pseudoLanguage } from '#i18n/languages.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { parts } from '#passport/catalogue.ts';
import { emptyShare, pick, type ReaderId } from '#passport/extract.ts';
import { isUsed } from '#passport/fold.ts';
import type { Session } from '#store/session.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { Select } from '#ui/select.tsx';
import { DocView } from '#views/doc-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { ChangeTicks } from './change-ticks.tsx';
import { isBlank, useOutgoingPage } from './page.ts';
import styles from './share.module.css';
import { WaysOut } from './ways-out.tsx';

type Props = { session: Session; reader: ReaderId; makePdfWorker: () => Worker };

/** One reader: exactly what they will see, what can be changed about it, and the ways to hand it over. */
export function ShareWith({ session, reader, makePdfWorker }: Props) {
  const t = useT();
  const own = useLang();
  const { world, example } = session;
  const passport = usePassport(session.store);
  const [made] = useState(() => dayOf(world.now()));
  const ways = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => emptyShare(reader));
  const [language, setLanguage] = useState<string>(own === pseudoLanguage ? own : languages[0].id);
  const spoken = useLanguage(language);
  const extract = useMemo(() => pick(passport, share, made, example), [passport, share, made, example]);
  const outgoing = useOutgoingPage(extract, spoken);
  const page = outgoing.value;
  const back = { href: routes.share, label: t('share:title') };
  const title = t(`share:readers.${reader}.name`);

  if (!parts.some((part) => isUsed(passport, part.id))) {
    return (
      <Page back={back} title={title}>
        <Stretch title={t('share:empty.title')}>
          <p>{t('share:empty.text')}</p>
          <ButtonLink look="main" icon="add" href={routes.passport}>
            {t('share:empty.start')}
          </ButtonLink>
        </Stretch>
      </Page>
    );
  }

  const blank = isBlank(extract);
  const spokenName = language === own ? undefined : languages.find(({ id }) => id === language)?.name;
  return (
    <Page back={back} title={title} under={t('share:exactly')}>
      {outgoing.failed && <ProblemView t={t} problem="piece-missing" />}
      <Select
        label={t('share:language')}
        options={languages.map(({ id, name }) => ({ id, label: name, lang: id }))}
        picked={language}
        onPick={setLanguage}
      />
      {spokenName && <p>{t('share:readIn', { language: spokenName })}</p>}
      {page && !blank && (
        <Button icon="down" onPress={() => ways.current?.focus()}>
          {t('share:ways.title')}
        </Button>
      )}
      {blank && <p role="status">{t('share:empty.unticked')}</p>}
      {!page && <p role="status">{t('share:making')}</p>}
      {page && !blank && (
        <section className={styles['preview']} aria-label={t('share:preview')} aria-busy={!outgoing.fresh}>
          <DocView doc={page.doc} level={2} />
        </section>
      )}
      <Disclosure summary={t('share:change.title')}>
        <ChangeTicks passport={passport} share={share} onChange={setShare} />
      </Disclosure>
      {page && !blank && (
        <div ref={ways} tabIndex={-1} className={styles['ways']}>
          <WaysOut page={page} makePdfWorker={makePdfWorker} />
        </div>
      )}
      <Note title={t('share:noteAbout')}>
        <p>{t('share:note')}</p>
      </Note>
    </Page>
  );
}
