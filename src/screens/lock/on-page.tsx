import { useT } from '#i18n/i18n.ts';
import type { Opens } from '#store/lock/lock.ts';
import type { Session } from '#store/session.ts';
import type { LockState } from '#store/store.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { Status } from '#ui/status.tsx';
import type { AutoLock } from './auto-lock.ts';
import { AutoLockChoice } from './auto-lock-choice.tsx';
import { Ended } from './ended.tsx';
import styles from './lock.module.css';
import { LockProblem } from './lock-problem.tsx';
import { OpensChoice } from './opens-choice.tsx';
import { PasskeyChoice } from './passkey-choice.tsx';
import type { LockTask } from './use-lock.ts';

type Props = {
  session: Session;
  /** An old way in has ended just now. */
  hasEnded: boolean;
  state: Exclude<LockState, { kind: 'none' }>;
  canLeaveOpen: boolean;
  task: LockTask;
  autoLock: AutoLock;
  onAutoLock: (next: AutoLock) => void;
  onLockNow: () => void;
  onPassphrase: () => void;
  onPin: () => void;
  onOpens: (opens: Opens) => void;
  onPasskey: () => void;
  onDropPasskey: () => void;
  /** Whether to turn it off is being asked. */
  isEnding: boolean;
  onEnding: () => void;
  onKeep: () => void;
  onOff: () => void;
};

/** A lock that is on: what it is, and everything that can be changed about it. */
export function OnPage(props: Props) {
  const { session, hasEnded, state, canLeaveOpen, task, autoLock, onAutoLock, onLockNow, onPassphrase, onPin } = props;
  const { onOpens, onPasskey, onDropPasskey, isEnding, onEnding, onKeep, onOff } = props;
  const t = useT();
  const isPin = state.kind === 'pin';
  const now = isPin ? 'pin' : state.hasPasskey ? 'passphrasePasskey' : 'passphrase';
  return (
    <Page
      back={{ href: routes.safety, label: t('hide:title') }}
      title={t('lock:title')}
      end={<Status message={task.said} />}
    >
      {task.problem && <LockProblem problem={task.problem} />}
      <Note>
        <p className={styles['lede']}>{t(`lock:on.${now}`)}</p>
        <p>{t(isPin ? 'lock:on.resetPin' : 'lock:on.reset')}</p>
      </Note>
      <Ended key={task.said} session={session} hasEnded={hasEnded} />
      <Button look="main" icon="lock" onPress={onLockNow}>
        {t('lock:on.now')}
      </Button>
      <OpensChoice kind={state.kind} opens={state.opens} canLeaveOpen={canLeaveOpen} onPick={onOpens} />
      <Stretch title={t('lock:auto.title')}>
        <AutoLockChoice autoLock={autoLock} onAutoLock={onAutoLock} />
      </Stretch>
      {!isPin && <PasskeyChoice hasPasskey={state.hasPasskey} onAdd={onPasskey} onDrop={onDropPasskey} />}
      <Stretch title={t('lock:on.other')}>
        <Button onPress={onPassphrase}>{t(isPin ? 'lock:on.real' : 'lock:on.change')}</Button>
        {isPin && <Button onPress={onPin}>{t('lock:on.changePin')}</Button>}
        <Button look="plain" onPress={onEnding}>
          {t('lock:turnOff.button')}
        </Button>
      </Stretch>
      {isEnding && (
        <Dialog title={t('lock:turnOff.title')} onClose={onKeep}>
          <p>{t(isPin ? 'lock:turnOff.textPin' : 'lock:turnOff.text')}</p>
          <Button look="main" onPress={onKeep}>
            {t('lock:turnOff.no')}
          </Button>
          <Button look="warm" onPress={onOff}>
            {t('lock:turnOff.yes')}
          </Button>
        </Dialog>
      )}
    </Page>
  );
}
