import { dayOf } from '#i18n/dates.ts';
import { useT } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';
import { recoveryToGroups } from '#store/lock/recovery.ts';
import type { LockState } from '#store/store.ts';
import { BeforePage } from './before-page.tsx';
import { KeyPage } from './key-page.tsx';
import { OpensPage } from './opens-page.tsx';
import { SecretPage } from './secret-page.tsx';
import { TypedPage } from './typed-page.tsx';
import type { Held, Walk } from './use-walk.ts';

type Props = {
  walk: Walk;
  held: Held;
  /** The lock there is now: this may change one. */
  state: LockState;
  world: World;
  canLeaveOpen: boolean;
  problem: string | null;
  /** Everything is typed: turn it on. */
  onEnd: () => void;
};

const steps = 5;

/** To a lock with a passphrase: what to know, the passphrase, the key, the key typed back, what stays outside. */
export function PassphraseWalk({ walk, held, state, world, canLeaveOpen, problem, onEnd }: Props) {
  const t = useT();
  const { place, hold, go, back } = walk;
  const isChange = state.kind === 'passphrase';
  switch (place) {
    case 'passphrase':
      return (
        <SecretPage
          key={place}
          kind="passphrase"
          pair={held.passphrase}
          onType={(passphrase) => hold({ passphrase })}
          step={[2, steps]}
          onNext={() => go('key')}
          onBack={back}
        />
      );
    case 'key':
      return (
        <KeyPage
          key={place}
          groups={recoveryToGroups(held.recovery)}
          made={dayOf(world.now())}
          step={[3, steps]}
          onNext={() => go('typed')}
          onBack={back}
        />
      );
    case 'typed':
      return (
        <TypedPage
          key={place}
          recovery={held.recovery}
          typed={held.typed}
          onType={(typed) => hold({ typed })}
          step={[4, steps]}
          onNext={() => go('opens')}
          onBack={back}
        />
      );
    case 'opens':
      return (
        <OpensPage
          key={place}
          kind="passphrase"
          opens={held.opens}
          canLeaveOpen={canLeaveOpen}
          onPick={(opens) => hold({ opens })}
          main={t(isChange ? 'lock:opens.change' : 'lock:opens.turnOn')}
          problem={problem}
          step={[5, steps]}
          onNext={onEnd}
          onBack={back}
        />
      );
    default:
      return (
        <BeforePage
          key={place}
          change={isChange ? (state.hasPasskey ? 'with-passkey' : 'passphrase') : 'none'}
          step={[1, steps]}
          onNext={() => go('passphrase')}
          onBack={back}
        />
      );
  }
}
