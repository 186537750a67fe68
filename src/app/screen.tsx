import { useEffect, useSyncExternalStore } from 'react';
import { useIsWhole, useT } from '#i18n/i18n.ts';
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
import { routes } from '#ui/routes.ts';
import { PartList } from '#views/part-list.tsx';
import styles from './app.module.css';
import { lazily } from './lazily.ts';
import { makePdfWorker } from './pdf-worker.ts';
import type { Route } from './route.ts';
import { scannerWasm } from './scanner-wasm.ts';
import type { Settings } from './settings.ts';
import type { Opening } from './use-session.ts';
import { NotFound, Refused, Wait } from './without-passport.tsx';

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
  /** The first page of a first run has been seen: load the rest. */
  onStart: () => void;
  openExample: () => Promise<void>;
  helpWrite: (name: string) => void;
  open: (fresh?: boolean) => Promise<void>;
};

/** The screen of an address. A reader's page needs no passport, and a flare does not wait for one. */
export function Screen(props: Props) {
  const { route, from, world, session, opening, open } = props;
  const isWhole = useIsWhole();
  const ready = useReadySession(session);
  const isFirstRun = useFirstRun(props, ready);
  useTitle(route);
  if (!session && opening.state === 'refused' && needsPassport(route)) {
    return <Refused problem={opening.problem} onFresh={() => void open(true)} />;
  }
  if (isFirstRun || route.to === 'welcome') return <Welcome {...props} session={isWhole ? ready : undefined} />;
  if (!isWhole) return <Wait />;
  if (route.to === 'code') {
    return (
      <ReaderScreen fragment={route.fragment} makePdfWorker={makePdfWorker} scannerWasm={scannerWasm} world={world} />
    );
  }
  if (route.to === 'scan') return <ScanScreen makePdfWorker={makePdfWorker} scannerWasm={scannerWasm} world={world} />;
  if (route.to === 'flare') {
    return <FlareScreen session={session} world={world} from={from} isRefused={opening.state === 'refused'} />;
  }
  return ready ? <Ready {...props} session={ready} /> : <Wait />;
}

function needsPassport(route: Route): boolean {
  return route.to !== 'code' && route.to !== 'scan' && route.to !== 'flare';
}

/** The session once every part of its passport is in memory. */
function useReadySession(session: Session | undefined): Session | undefined {
  const isReady = useSyncExternalStore(
    session?.store.subscribe ?? neverChanges,
    () => session?.store.isReady() ?? false,
  );
  return isReady ? session : undefined;
}

const neverChanges = () => () => undefined;

/** True while the first run is to be seen. It begins before the passport is open, and gives way to one that holds something. */
function useFirstRun({ route, session, settings, set }: Props, ready: Session | undefined): boolean {
  const isUnseen = !settings.welcomed && !session?.example && (route.to === 'home' || route.to === 'welcome');
  const isUsed = ready !== undefined && ready.store.passport().n > 0;
  useEffect(() => {
    if (!isUnseen) return;
    if (ready) set({ welcomed: true });
    if (isUsed && route.to === 'welcome') window.location.replace(routes.home);
    if (!isUsed && route.to === 'home') window.location.replace(routes.welcome);
  }, [isUnseen, isUsed, ready, route.to, set]);
  return isUnseen && !isUsed;
}

function Welcome({ session, settings, set, openExample, onStart }: Props) {
  return (
    <WelcomeScreen
      session={session}
      place={placeOf(surroundingsOf(window))}
      size={settings.size}
      onLanguage={(lang) => set({ lang })}
      onSize={(size) => set({ size })}
      onExample={() => void openExample()}
      onStart={onStart}
    />
  );
}

function Ready(props: Props & { session: Session }) {
  const { route, session, settings, set, offline, openExample, helpWrite, open } = props;
  switch (route.to) {
    case 'home':
      return <HomeScreen session={session} />;
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
          onLanguage={(lang) => set({ lang })}
          onSize={(size) => set({ size })}
          writeIn={settings.writeIn}
          onWriteIn={(writeIn) => set({ writeIn })}
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
  if (!part || (route.to !== 'part' && !part.many && route.record !== part.id)) return <NotFound />;
  if (route.to === 'record' && !part.many) return <NotFound />;
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
