import { useSyncExternalStore } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Problem } from '#ui/problem.tsx';
import { Status } from '#ui/status.tsx';

type Props = {
  /** How the last edit went (an editor's `saving`). */
  saving: { readonly underway: { subscribe(listener: () => void): () => void; isAny(): boolean } } & (
    | { readonly state: 'idle' | 'undone' }
    | { readonly state: 'saved'; readonly undo: (() => void) | null }
    | { readonly state: 'failed'; readonly problem: string }
  );
};

/** "Saved" with its undo, for the top line of a page: in sight wherever the person is in a long form. */
export function SavingStatus({ saving }: Props) {
  const t = useT();
  const message = saving.state === 'saved' ? t('saved') : saving.state === 'undone' ? t('undone') : null;
  const undo = saving.state === 'saved' && saving.undo ? { label: t('undo'), onPress: saving.undo } : undefined;
  const { subscribe, isAny } = saving.underway;
  return <Status message={message} undo={undo} busy={useSyncExternalStore(subscribe, isAny)} />;
}

/** The sentence for what went wrong with the last edit; nothing when it went well. */
export function SavingProblem({ saving }: Props) {
  const t = useT();
  if (saving.state !== 'failed') return null;
  return (
    <Problem title={t('problem:title')}>
      <p>{t(`problem:${saving.problem}` as 'problem:save-full')}</p>
    </Problem>
  );
}
