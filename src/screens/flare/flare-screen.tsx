import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { timeToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Passport } from '#passport/fold.ts';
import type { World } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { routes } from '#ui/routes.ts';
import { contactToCalls } from './contact-calls.ts';
import { Corner } from './corner.tsx';
import styles from './flare.module.css';
import { GetHelp } from './get-help.tsx';
import { PageView } from './page-view.tsx';
import { type FlarePage, planOf } from './pages.ts';
import { emptyRun, isBegun, type Run } from './run.ts';
import { useMoves } from './use-moves.ts';
import { useRun } from './use-run.ts';

type Props = {
  /** Undefined while the passport is opening: help and first ideas are there at once. */
  session: Session | undefined;
  world: World;
  /** The hash address they came from; home when it is not known. */
  from?: string;
  /** The passport could not be opened at all: the ideas and the numbers are what there is. */
  isRefused?: boolean;
};

/** Flare mode: dark, large, one step a screen, for one hand and a foggy head. */
export function FlareScreen({ session, world, from = routes.home, isRefused = false }: Props) {
  const t = useT();
  const lang = useLang();
  const passport = usePassportWhenReady(session);
  const plan = useMemo(() => planOf(passport), [passport]);
  const running = useRun(session, world);
  const { run, change } = running;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [thrown, setThrown] = useState<Run | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const at = Math.max(
    0,
    plan.pages.findIndex((page) => page.key === run.at),
  );
  const page = plan.pages[at] as FlarePage;
  const before = plan.pages[at - 1];
  const isStep = page.kind === 'step' || page.kind === 'idea';
  const isDone = Object.hasOwn(run.done, page.key);
  const [caller] = plan.contacts.flatMap(contactToCalls);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page takes focus when it comes
  useEffect(() => heading.current?.focus({ preventScroll: true }), [page.key]);

  const go = (to: number) => {
    const target = plan.pages[to];
    if (!target || target === page) return;
    setThrown(null);
    change(() => ({ at: target.key }));
    window.scrollTo(0, 0);
  };
  const main = () => {
    if (page.kind === 'end') window.location.hash = from.slice(1);
    else if (!isStep || isDone) go(at + 1);
    else {
      setThrown(null);
      change((latest, now) => ({
        at: plan.pages[at + 1]?.key ?? latest.at,
        done: { ...latest.done, [page.key]: now },
      }));
      window.scrollTo(0, 0);
    }
  };
  const moves = useMoves({ next: () => go(at + 1), back: () => go(at - 1), main, off: isHelpOpen });

  const undo = () => change(({ done: { [page.key]: _, ...done } }) => ({ done }));
  const startAgain = () => {
    setThrown(run);
    change(({ whatHelped, noticed }) => ({ ...emptyRun, whatHelped, noticed }));
  };
  const putBack = () => {
    if (thrown) change(() => thrown);
    setThrown(null);
  };

  const time = (key: string) => timeToWords(new Date(run.done[key] ?? ''), lang);
  const backWords = () => {
    if (!before || !('step' in before) || !Object.hasOwn(run.done, before.key)) return t('flare:back');
    return t('flare:stepDone', { step: before.step, time: time(before.key) });
  };

  return (
    <div className={styles['screen']} data-scheme="dark" {...moves}>
      <header className={styles['top']}>
        <span className={styles['title']}>{t('flare:title')}</span>
        {thrown && <TextButton onPress={putBack}>{t('flare:putBack')}</TextButton>}
        {!thrown && isBegun(run) && <TextButton onPress={startAgain}>{t('flare:again')}</TextButton>}
        <Corner href={from} />
      </header>
      <main className={styles['main']}>
        <button type="button" className={styles['help']} onClick={() => setHelpOpen(true)}>
          {t('flare:frightening')} <strong>{t('flare:getHelp')}</strong>
        </button>
        <PageView
          page={page}
          plan={plan}
          heading={heading}
          doneWords={isDone ? t('flare:doneAt', { time: time(page.key) }) : null}
          session={session}
          running={running}
        />
        <div className={styles['bottom']} data-last={page.kind === 'end' || undefined}>
          <div className={styles['actions']}>
            <Button look="warm" onPress={main}>
              {page.kind === 'end' ? t('flare:end.close') : isStep && !isDone ? t('flare:done') : t('flare:next')}
            </Button>
            {isStep ? (
              <Button onPress={isDone ? undo : () => go(at + 1)}>
                {isDone ? t('flare:notDone') : t('flare:notNow')}
              </Button>
            ) : (
              <Button onPress={() => go(at - 1)}>{t('flare:back')}</Button>
            )}
          </div>
          <div className={styles['foot']}>
            {before && isStep && <TextButton onPress={() => go(at - 1)}>{backWords()}</TextButton>}
            {caller && page.kind !== 'contacts' && (
              <a className={styles['text']} href={caller.href}>
                {t('flare:call', { name: caller.name })}
              </a>
            )}
            {!plan.isOwn && passport && (
              <a className={styles['text']} href={routes.part('flare')}>
                {t('flare:write')}
              </a>
            )}
            {!passport && <p role="status">{isRefused ? t('flare:refused') : t('flare:opening')}</p>}
          </div>
        </div>
      </main>
      {isHelpOpen && (
        <GetHelp
          urgent={plan.urgent}
          contacts={plan.contacts}
          lang={plan.contactsLang}
          onClose={() => setHelpOpen(false)}
        />
      )}
    </div>
  );
}

function TextButton({ children, onPress }: { children: string; onPress: () => void }) {
  return (
    <button type="button" className={styles['text']} onClick={onPress}>
      {children}
    </button>
  );
}

/** The passport once the flare plan is in memory; null until then. */
function usePassportWhenReady(session: Session | undefined): Passport | null {
  const subscribe = useCallback((listener: () => void) => session?.store.subscribe(listener) ?? nothing, [session]);
  return useSyncExternalStore(subscribe, () => (session?.store.isReady('flare') ? session.store.passport() : null));
}

function nothing() {}
