import { useT } from '#i18n/i18n.ts';
import { hasPasskeys } from '#store/lock/passkey.ts';
import { Button } from '#ui/button.tsx';
import { Stretch } from '#ui/page.tsx';
import { useLatest } from '#ui/use-latest.ts';

type Props = { hasPasskey: boolean; onAdd: () => void; onDrop: () => void };

/** One more way in, where the device has it; never the only one. */
export function PasskeyChoice({ hasPasskey, onAdd, onDrop }: Props) {
  const t = useT();
  const can = useLatest(hasPasskeys).value === true;
  if (!hasPasskey && !can) return null;
  return (
    <Stretch title={t('lock:passkey.title')}>
      {hasPasskey ? (
        <>
          <p>{t('lock:passkey.has')}</p>
          <Button onPress={onDrop}>{t('lock:passkey.drop')}</Button>
        </>
      ) : (
        <>
          <p>{t('lock:passkey.text')}</p>
          <p>{t('lock:passkey.who')}</p>
          <Button onPress={onAdd}>{t('lock:passkey.add')}</Button>
        </>
      )}
    </Stretch>
  );
}
