import '#ui/tokens.css';
import '#ui/base.css';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { speak, useLang, useT } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';
import { mayHoldPassport } from '#store/traces.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { routes } from '#ui/routes.ts';
import { useProof } from '#views/use-proof.tsx';
import styles from './app.module.css';
import { makeBackupWorker } from './backup-worker.ts';
import { Boundary } from './boundary.tsx';
import { isApart, isFirstAddress, isFirstRun } from './first-run.ts';
import { Hide } from './hide/hide.tsx';
import { loadFace } from './load-face.ts';
import { Navigation } from './navigation.tsx';
import { NewsBanner } from './news-banner.tsx';
import { readRoute } from './route.ts';
import { Screen } from './screen.tsx';
import { keepSettings, readSettings, type Settings, wear } from './settings.ts';
import { StaleBanner } from './stale-banner.tsx';
import { useAutoLock } from './use-auto-lock.ts';
import { useFolderBackup } from './use-folder-backup.ts';
import { useHash } from './use-hash.ts';
import { useLateUpdate } from './use-late-update.tsx';
import { useSession } from './use-session.ts';
import { useShowEnd } from './use-show-end.ts';
import { whenIdle } from './when-idle.ts';

type Props = { world: World };

/** Speaks the person's language, then shows the screen the address names. Screens meet only here. */
export function App({ world }: Props) {
  const [settings, setSettings] = useState(readSettings);
  const [spoken, setSpoken] = useState(false);
  const set = useCallback((next: Partial<Settings>) => {
    setSettings((now) => {
      const all = { ...now, ...next };
      keepSettings(all);
      return all;
    });
  }, []);

  useEffect(() => wear(settings), [settings]);
  // A first run needs few words and no passport yet: the rest comes once its first page can be read.
  const [isFirst, setIsFirst] = useState(() => isFirstRun(settings, window.location.hash));
  useEffect(() => {
    void speak(settings.lang, isFirst).then(() => setSpoken(true));
  }, [settings.lang, isFirst]);
  useEffect(() => (spoken ? whenIdle(() => void loadFace().catch(() => undefined)) : undefined), [spoken]);
  // what a passport and its screens need comes beside the words
  useEffect(() => {
    if (isFirst || isApart(readRoute(window.location.hash))) return;
    void Promise.all([import('#store/open.ts'), import('./ready-screen.tsx')]).catch(() => undefined);
  }, [isFirst]);
  const onStart = useCallback(() => setIsFirst(false), []);
  // a passport whose settings were lost comes by itself
  useEffect(() => {
    if (!isFirst) return;
    return whenIdle(() => void mayHoldPassport().then((may) => may && onStart()));
  }, [isFirst, onStart]);

  return spoken ? <Spoken world={world} settings={settings} set={set} isFirst={isFirst} onStart={onStart} /> : null;
}

type SpokenProps = Props & {
  settings: Settings;
  set: (next: Partial<Settings>) => void;
  isFirst: boolean;
  onStart: () => void;
};

function Spoken({ world, settings, set, isFirst, onStart }: SpokenProps) {
  const t = useT();
  const lang = useLang();
  const hash = useHash();
  const route = readRoute(hash);
  const from = useFrom(hash, route.to === 'flare' || route.to === 'unlock-flare');
  const apart = isApart(route);
  // The next code of a set joins the ones in hand: its page stays.
  const screen = route.to === 'code' ? route.to : hash;
  const opened = useSession(world, settings.writeIn ?? lang, !apart && !isFirst);
  const { opening, session, openExample, closeExample, helpWrite, open, take, lock, stale } = opened;
  const { update, watching } = useLateUpdate();
  const fault = update.isPieceMissing ? 'missing' : 'crash';
  const onHide = () => {
    void session?.pages?.close();
    void lock();
  };
  const folder = useFolderBackup(session, session?.pages ?? null, makeBackupWorker, settings.discreet);
  const canLock = opening.state === 'open' && opening.store.locking?.state().kind !== 'none';
  useAutoLock({ isOn: canLock, ...settings.autoLock, onLock: lock, world });
  useShowEnd(route.to === 'show', lock);
  const gate = useProof(opening.state === 'open' ? opening.store.locking : null);
  const onMe = () => gate.ask(t('lock:proof.me'), (proof) => helpWrite('', proof));
  const isShut = !session && (opening.state === 'locked' || opening.state === 'lost');
  const bare = apart || route.to === 'show' || route.to === 'flare' || route.to === 'welcome';

  // whoever leaves the first run's pages needs everything at once
  useEffect(() => {
    if (isFirst && !isFirstAddress(hash)) onStart();
  }, [isFirst, hash, onStart]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen starts at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [hash]);

  return (
    <Hide settings={settings} set={set} now={world.now} isOn={route.to !== 'code' || settings.welcomed} onHide={onHide}>
      <div className={styles['app']} data-scheme={route.to === 'flare' ? 'dark' : undefined}>
        {!bare && (
          <button
            type="button"
            data-skip
            className={styles['skip']}
            onClick={() => document.querySelector('h1')?.focus()}
          >
            {t('skip')}
          </button>
        )}
        {session?.example && (
          <Banner words={t('example.banner')}>
            {route.to !== 'show' && (
              <Button
                onPress={() => {
                  closeExample();
                  window.location.hash = routes.home;
                }}
              >
                {t('example.close')}
              </Button>
            )}
          </Banner>
        )}
        {session && session.writer.by !== '' && !bare && (
          <Banner words={t('helping.now', { name: session.writer.by })}>
            <Button onPress={onMe}>{t('helping.me')}</Button>
          </Banner>
        )}
        {session && !session.example && session.writer.by === '' && !bare && (
          <NewsBanner news={opened.news} onSeen={opened.forgetNews} />
        )}
        {stale && <StaleBanner why={stale} />}
        {session && session.store.unreadable() > 0 && !bare && <Banner words={t('problem:store-part-damaged')} />}
        {update.waiting && !bare && (
          <Banner words={t('update.ready')}>
            <Button look="main" onPress={update.accept}>
              {t('update.accept')}
            </Button>
            <Button look="plain" onPress={update.later}>
              {t('update.later')}
            </Button>
          </Banner>
        )}
        <Boundary key={screen} title={t(`${fault}.title`)} text={t(`${fault}.text`)} reload={t(`${fault}.reload`)}>
          <Suspense fallback={<p className={styles['opening']}>{t('opening')}</p>}>
            {gate.page ?? (
              <Screen
                key={screen}
                route={route}
                from={from}
                world={world}
                opening={opening}
                session={session}
                settings={settings}
                set={set}
                offline={update.offline}
                isPieceMissing={update.isPieceMissing}
                onStart={onStart}
                openExample={async () => {
                  await openExample();
                  window.location.hash = routes.home;
                }}
                helpWrite={helpWrite}
                onMe={onMe}
                open={open}
                take={take}
                lock={lock}
                folder={folder}
              />
            )}
          </Suspense>
        </Boundary>
        {!bare && !isShut && <Navigation route={route} />}
        {watching}
      </div>
    </Hide>
  );
}

/** Where the person was before a flare, to go back there. */
function useFrom(hash: string, inFlare: boolean): string {
  const last = useRef<string>(routes.home);
  useEffect(() => {
    if (!inFlare) last.current = hash || routes.home;
  }, [hash, inFlare]);
  return last.current;
}
