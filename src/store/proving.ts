import { lockOf, readKeyFiles } from './keyring.ts';
import type { Stretch } from './lock/argon.ts';
import { type Slip, slipIn } from './lock/compare-key.ts';
import type { KeptTries } from './lock/kept-tries.ts';
import { type Lock, openLock } from './lock/lock.ts';
import { isRightPin, type Pin, readPin } from './lock/pin.ts';
import type { House } from './rekey.ts';
import { keyRowOf } from './rows.ts';
import { write } from './writing.ts';

declare const mark: unique symbol;
/** That someone has just given the secret of the lock. It holds for one act; nothing of the secret is in it. */
export type Proof = { readonly [mark]: true };

/** Where a secret is one a person types. A passkey opens and proves nothing: it says only whom this phone knows. */
export type ProofWay = 'passphrase' | 'recovery' | 'pin';

export type Proved =
  | { readonly ok: true; readonly proof: Proof }
  | { readonly ok: false; readonly problem: 'unlock-wrong' | 'unlock-wait' | 'argon-failed' | 'save-gone' }
  | { readonly ok: false; readonly problem: 'recovery-unread'; readonly slip: Slip };

/** Proofs of one open passport, and the acts they stand for. */
export type Proving = {
  /** Milliseconds until another secret is heard: one count with the page that unlocks. */
  wait(): number;
  /** `typed` is as it was typed. A PIN proves itself where a PIN is all there is, and nothing against a passphrase. */
  prove(way: ProofWay, typed: string): Promise<Proved>;
  /** True where there is no lock, or for a proof that was given here and not used up. */
  holds(proof: Proof | null): boolean;
  /** As `holds`; the proof is used up. */
  accept(proof: Proof | null): boolean;
};

type Standing = { readonly lock: Lock } | { readonly pin: Pin } | null;

type Parts = {
  /** True when there is a lock or a PIN, as this tab knows. */
  readonly isOn: () => boolean;
  /** The lock or the PIN as it stands on the device; null when there is neither, 'save-gone' when that cannot be read. */
  readonly read: () => Promise<Standing | 'save-gone'>;
  readonly stretch: Stretch;
  readonly tries: KeptTries;
};

/** The lock or the PIN as it stands on the device now, whatever this tab knows. */
export async function readStanding({ rows, name, disk }: House): Promise<Standing | 'save-gone'> {
  const found = await write(rows, async () => {
    const row = await keyRowOf(rows);
    const held = row && (await lockOf(row, await readKeyFiles(name, disk)));
    const pin = readPin(row?.pin);
    return held ?? (pin && { pin });
  });
  return found.ok ? found.value : 'save-gone';
}

const no = (problem: 'unlock-wrong' | 'unlock-wait' | 'argon-failed' | 'save-gone') =>
  ({ ok: false, problem }) as const;

export function makeProving({ isOn, read, stretch, tries }: Parts): Proving {
  const given = new WeakSet<Proof>();
  const holds = (proof: Proof | null) => !isOn() || (proof !== null && given.has(proof));

  const find = async (way: ProofWay, typed: string): Promise<true | Extract<Proved, { ok: false }>> => {
    const now = await read();
    if (now === 'save-gone') return no(now);
    // another tab took it off, and this one closes: nothing is to be proved to a lock that is not there
    if (now === null) return isOn() ? no('save-gone') : true;
    if ('pin' in now) {
      if (way !== 'pin') return no('unlock-wrong');
      const isRight = await isRightPin(now.pin, typed, stretch);
      return isRight === true || no(isRight || 'unlock-wrong');
    }
    if (way === 'pin') return no('unlock-wrong');
    const slip = way === 'recovery' ? slipIn(typed) : null;
    if (slip) return { ok: false, problem: 'recovery-unread', slip };
    const secret = way === 'recovery' ? { recovery: typed } : { passphrase: typed };
    const opened = await openLock(now.lock, secret, stretch);
    return opened.ok || no(opened.problem === 'argon-failed' ? opened.problem : 'unlock-wrong');
  };

  return {
    wait: tries.wait,
    holds,
    async prove(way, typed) {
      if (tries.wait() > 0) return no('unlock-wait');
      const found = await find(way, typed);
      if (found !== true) {
        if (found.problem === 'unlock-wrong') tries.wrong();
        return found;
      }
      tries.right();
      const proof = Object.freeze({}) as Proof;
      given.add(proof);
      return { ok: true, proof };
    },
    accept(proof) {
      const isHeld = holds(proof);
      if (proof) given.delete(proof);
      return isHeld;
    },
  };
}
