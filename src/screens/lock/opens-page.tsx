import { useT } from '#i18n/i18n.ts';
import type { Opens } from '#store/lock/lock.ts';
import { Button } from '#ui/button.tsx';
import { WalkPage } from '#views/walk-page.tsx';
import { LockProblem } from './lock-problem.tsx';
import { OpensChoice } from './opens-choice.tsx';

type Props = {
  kind: 'passphrase' | 'pin';
  opens: Opens;
  canLeaveOpen: boolean;
  onPick: (opens: Opens) => void;
  /** What the button that does it all says. */
  main: string;
  /** Why the last try did not work. */
  problem: string | null;
  step: readonly [number, number];
  onNext: () => void;
  onBack: () => void;
};

/** The last page of a walk: what stays outside the lock, and the one button that changes anything. */
export function OpensPage({ kind, opens, canLeaveOpen, onPick, main, problem, step, onNext, onBack }: Props) {
  const t = useT();
  return (
    <WalkPage title={t('lock:opens.title')} step={step} onBack={onBack}>
      {problem && <LockProblem problem={problem} />}
      <OpensChoice kind={kind} opens={opens} canLeaveOpen={canLeaveOpen} onPick={onPick} />
      <Button look="main" onPress={onNext}>
        {main}
      </Button>
    </WalkPage>
  );
}
