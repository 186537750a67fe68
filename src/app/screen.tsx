import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useIsWhole, useLang } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';
import type { PlanAt } from '#screens/flare/use-plan.ts';
import type { FolderBackup } from '#screens/keep/folder-backup.ts';
import { WelcomeScreen } from '#screens/welcome/welcome-screen.tsx';
import type { Opened } from '#store/opened.ts';
import { placeOf, surroundingsOf } from '#store/place.ts';
import { anySentinel } from '#store/safe/sentinel.ts';
import type { Session } from '#store/session.ts';
import type { Store } from '#store/store.ts';
import { routes } from '#ui/routes.ts';
import { lazily } from './lazily.ts';
import { makePdfWorker } from './pdf-worker.ts';
import type { Route } from './route.ts';
import { scannerWasm } from './scanner-wasm.ts';
import type { Settings } from './settings.ts';
import type { Opening } from './use-session.ts';
import { useTitle } from './use-title.ts';
import { useTranslate } from './use-translate.ts';
import { Missing, Refused, Wait } from './without-passport.tsx';

const ReadyScreen = lazily(() => import('./ready-screen.tsx'), 'ReadyScreen');
const LockedPage = lazily(() => import('./locked-page.tsx'), 'LockedPage');
const LostPage = lazily(() => import('./lost-page.tsx'), 'LostPage');
const FlareScreen = lazily(() => import('#screens/flare/flare-screen.tsx'), 'FlareScreen');
const ReaderScreen = lazily(() => import('#screens/reader/reader-screen.tsx'), 'ReaderScreen');
const ScanScreen = lazily(() => import('#screens/reader/scan-screen.tsx'), 'ScanScreen');

export type ScreenProps = {
  route: Route;
  /** The address before a flare. */
  from: string;
  world: World;
  opening: Opening;
  session: Session | undefined;
  settings: Settings;
  set: (next: Partial<Settings>) => void;
  offline: boolean;
  isPieceMissing: boolean;
  /** The first page of a first run has been seen: load the rest. */
  onStart: () => void;
  openExample: () => Promise<void>;
  helpWrite: (name: string) => void;
  /** The person is back, whoever was helping: asked for where there is a lock. */
  onMe: () => void;
  open: (fresh?: boolean) => Promise<void>;
  take: (opened: Opened) => Promise<void>;
  lock: () => Promise<void>;
  folder: FolderBackup | null;
};

/** The screen of an address. A reader's page needs no passport, and a flare does not wait for one. */
export function Screen(props: ScreenProps) {
  const { route, from, world, session, opening, open, take } = props;
  const isWhole = useIsWhole();
  const ready = useReadySession(session);
  const isFirstRun = useFirstRun(props, ready);
  const locked = !session && opening.state === 'locked' && needsPassport(route);
  // what names a part comes with the screens of a passport
  useTitle(ready && needsPassport(route) && !isFirstRun && route.to !== 'welcome' ? null : route, {
    discreet: props.settings.discreet,
    locked,
  });
  useTranslate(route, locked);
  const outside = useOutside(opening, world);
  const isUnlocked = route.to === 'unlock-flare' && session !== undefined;
  useEffect(() => {
    if (isUnlocked) window.location.replace(routes.flare);
  }, [isUnlocked]);
  const beginAgain = () => {
    props.set({ welcomed: false });
    void open().then(() => {
      window.location.hash = routes.home;
    });
  };
  // words that could not be loaded do not come by waiting
  if (!isWhole && props.isPieceMissing) return <Missing />;
  if (!session && needsPassport(route)) {
    if (opening.state === 'refused') return <Refused problem={opening.problem} onFresh={() => void open(true)} />;
    if (opening.state === 'locked' || opening.state === 'lost') {
      if (!isWhole) return <Wait />;
      if (opening.state === 'lost') return <LostPage loss={opening.loss} onOpened={take} />;
      return <LockedPage locked={opening.locked} onOpened={take} onErased={beginAgain} world={world} />;
    }
  }
  if (isFirstRun || route.to === 'welcome') return <Welcome {...props} session={isWhole ? ready : undefined} />;
  if (!isWhole) return <Wait />;
  if (route.to === 'code') {
    return (
      <ReaderScreen fragment={route.fragment} makePdfWorker={makePdfWorker} scannerWasm={scannerWasm} world={world} />
    );
  }
  if (route.to === 'scan' || route.to === 'bad-link') {
    const isAstray = route.to === 'bad-link';
    return <ScanScreen isAstray={isAstray} makePdfWorker={makePdfWorker} scannerWasm={scannerWasm} world={world} />;
  }
  if (route.to === 'flare' || route.to === 'unlock-flare') {
    return (
      <FlareScreen
        session={session ?? outside}
        world={world}
        from={from}
        at={planAt(opening)}
        isOutside={!session && outside !== undefined}
      />
    );
  }
  return ready ? <ReadyScreen {...props} session={ready} onErased={beginAgain} /> : <Wait />;
}

/** The flare plan that the person left outside the lock, as a passport of its own. */
function useOutside(opening: Opening, world: World): Session | undefined {
  const pages = opening.state === 'locked' ? opening.locked.open : null;
  const lang = useLang();
  const [store, setStore] = useState<Store>();
  useEffect(() => {
    setStore(undefined);
    const plan = pages?.flare;
    if (plan) void import('#store/memory.ts').then(({ memoryStore }) => setStore(memoryStore([], world, plan)));
  }, [pages, world]);
  return useMemo(
    () => store && { store, world, writer: { by: '', lang }, example: false, pages: null },
    [store, world, lang],
  );
}

/** Where the plan for a flare is, as far as the passport is not open. */
function planAt(opening: Opening): PlanAt {
  if (opening.state === 'locked') return opening.locked.open?.flare ? 'opening' : 'locked';
  if (opening.state === 'opening') return anySentinel() ? 'opening' : 'none';
  return opening.state === 'open' ? 'none' : 'refused';
}

function needsPassport(route: Route): boolean {
  return !['code', 'scan', 'bad-link', 'flare'].includes(route.to);
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
function useFirstRun({ route, session, settings, set }: ScreenProps, ready: Session | undefined): boolean {
  const isUnseen =
    !settings.welcomed && !anySentinel() && !session?.example && (route.to === 'home' || route.to === 'welcome');
  const isUsed = ready !== undefined && ready.store.passport().n > 0;
  useEffect(() => {
    if (!isUnseen) return;
    if (isUsed) set({ welcomed: true });
    if (isUsed && route.to === 'welcome') window.location.replace(routes.home);
    if (!isUsed && route.to === 'home') window.location.replace(routes.welcome);
  }, [isUnseen, isUsed, route.to, set]);
  return isUnseen && !isUsed;
}

function Welcome({ session, settings, set, openExample, onStart }: ScreenProps) {
  const onSeen = useCallback(() => set({ welcomed: true }), [set]);
  return (
    <WelcomeScreen
      session={session}
      place={placeOf(surroundingsOf(window))}
      size={settings.size}
      onLanguage={(lang) => set({ lang })}
      onSize={(size) => set({ size })}
      discreet={settings.discreet}
      onDiscreet={(discreet) => set({ discreet })}
      onExample={openExample}
      onStart={onStart}
      onSeen={onSeen}
    />
  );
}
