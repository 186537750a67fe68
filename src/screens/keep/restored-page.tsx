import { useT } from '#i18n/i18n.ts';
import type { Session } from '#store/session.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { CheckWord } from './check-word.tsx';
import type { Done } from './use-restore.ts';

type Props = { session: Session; done: Done; problem: string | null; onUndo: () => void };

/** What came of it, the way back, and what another phone should say too. */
export function RestoredPage({ session, done, problem, onUndo }: Props) {
  const t = useT();
  const { pages } = done;
  const isUndone = done.kind === 'undone';
  const canUndo = !isUndone && (done.added > 0 || pages.at === 'taken');
  const isTaken = pages.at === 'taken';
  const isOut = !isUndone && pages.at === 'out';
  const closed = isOut && pages.problem === 'pages-closed' ? t('keep:restored.pagesClosed') : null;
  const shown = problem ?? (isOut && pages.problem !== 'pages-closed' ? pages.problem : null);
  const words = () => {
    if (isUndone && isTaken) return t('keep:restored.undonePages');
    if (isUndone) return t(done.of === 'replaced' ? 'keep:restored.undone' : 'keep:restored.undoneMerge');
    if (done.kind === 'replaced') return t('keep:restored.replaced');
    if (done.added > 0) return t('keep:restored.added', { count: done.added });
    if (isOut) return closed;
    return t(isTaken ? 'keep:restored.pagesTaken' : 'keep:restored.none');
  };
  const said = words();
  return (
    <Page title={t(done.kind === 'replaced' ? 'keep:restored.replacedTitle' : 'keep:restored.title')}>
      {shown && <ProblemView key={shown} t={t} problem={shown} />}
      {said && <p role="status">{said}</p>}
      {closed && closed !== said && <p>{closed}</p>}
      {isTaken && !isUndone && !session.pages?.hasPassphrase() && <p>{t('keep:restored.pagesOpen')}</p>}
      {isUndone && done.removals && <p>{t('keep:restored.undoneGone')}</p>}
      {canUndo && (
        <Button icon="undo" onPress={onUndo}>
          {t('keep:restored.undo')}
        </Button>
      )}
      <ButtonLink look="main" href={routes.home}>
        {t('keep:restored.go')}
      </ButtonLink>
      {done.kind === 'merged' && (
        <Stretch title={t('keep:check.title')}>
          <p>{t('keep:check.text')}</p>
          <CheckWord session={session} />
        </Stretch>
      )}
    </Page>
  );
}
