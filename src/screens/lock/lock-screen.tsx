import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { isWider, type Opens } from '#store/lock/lock.ts';
import type { Proof } from '#store/proving.ts';
import type { Session } from '#store/session.ts';
import type { Locking } from '#store/store.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { useBack } from '#ui/use-back.ts';
import { useProof } from '#views/use-proof.tsx';
import { AddPasskey } from './add-passkey.tsx';
import type { AutoLock } from './auto-lock.ts';
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

/** What a proof was given for, where one more tap does it. */
type Next = { readonly step: 'off' | 'passkey'; readonly proof: Proof | null };

function WithLock({ session, locking, autoLock, onAutoLock, onLockNow }: Props & { locking: Locking }) {
  const t = useT();
  const { state, task } = useLock(locking);
  const walk = useWalk(session.world);
  const [sealing, setSealing] = useState<Sealing | null>(null);
  const [next, setNext] = useState<Next | null>(null);
  const [hasEnded, setEnded] = useState(false);
  const gate = useProof(locking);
  useBack(next?.step === 'passkey' ? 1 : 0, () => setNext(null));
  const isOn = state.kind === 'passphrase';
  const { canLeaveOpen } = locking;

  const begin = (place: 'before' | 'pin') => {
    task.forget();
    const opens = state.kind === 'none' || !canLeaveOpen ? 'nothing' : state.opens;
    gate.ask(t(place === 'pin' ? 'lock:proof.changePin' : 'lock:proof.change'), (proof) =>
      walk.begin(place, opens, proof),
    );
  };
  const choose = (opens: Opens) => {
    const save = (proof: Proof | null) => void task.run((to) => to.setOpens(opens, proof), t('lock:done.saved'));
    if (state.kind !== 'none' && isWider(state.opens, opens)) gate.ask(t('lock:proof.opens'), save);
    else save(null);
  };
  const dropPasskey = () =>
    gate.ask(t('lock:proof.passkeyDrop'), (proof) => {
      void task.run((to) => to.dropPasskey(proof), t('lock:passkey.dropped'));
    });
  const seal = async (what: Sealing, work: (locking: Locking) => ReturnType<Locking['turnOff']>) => {
    const said = t(`lock:done.${what}`);
    setSealing(what);
    const isDone = await task.run(work, said);
    setSealing(null);
    setNext(null);
    if (!isDone) return;
    setEnded(state.kind !== 'none' && what !== 'off');
    walk.end();
    // the app counts anew: there is a lock now, or there is none
    onAutoLock(autoLock);
  };
  const turnOn = () => {
    const { held } = walk;
    if (!held) return;
    const { passphrase, recovery, opens, proof } = held;
    const wish = { passphrase: passphrase.first, recovery, opens };
    void seal(isOn ? 'change' : 'on', (to) => to.turnOn(wish, proof));
  };
  const setPin = () => {
    const { held } = walk;
    if (held) void seal('pin', (to) => to.setPin(held.pin.first, held.opens, held.proof));
  };

  if (gate.page) return gate.page;
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
  if (next?.step === 'passkey') {
    return <AddPasskey proof={next.proof} task={task} onEnd={() => setNext(null)} />;
  }
  return (
    <OnPage
      session={session}
      hasEnded={hasEnded}
      state={state}
      canLeaveOpen={canLeaveOpen}
      task={task}
      autoLock={autoLock}
      onAutoLock={onAutoLock}
      onLockNow={onLockNow}
      onPassphrase={() => begin('before')}
      onPin={() => begin('pin')}
      onOpens={choose}
      onPasskey={() => gate.ask(t('lock:proof.passkeyAdd'), (proof) => setNext({ step: 'passkey', proof }))}
      onDropPasskey={dropPasskey}
      isEnding={next?.step === 'off'}
      onEnding={() => gate.ask(t('lock:proof.off'), (proof) => setNext({ step: 'off', proof }))}
      onKeep={() => setNext(null)}
      onOff={() => void seal('off', (to) => to.turnOff(next?.proof))}
    />
  );
}
