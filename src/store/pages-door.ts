import type { Stretch } from './lock/argon.ts';
import { type KeptTries, keptTries } from './lock/kept-tries.ts';
import { openPassphraseSlot } from './lock/slots.ts';
import type { Home } from './pages-home.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The door to private pages that have a passphrase of their own. */
export type PagesDoor = {
  /** Milliseconds until another passphrase is heard: wrong ones are counted and kept as the lock's are. */
  wait(): number;
  /** What the passphrase opens; null where they have none. */
  unlock(
    passphrase: string | undefined,
  ): Promise<Bytes | null | 'pages-closed' | 'unlock-wait' | 'unlock-wrong' | 'argon-failed'>;
};

/** `home` is what the main log says now; `clock` gives milliseconds since 1970. */
export function pagesDoor(home: () => Home | null, stretch: Stretch, clock: () => number): PagesDoor {
  let counted: { readonly name: string; readonly tries: KeptTries } | null = null;
  const triesAt = ({ name }: Home) => {
    if (counted?.name !== name) counted = { name, tries: keptTries(name, clock) };
    return counted.tries;
  };
  return {
    wait() {
      const standing = home();
      return standing ? triesAt(standing).wait() : 0;
    },
    async unlock(passphrase) {
      const standing = home();
      if (!standing?.slot) return null;
      if (passphrase === undefined) return 'pages-closed';
      const tries = triesAt(standing);
      if (tries.wait() > 0) return 'unlock-wait';
      const found = await openPassphraseSlot(standing.slot, passphrase, stretch);
      if (found === null) tries.wrong();
      else if (found !== 'argon-failed') tries.right();
      return found ?? 'unlock-wrong';
    },
  };
}
