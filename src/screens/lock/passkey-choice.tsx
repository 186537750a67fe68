import { useT } from '#i18n/i18n.ts';
import { hasPasskeys } from '#store/lock/passkey.ts';
import type { Locking } from '#store/store.ts';
import { Button } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Stretch } from '#ui/page.tsx';
import { useLatest } from '#ui/use-latest.ts';
import type { LockTask } from './use-lock.ts';

type Props = { hasPasskey: boolean; task: LockTask };

/** One more way in, where the device has it; never the only one. */
export function PasskeyChoice({ hasPasskey, task }: Props) {
  const t = useT();
  const { discreet } = useHiding();
  // what the device lists the passkey under
  const name = discreet ? t('hide.name') : t('name');
  const can = useLatest(hasPasskeys).value === true;
  if (!hasPasskey && !can) return null;
  return (
    <Stretch title={t('lock:passkey.title')}>
      {hasPasskey ? (
        <>
          <p>{t('lock:passkey.has')}</p>
          <Button onPress={() => void task.run((locking) => locking.dropPasskey(), t('lock:passkey.dropped'))}>
            {t('lock:passkey.drop')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('lock:passkey.text')}</p>
          <p>{t('lock:passkey.who')}</p>
          <Button
            disabled={task.isBusy}
            onPress={() => void task.run((locking) => addPasskey(locking, name), t('lock:passkey.added'))}
          >
            {t('lock:passkey.add')}
          </Button>
          <p role="status">{task.isBusy ? t('lock:passkey.adding') : ''}</p>
        </>
      )}
    </Stretch>
  );
}

/** One that is not there to be asked is another matter than a device that can keep none. */
async function addPasskey(locking: Locking, name: string) {
  const done = await locking.addPasskey(name);
  return !done.ok && done.problem === 'passkey-missing' ? ({ ok: false, problem: 'passkey-cannot' } as const) : done;
}
