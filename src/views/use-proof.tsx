import { type ReactNode, useState } from 'react';
import { usePlace } from '#ui/use-place.ts';
import { ProofPage } from './proof-page.tsx';
import type { SecretWay } from './secret-form.tsx';
import type { KeySlip } from './use-tries.ts';

type Proved<P> =
  | { readonly ok: true; readonly proof: P }
  | { readonly ok: false; readonly problem: string; readonly slip?: KeySlip };

/** The lock, as far as proving oneself to it goes. */
export type Prover<P> = {
  state(): { readonly kind: 'none' | 'pin' | 'passphrase'; readonly hasPasskey?: boolean };
  wait(): number;
  prove(way: SecretWay, typed: string): Promise<Proved<P>>;
};

export type Gate<P> = {
  /** What stands in place of the screen while the secret is asked for; null otherwise. */
  readonly page: ReactNode;
  /**
   * Does this once whoever is here has shown who they are; at once, with null, where there is no lock. `what` says what
   * will then be done. Leaving the page or the screen forgets it.
   */
  readonly ask: (what: string, act: (proof: P | null) => void) => void;
};

type Asked<P> = { readonly what: string; readonly act: (proof: P | null) => void };

/** The one gate before anything that weakens a lock, or changes a way in. Null stands for no lock. */
export function useProof<P>(prover: Prover<P> | null | undefined): Gate<P> {
  const [asked, setAsked] = useState<Asked<P> | null>(null);
  const { place, go, back, end } = usePlace<'none' | 'proof'>('none', () => false);
  const isAsking = prover && asked !== null && place === 'proof';
  return {
    ask(what, act) {
      if (!prover || prover.state().kind === 'none') return act(null);
      setAsked({ what, act });
      go('proof');
    },
    page: isAsking ? (
      <ProofPage
        prover={prover}
        what={asked.what}
        onProved={(proof) => {
          setAsked(null);
          end();
          asked.act(proof);
        }}
        onBack={back}
      />
    ) : null,
  };
}
