import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Page } from '#ui/page.tsx';
import { useBack } from '#ui/use-back.ts';
import { ProblemView } from '#views/problem-view.tsx';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: string };

type Props = {
  /** One record with all it ever said, or only what it said before. */
  what: 'record' | 'earlier';
  /** What it is called. */
  name: ReactNode;
  remove: () => Promise<Outcome>;
  onKeep: () => void;
  onDone: () => void;
};

type Step = 'what' | 'sure' | 'working' | 'done';

/** Removing for ever: what goes, what stays elsewhere, asked twice; keeping it is always the first choice. */
export function ForEver({ what, name, remove, onKeep, onDone }: Props) {
  const t = useT();
  const { discreet } = useHiding();
  const [step, setStep] = useState<Step>('what');
  const [problem, setProblem] = useState<string | null>(null);
  useStaying(step === 'working');
  useBack(step === 'what' || step === 'done' ? 1 : 2, (left) => {
    if (step === 'working') return;
    if (left > 0) setStep('what');
    else if (step === 'done') onDone();
    else onKeep();
  });

  const start = async () => {
    setProblem(null);
    setStep('working');
    const removed = await remove().catch((): Outcome => ({ ok: false, problem: 'save-gone' }));
    setProblem(removed.ok ? null : removed.problem);
    setStep(removed.ok ? 'done' : 'what');
  };
  const titles = {
    what: t(`part:forever.${what}.title`),
    sure: t('part:forever.sure'),
    working: t('part:forever.working'),
    done: t('part:forever.done'),
  };

  return (
    // a page of its own each step, so that its heading takes the focus
    <Page key={step} top={discreet ? t('hide.name') : t('myPassport')} title={titles[step]}>
      {problem !== null && <ProblemView t={t} problem={problem} />}
      {step !== 'done' && name && (
        <p>
          <strong>{name}</strong>
        </p>
      )}
      {step === 'what' && (
        <>
          <p>{t(`part:forever.${what}.goes`)}</p>
          <p>{t('part:forever.back')}</p>
          <p>{t('part:forever.copies')}</p>
          <p>{t('part:forever.backups')}</p>
          <Button look="main" onPress={onKeep}>
            {t(`part:forever.${what}.keep`)}
          </Button>
          <Button onPress={() => setStep('sure')}>{t('part:forever.next')}</Button>
        </>
      )}
      {step === 'sure' && (
        <>
          <p>{t(`part:forever.${what}.last`)}</p>
          <Button look="main" onPress={onKeep}>
            {t(`part:forever.${what}.keep`)}
          </Button>
          <Button icon="remove" onPress={() => void start()}>
            {t('part:forever.yes')}
          </Button>
        </>
      )}
      {step === 'working' && <p role="status">{t('part:forever.wait')}</p>}
      {step === 'done' && (
        <>
          <p role="status">{t('part:forever.gone')}</p>
          <Button look="main" onPress={onDone}>
            {t('part:forever.ok')}
          </Button>
        </>
      )}
    </Page>
  );
}

/** Has the browser ask before the page is left. */
function useStaying(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}
