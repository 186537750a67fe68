import { useEffect, useMemo, useRef, useState } from 'react';
import { dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { languages, pseudoLanguage } from '#i18n/languages.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import type { ReaderId } from '#passport/readers.ts';
import { usedParts } from '#passport/suggest.ts';
import { confidedOf } from '#passport/summary/confided.ts';
import type { Session } from '#store/session.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { Select } from '#ui/select.tsx';
import { DocView } from '#views/doc-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { ChangeTicks } from './change-ticks.tsx';
import { isBlank, type OutgoingPage, useOutgoingPage } from './page.ts';
import { PrivateTicks } from './private-ticks.tsx';
import { SecondLook } from './second-look.tsx';
import styles from './share.module.css';
import { useWhole } from './use-whole.ts';
import { WaysOut } from './ways-out.tsx';

type Props = { session: Session; reader: ReaderId; makePdfWorker: () => Worker };

/** One reader: exactly what they will see, what can be changed about it, and the ways to hand it over. */
export function ShareWith({ session, reader, makePdfWorker }: Props) {
  const t = useT();
  const own = useLang();
  const { world, example } = session;
  const isHelped = session.writer.by !== '';
  const { passport, shut } = useWhole(session);
  const [made] = useState(() => dayOf(world.now()));
  const ways = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => emptyShare(reader));
  const [language, setLanguage] = useState<string>(own === pseudoLanguage ? own : languages[0].id);
  const spoken = useLanguage(language);
  const picked = useMemo(
    () => (isHelped ? { ...share, withPrivate: emptyShare(reader).withPrivate } : share),
    [share, isHelped, reader],
  );
  const extract = useMemo(() => pick(passport, picked, made, example), [passport, picked, made, example]);
  const outgoing = useOutgoingPage(extract, spoken);
  const page = outgoing.value;
  const back = { href: routes.share, label: t('share:title') };
  const title = t(`share:readers.${reader}.name`);

  // What was looked at is what goes: one word more, and it is looked at again.
  const secret = useMemo(() => secretOf(page), [page]);
  const [agreed, setAgreed] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);
  const isCleared = secret === null || secret === agreed;
  useEffect(() => {
    if (secret !== null && secret === agreed) ways.current?.focus();
  }, [secret, agreed]);

  if (usedParts(passport, isHelped).length === 0 && !shut) {
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
  if (isLooking && page && spoken && secret !== null) {
    return (
      <SecondLook
        page={page}
        spoken={spoken}
        reader={reader}
        onAgree={() => {
          setAgreed(secret);
          setLooking(false);
        }}
        onBack={() => setLooking(false)}
      />
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
        <section
          className={styles['preview']}
          aria-label={t('share:preview')}
          aria-busy={!outgoing.fresh}
          data-screen-only={!isCleared || undefined}
        >
          <DocView doc={page.doc} level={2} />
        </section>
      )}
      <Disclosure summary={t('share:change.title')}>
        <ChangeTicks passport={passport} share={picked} onChange={setShare} />
      </Disclosure>
      {!isHelped && <PrivateTicks passport={passport} share={picked} onChange={setShare} shut={shut} />}
      {page && !blank && (
        <div ref={ways} tabIndex={-1} className={styles['ways']}>
          {isCleared && <WaysOut page={page} makePdfWorker={makePdfWorker} />}
          {!isCleared && (
            <Stretch title={t('share:look.first')}>
              <p>{t('share:look.ticked')}</p>
              <Button look="main" onPress={() => setLooking(true)}>
                {t('share:look.go')}
              </Button>
            </Stretch>
          )}
        </div>
      )}
      <Note title={t('share:noteAbout')}>
        <p>{t('share:note')}</p>
      </Note>
    </Page>
  );
}

/** The private words of a page, null when there are none. */
function secretOf(page: OutgoingPage | null): string | null {
  const { parts } = page ? confidedOf(page.shown) : { parts: [] };
  return parts.length > 0 ? JSON.stringify(parts) : null;
}
