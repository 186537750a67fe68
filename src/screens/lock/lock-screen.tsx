import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Session } from '#store/session.ts';
import type { Locking } from '#store/store.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import type { AutoLock } from './auto-lock.ts';
import { tidyPin, tidySecret } from './judge-secret.ts';
import { OffPage } from './off-page.tsx';
import { OnPage } from './on-page.tsx';
import { PassphraseWalk } from './passphrase-walk.tsx';
import { PinWalk } from './pin-walk.tsx';
import { useLock } from './use-lock.ts';
import { useWalk } from './use-walk.ts';
import { WorkingPage } from './working-page.tsx';

type Props = {
  session: Session;
  autoLock: AutoLock;
  onAutoLock: (next: AutoLock) => void;
  onLockNow: () => void;
};

/** What takes a while. */
type Sealing = 'on' | 'change' | 'off' | 'pin';

/** The lock: what it is, the walk to turn it on, and what can be changed once it is. */
export function LockScreen(props: Props) {
  const t = useT();
  const { locking } = props.session.store;
  if (locking) return <WithLock {...props} locking={locking} />;
  return (
    <Page back={{ href: routes.safety, label: t('hide:title') }} title={t('lock:title')}>
      <p>{t('lock:example')}</p>
      <ButtonLink href={routes.home}>{t('notFound.home')}</ButtonLink>
    </Page>
  );
}

function WithLock({ session, locking, autoLock, onAutoLock, onLockNow }: Props & { locking: Locking }) {
  const t = useT();
  const { state, task } = useLock(locking);
  const walk = useWalk(session.world);
  const [sealing, setSealing] = useState<Sealing | null>(null);
  const isOn = state.kind === 'passphrase';
  const { canLeaveOpen } = locking;

  const begin = (place: 'before' | 'pin') => {
    task.forget();
    walk.begin(place, state.kind === 'none' || !canLeaveOpen ? 'nothing' : state.opens);
  };
  const seal = async (what: Sealing, work: (locking: Locking) => ReturnType<Locking['turnOff']>) => {
    const said = t(`lock:done.${what}`);
    setSealing(what);
    const isDone = await task.run(work, said);
    setSealing(null);
    if (!isDone) return;
    walk.end();
    // the app counts anew: there is a lock now, or there is none
    onAutoLock(autoLock);
  };
  const turnOn = () => {
    const { held } = walk;
    if (!held) return;
    const { passphrase, recovery, opens } = held;
    const wish = { passphrase: tidySecret(passphrase.first), recovery, opens };
    void seal(isOn ? 'change' : 'on', (to) => to.turnOn(wish));
  };
  const setPin = () => {
    const { held } = walk;
    if (held) void seal('pin', (to) => to.setPin(tidyPin(held.pin.first), held.opens));
  };

  if (sealing) return <WorkingPage what={sealing} />;
  if (walk.held && (walk.place === 'pin' || walk.place === 'pin-opens')) {
    return <PinWalk walk={walk} held={walk.held} canLeaveOpen={canLeaveOpen} problem={task.problem} onEnd={setPin} />;
  }
  if (walk.held && walk.place !== 'start') {
    return (
      <PassphraseWalk
        walk={walk}
        held={walk.held}
        state={state}
        world={session.world}
        canLeaveOpen={canLeaveOpen}
        problem={task.problem}
        onEnd={turnOn}
      />
    );
  }
  if (state.kind === 'none') {
    return <OffPage said={task.said} onPassphrase={() => begin('before')} onPin={() => begin('pin')} />;
  }
  return (
    <OnPage
      state={state}
      canLeaveOpen={canLeaveOpen}
      task={task}
      autoLock={autoLock}
      onAutoLock={onAutoLock}
      onLockNow={onLockNow}
      onPassphrase={() => begin('before')}
      onPin={() => begin('pin')}
      onOff={() => void seal('off', (to) => to.turnOff())}
    />
  );
}
