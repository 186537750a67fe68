import { useT } from '#i18n/i18n.ts';
import { Select } from '#ui/select.tsx';
import { type AutoLock, hiddenMinutes, idleMinutes } from './auto-lock.ts';

type Props = { autoLock: AutoLock; onAutoLock: (next: AutoLock) => void };

/** After how many minutes the app locks itself. */
export function AutoLockChoice({ autoLock, onAutoLock }: Props) {
  const t = useT();
  const options = (all: readonly number[], none: string) =>
    all.map((minutes) => ({
      id: String(minutes),
      label: minutes === 0 ? none : t('lock:auto.minutes', { count: minutes }),
    }));
  return (
    <>
      <Select
        label={t('lock:auto.hidden')}
        options={options(hiddenMinutes, t('lock:auto.now'))}
        picked={String(autoLock.hidden)}
        onPick={(id) => onAutoLock({ ...autoLock, hidden: Number(id) })}
      />
      <Select
        label={t('lock:auto.idle')}
        options={options(idleMinutes, t('lock:auto.never'))}
        picked={String(autoLock.idle)}
        onPick={(id) => onAutoLock({ ...autoLock, idle: Number(id) })}
      />
      <p>{t('lock:auto.hint')}</p>
    </>
  );
}
