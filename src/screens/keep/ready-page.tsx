import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { WalkPage } from '#views/walk-page.tsx';
import type { FolderBackup } from './folder-backup.ts';
import { HandOut } from './hand-out.tsx';
import type { MakeKind, Way } from './make-walk.tsx';
import type { Made, MakingState } from './use-making.ts';

type Props = {
  state: MakingState;
  kind: MakeKind;
  step: readonly [number, number];
  folder: FolderBackup | null;
  onAgain: () => void;
  onGiven: (way: Way) => void;
  onBack: () => void;
};

/** While it is made, then what was made: opened again, compared, and still to be put somewhere. */
export function ReadyPage({ state, kind, step, folder, onAgain, onGiven, onBack }: Props) {
  const t = useT();
  if (state.at === 'ready') {
    const isTrusted = kind === 'trusted';
    return (
      <WalkPage title={t(isTrusted ? 'keep:trusted.ready' : 'keep:ready.title')} step={step} onBack={onBack}>
        <p>{t(isTrusted ? 'keep:trusted.readyText' : 'keep:ready.text')}</p>
        {!isTrusted && <p>{t('keep:ready.where')}</p>}
        <LeftOut problem={state.made.leftOut} />
        <HandOut made={state.made} folder={isTrusted ? null : folder} onGiven={onGiven} />
      </WalkPage>
    );
  }
  return (
    <WalkPage title={t('keep:make.title')} step={step} onBack={onBack}>
      {state.at === 'failed' && (
        <>
          <ProblemView t={t} problem={state.problem} />
          <Button look="main" onPress={onAgain}>
            {t('keep:make.again')}
          </Button>
        </>
      )}
      <p role="status">
        {state.at === 'checking' ? t('keep:make.checking') : state.at === 'sealing' ? t('keep:make.sealing') : ''}
      </p>
    </WalkPage>
  );
}

/** That the private pages are not in it, where they had to stay out. */
function LeftOut({ problem }: { problem: Made['leftOut'] }) {
  const t = useT();
  if (problem === null) return null;
  if (problem === 'pages-closed') {
    return (
      <Note>
        <p>{t('keep:what.pagesClosed')}</p>
      </Note>
    );
  }
  return (
    <>
      <ProblemView t={t} problem={problem} />
      <p>{t('keep:plain.pages')}</p>
    </>
  );
}
