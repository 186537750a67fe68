import { useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { undoMergeAll } from '#store/undo-merge.ts';
import { useMerged } from '#store/use-merged.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Stretch } from '#ui/page.tsx';
import { ProblemView } from '#views/problem-view.tsx';

type State = 'working' | 'done' | 'doneButPages' | { readonly problem: string };

/** What the last file brought, and the way to take it out again: also after the page was closed. Nothing when there is none. */
export function TakeOut({ session, pages }: { session: Session; pages: Pages | null }) {
  const { store } = session;
  const t = useT();
  const lang = useLang();
  const { merged, lookAgain } = useMerged(store);
  const [isAsking, setAsking] = useState(false);
  const [state, setState] = useState<State | null>(null);
  const problem = typeof state === 'object' ? state?.problem : undefined;
  const said = typeof state === 'string' ? state : null;
  const words = {
    working: t('keep:restored.undoing'),
    done: t('keep:restored.undoneMerge'),
    doneButPages: t('keep:restored.undonePages'),
  };
  if (!merged && !said) return null;

  const takeOut = async () => {
    setAsking(false);
    setState('working');
    const undone = await undoMergeAll(store, pages).catch(() => ({ ok: false, problem: 'save-gone' }) as const);
    setState(undone.ok ? (undone.pagesLeft === null ? 'done' : 'doneButPages') : { problem: undone.problem });
    lookAgain();
  };
  const at = merged && new Date(merged.at);
  return (
    <Stretch title={t('keep:undo.title')}>
      {problem && <ProblemView key={problem} t={t} problem={problem} />}
      {merged && at && said !== 'working' && (
        <>
          <p>
            {t('keep:undo.text', {
              date: Number.isNaN(at.getTime()) ? '' : dateToWords(dayOf(at), lang),
              count: merged.count + merged.apart.length,
            })}
          </p>
          <Button icon="undo" onPress={() => setAsking(true)}>
            {t('keep:undo.go')}
          </Button>
        </>
      )}
      <p role="status">{said && words[said]}</p>
      {isAsking && (
        <Dialog title={t('keep:undo.sure')} onClose={() => setAsking(false)}>
          <p>{t('keep:undo.sureText')}</p>
          <Button look="main" onPress={() => setAsking(false)}>
            {t('keep:undo.keep')}
          </Button>
          <Button onPress={() => void takeOut()}>{t('keep:undo.yes')}</Button>
        </Dialog>
      )}
    </Stretch>
  );
}
