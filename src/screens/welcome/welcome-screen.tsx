import { lazy, Suspense, useEffect } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Place } from '#store/place.ts';
import type { Session } from '#store/session.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { usePlace } from '#ui/use-place.ts';
import { CannotHide } from '#views/cannot-hide.tsx';
import { DiscreetChoice } from '#views/discreet-choice.tsx';
import { ExampleButton } from '#views/example-button.tsx';
import { FlareLink } from '#views/flare-link.tsx';
import { LanguageAndSize, type Size } from '#views/language-and-size.tsx';
import { Step, Ways } from './ways.tsx';
import styles from './welcome.module.css';

// what writes needs the passport and its parts: the first page is not to wait for them
const Questions = lazy(async () => ({ default: (await import('./questions.tsx')).Questions }));

type Props = {
  /** Undefined until the passport is open: the first two pages do not wait for it. */
  session: Session | undefined;
  place: Place;
  size: Size;
  onLanguage: (lang: string) => void;
  onSize: (size: Size) => void;
  discreet: boolean;
  onDiscreet: (discreet: boolean) => void;
  onExample: () => Promise<void>;
  /** Called when the person goes on from the first page: what the later ones need can be loaded now. */
  onStart: () => void;
  /** Called past the pages that only tell: the first run does not come by itself again. Stays the same function. */
  onSeen: () => void;
};

/** The first minute: language and size, what this is, two questions, then Show. Every page can be skipped. */
export function WelcomeScreen(props: Props) {
  const t = useT();
  const { session, onStart, onSeen } = props;
  const { place, go: goTo, back } = usePlace<`${number}`>('1', (wanted) => /^[1-5]$/.test(wanted));
  const step = Number(place);
  useEffect(() => {
    if (step > 1) onStart();
  }, [step, onStart]);
  const isSeen = step > 2 && session !== undefined;
  useEffect(() => {
    if (isSeen) onSeen();
  }, [isSeen, onSeen]);
  const go = { next: () => goTo(`${step + 1}`), back };
  if (step === 1) return <Speaking {...props} {...go} />;
  if (step === 2) return <What {...props} {...go} />;
  const opening = <p className={styles['quiet']}>{t('opening')}</p>;
  if (!session) return opening;
  return (
    <Suspense fallback={opening}>
      <Questions session={session} step={step} {...go} />
    </Suspense>
  );
}

type Steps = { next: () => void; back: () => void };

function Speaking({ size, onLanguage, onSize, next }: Props & Steps) {
  const t = useT();
  return (
    <Page key="language" title={t('welcome.language')} top={<Step n={1} />} end={<FlareLink />}>
      <LanguageAndSize sizeLabel={t('welcome.size')} size={size} onLanguage={onLanguage} onSize={onSize} />
      <Ways main={t('welcome.next')} onMain={next} />
      <p>
        <a className={styles['given']} href={routes.scan}>
          {t('welcome.given')}
        </a>
      </p>
    </Page>
  );
}

function What({ place, discreet, onDiscreet, onExample, next, back }: Props & Steps) {
  const t = useT();
  return (
    <Page key="what" title={t('welcome.what')} top={<Step n={2} />} end={<FlareLink />}>
      <p className={styles['lede']}>{t('welcome.what1')}</p>
      <p>{t('welcome.what2')}</p>
      <Disclosure summary={t('welcome.watched')}>
        <p>{t('welcome.watchedHint')}</p>
        {place === 'browser' && <p>{t('place.browser')}</p>}
        <CannotHide level="h2" />
        <p>{t('hide.how')}</p>
        <DiscreetChoice discreet={discreet} onDiscreet={onDiscreet} isInstalled={place === 'installed'} />
      </Disclosure>
      {(place === 'iphone-tab' || place === 'in-app-browser') && (
        <Note tone="warm">
          <p>{t(`place.${place}`)}</p>
        </Note>
      )}
      <Ways main={t('welcome.next')} onMain={next} onBack={back} isSaid>
        <ExampleButton label={t('welcome.example')} onExample={onExample} />
        <ButtonLink look="plain" href={routes.keepStep('restore')}>
          {t('welcome.restore')}
        </ButtonLink>
      </Ways>
    </Page>
  );
}
