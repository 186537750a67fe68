import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { LockState } from '#store/store.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { Status } from '#ui/status.tsx';
import type { AutoLock } from './auto-lock.ts';
import { AutoLockChoice } from './auto-lock-choice.tsx';
import styles from './lock.module.css';
import { LockProblem } from './lock-problem.tsx';
import { OpensChoice } from './opens-choice.tsx';
import { PasskeyChoice } from './passkey-choice.tsx';
import type { LockTask } from './use-lock.ts';

type Props = {
  state: Exclude<LockState, { kind: 'none' }>;
  canLeaveOpen: boolean;
  task: LockTask;
  autoLock: AutoLock;
  onAutoLock: (next: AutoLock) => void;
  onLockNow: () => void;
  onPassphrase: () => void;
  onPin: () => void;
  onOff: () => void;
};

/** A lock that is on: what it is, and everything that can be changed about it. */
export function OnPage(props: Props) {
  const { state, canLeaveOpen, task, autoLock, onAutoLock, onLockNow, onPassphrase, onPin, onOff } = props;
  const t = useT();
  const [asking, setAsking] = useState(false);
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
      <Button look="main" icon="lock" onPress={onLockNow}>
        {t('lock:on.now')}
      </Button>
      <OpensChoice
        kind={state.kind}
        opens={state.opens}
        canLeaveOpen={canLeaveOpen}
        onPick={(opens) => void task.run((locking) => locking.setOpens(opens), t('lock:done.saved'))}
      />
      <Stretch title={t('lock:auto.title')}>
        <AutoLockChoice autoLock={autoLock} onAutoLock={onAutoLock} />
      </Stretch>
      {!isPin && <PasskeyChoice hasPasskey={state.hasPasskey} task={task} />}
      <Stretch title={t('lock:on.other')}>
        <Button onPress={onPassphrase}>{t(isPin ? 'lock:on.real' : 'lock:on.change')}</Button>
        {isPin && <Button onPress={onPin}>{t('lock:on.changePin')}</Button>}
        <Button look="plain" onPress={() => setAsking(true)}>
          {t('lock:turnOff.button')}
        </Button>
      </Stretch>
      {asking && (
        <Dialog title={t('lock:turnOff.title')} onClose={() => setAsking(false)}>
          <p>{t(isPin ? 'lock:turnOff.textPin' : 'lock:turnOff.text')}</p>
          <Button look="main" onPress={() => setAsking(false)}>
            {t('lock:turnOff.no')}
          </Button>
          <Button
            look="warm"
            onPress={() => {
              setAsking(false);
              onOff();
            }}
          >
            {t('lock:turnOff.yes')}
          </Button>
        </Dialog>
      )}
    </Page>
  );
}
