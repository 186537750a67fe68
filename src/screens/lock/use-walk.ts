import { useEffect, useState } from 'react';
import type { World } from '#passport/write.ts';
import { compareKey } from '#store/lock/compare-key.ts';
import { judgePassphrase, judgePin } from '#store/lock/judge-secret.ts';
import type { Opens } from '#store/lock/lock.ts';
import { newRecoveryKey, type RecoveryKey } from '#store/lock/recovery.ts';
import type { Proof } from '#store/proving.ts';
import { usePlace } from '#ui/use-place.ts';

export type Place = 'start' | 'before' | 'passphrase' | 'key' | 'typed' | 'opens' | 'pin' | 'pin-opens';

export type Pair = { readonly first: string; readonly second: string };

/** What a walk holds until it is over. It is kept nowhere: these are secrets. */
export type Held = {
  readonly passphrase: Pair;
  readonly pin: Pair;
  readonly recovery: RecoveryKey;
  /** The key as it was typed back. */
  readonly typed: string;
  readonly opens: Opens;
  /** For a lock that is changed: it goes with the walk. */
  readonly proof: Proof | null;
};

export type Walk = {
  readonly place: Place;
  /** Null outside a walk. */
  readonly held: Held | null;
  readonly begin: (place: 'before' | 'pin', opens: Opens, proof: Proof | null) => void;
  readonly hold: (more: Partial<Held>) => void;
  readonly go: (to: Place) => void;
  readonly back: () => void;
  readonly end: () => void;
};

const blank: Pair = { first: '', second: '' };

/** The walk to a lock: which page, and what was typed so far. A new recovery key is made each time one begins. */
export function useWalk(world: World): Walk {
  const [held, setHeld] = useState<Held | null>(null);
  const { place, go, back, end } = usePlace<Place>('start', (wanted) => isOpen(wanted, held));
  // whoever has left the walk begins another, with another proof
  const isLeft = place === 'start' && held?.proof != null;
  useEffect(() => {
    if (isLeft) setHeld(null);
  }, [isLeft]);
  return {
    place: held ? place : 'start',
    held,
    begin(to, opens, proof) {
      setHeld({ passphrase: blank, pin: blank, recovery: newRecoveryKey(world.random), typed: '', opens, proof });
      go(to);
    },
    hold: (more) => setHeld((now) => now && { ...now, ...more }),
    go,
    back,
    end() {
      setHeld(null);
      end();
    },
  };
}

/** The browser's "forward" reaches a page only if all before it still holds. */
function isOpen(place: Place, held: Held | null): boolean {
  if (!held) return place === 'start';
  const { passphrase, pin, recovery, typed } = held;
  const isChosen = judgePassphrase(passphrase.first, passphrase.second) === null;
  if (place === 'key' || place === 'typed') return isChosen;
  if (place === 'opens') return isChosen && compareKey(typed, recovery) === null;
  if (place === 'pin-opens') return judgePin(pin.first, pin.second) === null;
  return place === 'start' || place === 'before' || place === 'passphrase' || place === 'pin';
}
