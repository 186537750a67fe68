import { type ReactNode, useEffect, useRef, useState } from 'react';
import { timeToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { routes } from '#ui/routes.ts';
import { useBack } from '#ui/use-back.ts';
import { Corner } from './corner.tsx';
import styles from './flare.module.css';
import { GetHelp } from './get-help.tsx';
import { PageView } from './page-view.tsx';
import { type FlarePage, type FlarePlan, planOf } from './pages.ts';
import { emptyRun, isBegun, type Run } from './run.ts';
import { useMoves } from './use-moves.ts';
import { type PlanAt, usePlan } from './use-plan.ts';
import { useRun } from './use-run.ts';
import { Caller, TextButton, WayToOwn } from './ways.tsx';

type Props = {
  /** Undefined while the passport is opening or shut: help is there at once. */
  session: Session | undefined;
  world: World;
  /** The hash address they came from; home when it is not known. */
  from?: string;
  /** Where the person's own plan is while there is no session. */
  at?: PlanAt;
  /** The session is what lies outside the lock: nothing can be written to it. */
  isOutside?: boolean;
};

/** Flare mode: dark, large, one step a screen, for one hand and a foggy head. */
export function FlareScreen({ session, world, from = routes.home, at = 'opening', isOutside = false }: Props) {
  const t = useT();
  const { passport, plan, takeOwn } = usePlan(session, at);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { urgent, contacts, contactsLang } = plan ?? planOf(null);
  const way = <WayToOwn at={at} isUnwritten={passport !== null && plan?.isOwn === false} takeOwn={takeOwn} />;

  return (
    <div className={styles['screen']} data-scheme="dark">
      <header className={styles['top']}>
        <span className={styles['title']}>{t('flare:title')}</span>
        <Corner href={from} />
      </header>
      <main className={styles['main']} aria-busy={plan === null}>
        <button type="button" className={styles['help']} onClick={() => setHelpOpen(true)}>
          <span>{t('flare:frightening')}</span> <strong>{t('flare:getHelp')}</strong>
        </button>
        {plan ? (
          <Steps
            plan={plan}
            session={isOutside ? undefined : session}
            world={world}
            from={from}
            isHelpOpen={isHelpOpen}
            way={way}
          />
        ) : (
          <div className={styles['waiting']}>{way}</div>
        )}
      </main>
      {isHelpOpen && (
        <GetHelp urgent={urgent} contacts={contacts} lang={contactsLang} onClose={() => setHelpOpen(false)} />
      )}
    </div>
  );
}

type StepsProps = {
  plan: FlarePlan;
  session: Session | undefined;
  world: World;
  from: string;
  isHelpOpen: boolean;
  /** Why these are not the person's own steps, where they are not. */
  way: ReactNode;
};

/** The plan, one page at a time. */
function Steps({ plan, session, world, from, isHelpOpen, way }: StepsProps) {
  const t = useT();
  const lang = useLang();
  const running = useRun(session, world);
  const { run, earlier, goOn, change } = running;
  const [thrown, setThrown] = useState<Run | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const placeOf = (key: string) => plan.pages.findIndex((page) => page.key === key);
  const at = Math.max(0, placeOf(run.at));
  const page = plan.pages[at] as FlarePage;
  const before = plan.pages[at - 1];
  const isStep = page.kind === 'step' || page.kind === 'idea';
  const isDone = Object.hasOwn(run.done, page.key);
  const left = earlier && placeOf(earlier.at) > 0 ? plan.pages[placeOf(earlier.at)] : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page takes focus when it comes
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [page.key]);

  const go = (to: number) => {
    const target = plan.pages[to];
    if (!target || target === page) return;
    setThrown(null);
    change(() => ({ at: target.key }));
  };
  useBack(at, go);
  const main = () => {
    if (page.kind === 'end') window.location.hash = from.slice(1);
    else if (!isStep || isDone) go(at + 1);
    else {
      setThrown(null);
      change((latest, now) => ({
        at: plan.pages[at + 1]?.key ?? latest.at,
        done: { ...latest.done, [page.key]: now },
      }));
    }
  };
  const back = () => go(at - 1);
  useMoves({ next: () => go(at + 1), back, main, off: isHelpOpen });

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
  const goOnWords = left && ('step' in left ? t('flare:goOnStep', { step: left.step }) : t('flare:goOn'));

  return (
    <>
      <PageView
        page={page}
        plan={plan}
        heading={heading}
        beside={
          <>
            {thrown && <TextButton onPress={putBack}>{t('flare:putBack')}</TextButton>}
            {!thrown && goOnWords && <TextButton onPress={goOn}>{goOnWords}</TextButton>}
            {!thrown && isBegun(run) && <TextButton onPress={startAgain}>{t('flare:again')}</TextButton>}
          </>
        }
        doneWords={isDone ? t('flare:doneAt', { time: time(page.key) }) : null}
        session={session}
        running={running}
      />
      <div className={styles['bottom']} data-last={page.kind === 'end' || undefined}>
        {/* above the two buttons: those stand where they stood a step ago */}
        <div className={styles['foot']}>
          {before && isStep && <TextButton onPress={back}>{backWords()}</TextButton>}
          {page.kind !== 'contacts' && <Caller contacts={plan.contacts} />}
          {way}
        </div>
        <div className={styles['actions']}>
          <Button look="warm" onPress={main}>
            {page.kind === 'end' ? t('flare:end.close') : isStep && !isDone ? t('flare:done') : t('flare:next')}
          </Button>
          {isStep ? (
            <Button onPress={isDone ? undo : () => go(at + 1)}>
              {isDone ? t('flare:notDone') : t('flare:notNow')}
            </Button>
          ) : (
            <Button onPress={back}>{t('flare:back')}</Button>
          )}
        </div>
      </div>
    </>
  );
}
