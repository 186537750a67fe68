import { useSyncExternalStore } from 'react';
import { useT } from '#i18n/i18n.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Part } from '#passport/part.ts';
import { isPrivatePart, openParts } from '#passport/private.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import type { FolderBackup } from '#screens/keep/folder-backup.ts';
import { placeOf, surroundingsOf } from '#store/place.ts';
import type { Session } from '#store/session.ts';
import { usePassport } from '#store/use-passport.ts';
import { PartList } from '#views/part-list.tsx';
import styles from './app.module.css';
import { makeBackupWorker } from './backup-worker.ts';
import { reachWhileHelped } from './helping.ts';
import { lazily } from './lazily.ts';
import { makePdfWorker } from './pdf-worker.ts';
import type { Route } from './route.ts';
import type { Settings } from './settings.ts';
import { usePartTitle } from './use-part-title.ts';
import { NotFound, PersonOnly } from './without-passport.tsx';

const PassportScreen = lazily(() => import('#screens/part/passport-screen.tsx'), 'PassportScreen');
const PartScreen = lazily(() => import('#screens/part/part-screen.tsx'), 'PartScreen');
const RecordScreen = lazily(() => import('#screens/part/record-screen.tsx'), 'RecordScreen');
const HistoryScreen = lazily(() => import('#screens/part/history-screen.tsx'), 'HistoryScreen');
const PartHistoryScreen = lazily(() => import('#screens/part/part-history-screen.tsx'), 'PartHistoryScreen');
const RemovedScreen = lazily(() => import('#screens/part/removed-screen.tsx'), 'RemovedScreen');
const SafetyScreen = lazily(() => import('#screens/safety/safety-screen.tsx'), 'SafetyScreen');
const LockScreen = lazily(() => import('#screens/lock/lock-screen.tsx'), 'LockScreen');
const KeepScreen = lazily(() => import('#screens/keep/keep-screen.tsx'), 'KeepScreen');
const PagesScreen = lazily(() => import('#screens/pages/pages-screen.tsx'), 'PagesScreen');
const PageScreen = lazily(() => import('#screens/pages/page-screen.tsx'), 'PageScreen');
const MoreScreen = lazily(() => import('#screens/more/more-screen.tsx'), 'MoreScreen');
const PasteProblemsScreen = lazily(() => import('#screens/paste/paste-problems-screen.tsx'), 'PasteProblemsScreen');
const PasteMedicinesScreen = lazily(() => import('#screens/paste/paste-medicines-screen.tsx'), 'PasteMedicinesScreen');
const ShowScreen = lazily(() => import('#screens/show/show-screen.tsx'), 'ShowScreen');
const ShareScreen = lazily(() => import('#screens/share/share-screen.tsx'), 'ShareScreen');

type Props = {
  route: Route;
  session: Session;
  settings: Settings;
  set: (next: Partial<Settings>) => void;
  offline: boolean;
  openExample: () => Promise<void>;
  helpWrite: (name: string) => void;
  onMe: () => void;
  /** The passport is gone from this device: begin again. */
  onErased: () => void;
  lock: () => Promise<void>;
  folder: FolderBackup | null;
};

/** The screens of a passport that is open, with every part in memory; while someone helps, those that they may reach. */
export function ReadyScreen(props: Props) {
  const { route, session } = props;
  const { store, writer } = session;
  usePartTitle(route, { discreet: props.settings.discreet });
  const reach = useSyncExternalStore(store.subscribe, () =>
    writer.by === '' ? 'open' : reachWhileHelped(route, store.passport()),
  );
  if (reach === 'person') return <PersonOnly />;
  return reach === 'nowhere' ? <NotFound /> : <Reached {...props} />;
}

function Reached(props: Props) {
  const { route, session, settings, set, offline, openExample, helpWrite, onMe, onErased, lock, folder } = props;
  switch (route.to) {
    case 'home':
      return <HomeScreen session={session} />;
    case 'passport':
      return <PassportScreen session={session} />;
    case 'part':
    case 'record':
    case 'record-history':
    case 'part-history':
      return <InPassport route={route} session={session} />;
    case 'history':
      return <PartHistoryScreen session={session} />;
    case 'removed':
      return <RemovedScreen session={session} />;
    case 'safety':
      return (
        <SafetyScreen
          session={session}
          discreet={settings.discreet}
          onDiscreet={(discreet) => set({ discreet })}
          place={placeOf(surroundingsOf(window))}
        />
      );
    case 'pages':
      return <PagesScreen session={session} />;
    case 'page':
      return <PageScreen session={session} recordId={route.record} />;
    case 'keep':
    case 'keep-step':
      return (
        <KeepScreen
          session={session}
          step={route.to === 'keep-step' ? route.step : undefined}
          pages={session.pages}
          makeBackupWorker={makeBackupWorker}
          folder={folder}
        />
      );
    case 'lock':
      return (
        <LockScreen
          session={session}
          autoLock={settings.autoLock}
          onAutoLock={(autoLock) => set({ autoLock })}
          onLockNow={() => void lock()}
        />
      );
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
          onMe={onMe}
          onExample={openExample}
          onErased={onErased}
        />
      );
    default:
      return <NotFound />;
  }
}

type InPassportRoute = Extract<Route, { to: 'part' | 'record' | 'record-history' | 'part-history' }>;

/** A part, with the list of parts beside it where there is room. */
function InPassport({ route, session }: { route: InPassportRoute; session: Session }) {
  const t = useT();
  const passport = usePassport(session.store);
  const part: Part | undefined = partOf(route.part);
  if (!part || isPrivatePart(part)) return <NotFound />;
  if (route.to === 'record' && !part.many) return <NotFound />;
  if (route.to === 'record-history' && !part.many && route.record !== part.id) return <NotFound />;
  return (
    <div className={styles['split']}>
      <nav className={styles['beside']} aria-label={t('passport.used')} data-screen-only>
        <PartList passport={passport} parts={openParts} label={t('passport.used')} current={part.id} />
      </nav>
      {route.to === 'part' && <PartScreen session={session} part={part} />}
      {route.to === 'record' && <RecordScreen session={session} part={part} recordId={route.record} />}
      {route.to === 'record-history' && <HistoryScreen session={session} part={part} recordId={route.record} />}
      {route.to === 'part-history' && <PartHistoryScreen session={session} part={part} />}
    </div>
  );
}

function isReader(id: string): id is ReaderId {
  return Object.hasOwn(readers, id);
}
