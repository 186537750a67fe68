import { useEffect } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Proof } from '#store/proving.ts';
import type { Locking } from '#store/store.ts';
import { Button } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { WalkPage } from '#views/walk-page.tsx';
import { LockProblem } from './lock-problem.tsx';
import type { LockTask } from './use-lock.ts';

type Props = { proof: Proof | null; task: LockTask; onEnd: () => void };

/** Adds the passkey at a tap of its own: browsers ask the device for nothing that comes long after one. */
export function AddPasskey({ proof, task, onEnd }: Props) {
  const t = useT();
  const { discreet } = useHiding();
  // what the device lists the passkey under
  const name = discreet ? t('hide.name') : t('name');
  useEffect(() => {
    // the device's own "back"
    window.addEventListener('popstate', onEnd);
    return () => window.removeEventListener('popstate', onEnd);
  }, [onEnd]);
  const add = async () => {
    if (await task.run((locking) => addPasskey(locking, name, proof), t('lock:passkey.added'))) onEnd();
  };
  return (
    <WalkPage title={t('lock:passkey.title')} onBack={onEnd}>
      {task.problem && <LockProblem problem={task.problem} />}
      <p>{t('lock:passkey.text')}</p>
      <p>{t('lock:passkey.who')}</p>
      <Button look="main" disabled={task.isBusy} onPress={() => void add()}>
        {t('lock:passkey.add')}
      </Button>
      <p role="status">{task.isBusy ? t('lock:passkey.adding') : ''}</p>
    </WalkPage>
  );
}

/** One that is not there to be asked is another matter than a device that can keep none. */
async function addPasskey(locking: Locking, name: string, proof: Proof | null) {
  const done = await locking.addPasskey(name, proof);
  return !done.ok && done.problem === 'passkey-missing' ? ({ ok: false, problem: 'passkey-cannot' } as const) : done;
}
