import { useState } from 'react';
import type { World } from '#passport/write.ts';
import type { Opens } from '#store/lock/lock.ts';
import { newRecoveryKey, type RecoveryKey } from '#store/lock/recovery.ts';
import { usePlace } from '#ui/use-place.ts';
import { compareKey } from './compare-key.ts';
import { judgePassphrase, judgePin } from './judge-secret.ts';

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
};

export type Walk = {
  readonly place: Place;
  /** Null outside a walk. */
  readonly held: Held | null;
  readonly begin: (place: 'before' | 'pin', opens: Opens) => void;
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
  return {
    place: held ? place : 'start',
    held,
    begin(to, opens) {
      setHeld({ passphrase: blank, pin: blank, recovery: newRecoveryKey(world.random), typed: '', opens });
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
  return true;
}
