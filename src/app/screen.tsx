import { useEffect, useSyncExternalStore } from 'react';
import { useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import { partOf, parts } from '#passport/catalogue.ts';
import { type ReaderId, readers } from '#passport/extract.ts';
import type { Part } from '#passport/part.ts';
import type { World } from '#passport/write.ts';
import { FlareScreen } from '#screens/flare/flare-screen.tsx';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import { placeOf, surroundingsOf } from '#store/place.ts';
import type { Session } from '#store/session.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { Problem } from '#ui/problem.tsx';
import { routes } from '#ui/routes.ts';
import { PartList } from '#views/part-list.tsx';
import styles from './app.module.css';
import { lazily } from './lazily.ts';
import { makePdfWorker } from './pdf-worker.ts';
import type { Route } from './route.ts';
import { scannerWasm } from './scanner-wasm.ts';
import type { Settings } from './settings.ts';
import type { Opening } from './use-session.ts';

const PassportScreen = lazily(() => import('#screens/part/passport-screen.tsx'), 'PassportScreen');
const PartScreen = lazily(() => import('#screens/part/part-screen.tsx'), 'PartScreen');
const RecordScreen = lazily(() => import('#screens/part/record-screen.tsx'), 'RecordScreen');
const HistoryScreen = lazily(() => import('#screens/part/history-screen.tsx'), 'HistoryScreen');
const WelcomeScreen = lazily(() => import('#screens/welcome/welcome-screen.tsx'), 'WelcomeScreen');
const MoreScreen = lazily(() => import('#screens/more/more-screen.tsx'), 'MoreScreen');
const PasteProblemsScreen = lazily(() => import('#screens/paste/paste-problems-screen.tsx'), 'PasteProblemsScreen');
const PasteMedicinesScreen = lazily(() => import('#screens/paste/paste-medicines-screen.tsx'), 'PasteMedicinesScreen');
const ShowScreen = lazily(() => import('#screens/show/show-screen.tsx'), 'ShowScreen');
const ShareScreen = lazily(() => import('#screens/share/share-screen.tsx'), 'ShareScreen');
const ReaderScreen = lazily(() => import('#screens/reader/reader-screen.tsx'), 'ReaderScreen');
const ScanScreen = lazily(() => import('#screens/reader/scan-screen.tsx'), 'ScanScreen');

type Props = {
  route: Route;
  /** The address before a flare. */
  from: string;
  world: World;
  opening: Opening;
  session: Session | undefined;
  settings: Settings;
  set: (next: Partial<Settings>) => void;
  offline: boolean;
  openExample: () => Promise<void>;
  helpWrite: (name: string) => void;
  open: (fresh?: boolean) => Promise<void>;
};

/** The screen of an address. A reader's page needs no passport, and a flare does not wait for one. */
export function Screen(props: Props) {
  const { route, from, world, session, opening, open } = props;
  useTitle(route);
  if (route.to === 'code')
    return (
      <ReaderScreen fragment={route.fragment} makePdfWorker={makePdfWorker} scannerWasm={scannerWasm} world={world} />
    );
  if (route.to === 'scan') return <ScanScreen makePdfWorker={makePdfWorker} scannerWasm={scannerWasm} world={world} />;
  if (route.to === 'flare')
    return <FlareScreen session={session} world={world} from={from} isRefused={opening.state === 'refused'} />;
  if (session) return <Opened {...props} session={session} />;
  if (opening.state === 'refused') return <Refused problem={opening.problem} onFresh={() => void open(true)} />;
  return <Wait />;
}

function Opened(props: Props & { session: Session }) {
  const { session } = props;
  const isReady = useSyncExternalStore(session.store.subscribe, () => session.store.isReady());
  return isReady ? <Ready {...props} /> : <Wait />;
}

function Ready({ route, session, settings, set, offline, openExample, helpWrite, open }: Props & { session: Session }) {
  const passport = usePassport(session.store);
  const isFirstRun = route.to === 'home' && passport.n === 0 && !settings.welcomed;
  useEffect(() => {
    if (isFirstRun) window.location.replace(routes.welcome);
    if (route.to === 'welcome' && !settings.welcomed) set({ welcomed: true });
  }, [isFirstRun, route.to, settings.welcomed, set]);
  const onLanguage = (lang: string) => set({ lang });
  const onSize = (size: Settings['size']) => set({ size });

  switch (route.to) {
    case 'home':
      return isFirstRun ? null : <HomeScreen session={session} />;
    case 'welcome':
      return (
        <WelcomeScreen
          session={session}
          place={placeOf(surroundingsOf(window))}
          size={settings.size}
          onLanguage={onLanguage}
          onSize={onSize}
          onExample={() => void openExample()}
        />
      );
    case 'passport':
      return <PassportScreen session={session} />;
    case 'part':
    case 'record':
    case 'history':
      return <InPassport route={route} session={session} />;
    case 'paste':
      return route.what === 'problems' ? (
        <PasteProblemsScreen session={session} />
      ) : (
        <PasteMedicinesScreen session={session} />
      );
    case 'show':
      return <ShowScreen session={session} />;
    case 'share':
      return <ShareScreen session={session} makePdfWorker={makePdfWorker} />;
    case 'share-with':
      return isReader(route.reader) ? (
        <ShareScreen session={session} reader={route.reader} makePdfWorker={makePdfWorker} />
      ) : (
        <NotFound />
      );
    case 'more':
      return (
        <MoreScreen
          session={session}
          size={settings.size}
          theme={settings.theme}
          offline={offline}
          onLanguage={onLanguage}
          onSize={onSize}
          onTheme={(theme) => set({ theme })}
          onHelper={helpWrite}
          onExample={() => void openExample()}
          onErased={() => {
            set({ welcomed: false });
            void open().then(() => {
              window.location.hash = routes.home;
            });
          }}
        />
      );
    default:
      return <NotFound />;
  }
}

type InPassportRoute = Extract<Route, { to: 'part' | 'record' | 'history' }>;

/** A part, with the list of parts beside it where there is room. */
function InPassport({ route, session }: { route: InPassportRoute; session: Session }) {
  const t = useT();
  const passport = usePassport(session.store);
  const part: Part | undefined = partOf(route.part);
  if (!part) return <NotFound />;
  return (
    <div className={styles['split']}>
      <nav className={styles['beside']} aria-label={t('passport.used')} data-screen-only>
        <PartList passport={passport} parts={parts} label={t('passport.used')} current={part.id} />
      </nav>
      {route.to === 'part' && <PartScreen session={session} part={part} />}
      {route.to === 'record' && <RecordScreen session={session} part={part} recordId={route.record} />}
      {route.to === 'history' && <HistoryScreen session={session} part={part} recordId={route.record} />}
    </div>
  );
}

function isReader(id: string): id is ReaderId {
  return Object.hasOwn(readers, id);
}

/** The window's title names the screen, never the person or what they wrote. */
function useTitle(route: Route) {
  const t = useT();
  useEffect(() => {
    const part = 'part' in route ? partOf(route.part) : undefined;
    const screens = {
      home: t('titles.home'),
      passport: t('titles.passport'),
      flare: t('titles.flare'),
      share: t('titles.share'),
      'share-with': t('titles.share'),
      show: t('titles.show'),
      more: t('titles.more'),
      welcome: t('titles.welcome'),
      paste: t('titles.paste'),
      scan: t('titles.scan'),
      code: t('titles.summary'),
    } as const;
    const screen = part ? partWords(t, part.id).name : screens[route.to as keyof typeof screens];
    document.title = screen ? `${screen} – ${t('name')}` : t('name');
  }, [route, t]);
}

function Wait() {
  const t = useT();
  return <p className={styles['opening']}>{t('opening')}</p>;
}

function NotFound() {
  const t = useT();
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <ButtonLink look="main" href={routes.home}>
        {t('notFound.home')}
      </ButtonLink>
    </Page>
  );
}

function Refused({ problem, onFresh }: { problem: string; onFresh: () => void }) {
  const t = useT();
  return (
    <Page title={t('refused.title')}>
      <Problem title={t('problem:title')}>
        <p>{t(`problem:${problem}` as 'problem:store-refused')}</p>
      </Problem>
      <Button look="main" onPress={() => window.location.reload()}>
        {t('refused.again')}
      </Button>
      {(problem === 'store-damaged' || problem === 'store-key-missing') && (
        <>
          <Button onPress={onFresh}>{t('refused.fresh')}</Button>
          <p>{t('refused.freshHint')}</p>
        </>
      )}
    </Page>
  );
}
