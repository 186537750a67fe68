import { folding, foldSecret, secretForms } from '#passport/secret.ts';
import { type Stretch, secretToBytes, stretchWell } from './argon.ts';
import { type Cost, readCost } from './cost.ts';
import type { Passkey } from './passkey.ts';
import type { RecoveryKey } from './recovery.ts';
import { derive, keyBytes, unwrap, type Wrapped, wrap } from './wrap.ts';

/** One way in: the lock's key, wrapped under what a secret makes. */
export type PassphraseSlot = Wrapped & {
  readonly kind: 'passphrase';
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly cost: Cost;
  /** How its secret was folded; a slot made before secrets were has none. */
  readonly fold?: typeof folding;
};
export type RecoverySlot = Wrapped & { readonly kind: 'recovery'; readonly salt: Uint8Array<ArrayBuffer> };
export type PasskeySlot = Wrapped & {
  readonly kind: 'passkey';
  readonly credential: Uint8Array<ArrayBuffer>;
  /** What the passkey is asked with. */
  readonly salt: Uint8Array<ArrayBuffer>;
};
export type Slot = PassphraseSlot | RecoverySlot | PasskeySlot;

type Key = Uint8Array<ArrayBuffer>;
type Random = (count: number) => Uint8Array;

const saltBytes = 32;
const longestCredential = 1023;

/** Null when the memory for even the lightest stretch cannot be had. */
export async function makePassphraseSlot(
  key: Key,
  passphrase: string,
  stretch: Stretch,
  random: Random,
): Promise<PassphraseSlot | null> {
  const salt = new Uint8Array(random(saltBytes));
  const stretched = await stretchWell(stretch, secretToBytes(foldSecret(passphrase)), salt);
  if (!stretched) return null;
  const { made, cost } = stretched;
  return { kind: 'passphrase', salt, cost, fold: folding, ...(await wrap(made, 'passphrase', key)) };
}

/**
 * The lock's key; null when it is another passphrase, 'argon-failed' when the memory cannot be had. It is one try, however
 * many forms of what was typed an unfolded slot is tried with.
 */
export async function openPassphraseSlot(
  slot: PassphraseSlot,
  passphrase: string,
  stretch: Stretch,
): Promise<Key | 'argon-failed' | null> {
  const folded = foldSecret(passphrase);
  for (const form of slot.fold ? [folded].filter(Boolean) : secretForms(passphrase)) {
    const made = await stretch(secretToBytes(form), slot.salt, slot.cost);
    if (!made) return 'argon-failed';
    const key = await unwrap(made, 'passphrase', slot);
    if (key) return key;
  }
  return null;
}

/** A recovery key is 128 random bits: there is nothing to guess, and so nothing to stretch. */
export async function makeRecoverySlot(key: Key, recovery: RecoveryKey, random: Random): Promise<RecoverySlot> {
  const salt = new Uint8Array(random(saltBytes));
  const under = await derive(recovery, salt, 'recovery');
  return { kind: 'recovery', salt, ...(await wrap(under, 'recovery', key)) };
}

export async function openRecoverySlot(slot: RecoverySlot, recovery: RecoveryKey): Promise<Key | null> {
  return unwrap(await derive(recovery, slot.salt, 'recovery'), 'recovery', slot);
}

export async function makePasskeySlot(key: Key, { credential, salt, secret }: Passkey): Promise<PasskeySlot> {
  const under = await derive(secret, salt, 'passkey');
  return { kind: 'passkey', credential, salt, ...(await wrap(under, 'passkey', key)) };
}

export async function openPasskeySlot(slot: PasskeySlot, secret: Uint8Array<ArrayBuffer>): Promise<Key | null> {
  return unwrap(await derive(secret, slot.salt, 'passkey'), 'passkey', slot);
}

/** Reads a slot from what was stored: nothing missing, nothing more, sizes right. Null otherwise. */
export function readSlot(value: unknown): Slot | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, salt, iv, ct, cost, credential, fold, ...more } = value as Record<string, unknown>;
  if (Object.keys(more).length > 0 || (fold !== undefined && (fold !== folding || kind !== 'passphrase'))) return null;
  if (!isBytes(salt, saltBytes) || !isBytes(iv, 12) || !isBytes(ct, keyBytes + 16)) return null;
  const wrapped = { salt, iv, ct };
  if (kind === 'recovery') return cost === undefined && credential === undefined ? { kind, ...wrapped } : null;
  if (kind === 'passphrase') {
    const read = readCost(cost);
    const folded = fold === undefined ? {} : { fold: folding as typeof folding };
    return read && credential === undefined ? { kind, cost: read, ...folded, ...wrapped } : null;
  }
  if (kind !== 'passkey' || cost !== undefined || !(credential instanceof Uint8Array)) return null;
  const isWithin = credential.length > 0 && credential.length <= longestCredential;
  return isWithin ? { kind, credential: credential as Uint8Array<ArrayBuffer>, ...wrapped } : null;
}

export function isBytes(value: unknown, length: number): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.length === length;
}
