import { useT } from '#i18n/i18n.ts';
import { OpensPage } from './opens-page.tsx';
import { SecretPage } from './secret-page.tsx';
import type { Held, Walk } from './use-walk.ts';

type Props = { walk: Walk; held: Held; canLeaveOpen: boolean; problem: string | null; onEnd: () => void };

const steps = 2;

/** To a PIN: the PIN, then what stays outside. */
export function PinWalk({ walk, held, canLeaveOpen, problem, onEnd }: Props) {
  const t = useT();
  const { place, hold, go, back } = walk;
  if (place === 'pin') {
    return (
      <SecretPage
        key={place}
        kind="pin"
        pair={held.pin}
        onType={(pin) => hold({ pin })}
        step={[1, steps]}
        onNext={() => go('pin-opens')}
        onBack={back}
      />
    );
  }
  return (
    <OpensPage
      key={place}
      kind="pin"
      opens={held.opens}
      canLeaveOpen={canLeaveOpen}
      onPick={(opens) => hold({ opens })}
      main={t('lock:pin.turnOn')}
      problem={problem}
      step={[2, steps]}
      onNext={onEnd}
      onBack={back}
    />
  );
}
