import { useT } from '#i18n/i18n.ts';
import type { Session } from '#store/session.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { CheckWord } from './check-word.tsx';
import type { Done } from './use-restore.ts';

type Props = { session: Session; done: Done; problem: string | null; onUndo: () => void };

/** What came of it, the way back from a replacement, and what another phone should say too. */
export function RestoredPage({ session, done, problem, onUndo }: Props) {
  const t = useT();
  const words = () => {
    if (done.kind === 'undone') return t('keep:restored.undone');
    if (done.kind === 'replaced') return t('keep:restored.replaced');
    const isNone = done.added === 0 && done.pages !== 'taken';
    return isNone ? t('keep:restored.none') : t('keep:restored.added', { count: done.added });
  };
  return (
    <Page title={t(done.kind === 'replaced' ? 'keep:restored.replacedTitle' : 'keep:restored.title')}>
      {problem && <ProblemView key={problem} t={t} problem={problem} />}
      <p role="status">{words()}</p>
      {done.kind !== 'undone' && done.pages === 'closed' && <p>{t('keep:restored.pagesClosed')}</p>}
      {done.kind === 'replaced' && (
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
          <CheckWord store={session.store} />
        </Stretch>
      )}
    </Page>
  );
}
