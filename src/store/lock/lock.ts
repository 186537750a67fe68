import type { Stretch } from './argon.ts';
import { type AskPasskey, askPasskey, type Passkey, type PasskeyProblem } from './passkey.ts';
import { type RecoveryKey, readRecoveryKey } from './recovery.ts';
import {
  isBytes,
  makePasskeySlot,
  makePassphraseSlot,
  makeRecoverySlot,
  openPasskeySlot,
  openPassphraseSlot,
  openRecoverySlot,
  readSlot,
  type Slot,
} from './slots.ts';
import { derive, keyBytes } from './wrap.ts';

/** What can be left to open without the passphrase. */
const openKinds = ['flare', 'emergency'] as const;
export type OpenKind = (typeof openKinds)[number];
/** What opens without the passphrase. */
export type Opens = 'nothing' | OpenKind | 'both';

/**
 * What stands on the device of a lock: plain data that IndexedDB and `encodeLock` can hold, with nothing secret in it.
 * Each slot holds the lock's own key under one secret. The lock's key wraps the passport's, which can so be changed, as
 * removing for ever does, while no passphrase, recovery key or passkey is at hand.
 */
export type Lock = {
  readonly v: 2;
  readonly slots: readonly Slot[];
  readonly opens: Opens;
  /** Proves under the lock's key that `opens` is what the person chose. */
  readonly proof: Uint8Array<ArrayBuffer>;
};

type LockKey = Uint8Array<ArrayBuffer>;

export type LockMade =
  | { readonly ok: true; readonly lock: Lock; readonly lockKey: LockKey }
  | { readonly ok: false; readonly problem: 'argon-failed' };

export type LockSecret = { readonly passphrase: string } | { readonly recovery: string } | { readonly passkey: true };

export type LockOpened =
  | { readonly ok: true; readonly lockKey: LockKey; readonly opens: Opens }
  | { readonly ok: false; readonly problem: 'unlock-wrong' | 'argon-failed' | PasskeyProblem }
  | { readonly ok: false; readonly problem: 'recovery-unread'; readonly group: number | null };

/**
 * A new lock with a new key of its own, opened by the passphrase and the recovery key. Also the way to change either:
 * an old lock and what it wrapped are then to be overwritten. A passkey is not carried over: ask it again.
 */
export async function makeLock({
  passphrase,
  recovery,
  opens,
  stretch,
  random,
}: {
  passphrase: string;
  recovery: RecoveryKey;
  opens: Opens;
  stretch: Stretch;
  random: (count: number) => Uint8Array;
}): Promise<LockMade> {
  const lockKey = crypto.getRandomValues(new Uint8Array(keyBytes));
  const first = await makePassphraseSlot(lockKey, passphrase, stretch, random);
  if (!first) return { ok: false, problem: 'argon-failed' };
  const slots = [first, await makeRecoverySlot(lockKey, recovery, random)];
  return { ok: true, lockKey, lock: { v: 2, slots, opens, proof: await prove(lockKey, opens) } };
}

/**
 * The lock's key, for one of its secrets. A recovery key is as it was typed; 'recovery-unread' says in which group the
 * slip is, before anything is tried. `opens` is 'nothing' when what stands in the lock was not chosen by its owner.
 */
export async function openLock(
  lock: Lock,
  secret: LockSecret,
  stretch: Stretch,
  ask: AskPasskey = askPasskey,
): Promise<LockOpened> {
  const lockKey = await openSlot(lock, secret, stretch, ask);
  if (!(lockKey instanceof Uint8Array)) return lockKey;
  const isProved = isEqual(lock.proof, await prove(lockKey, lock.opens));
  return { ok: true, lockKey, opens: isProved ? lock.opens : 'nothing' };
}

async function openSlot(
  lock: Lock,
  secret: LockSecret,
  stretch: Stretch,
  ask: AskPasskey,
): Promise<LockKey | Extract<LockOpened, { ok: false }>> {
  const wrong = { ok: false, problem: 'unlock-wrong' } as const;
  if ('passphrase' in secret) {
    const slot = lock.slots.find(({ kind }) => kind === 'passphrase');
    if (slot?.kind !== 'passphrase') return wrong;
    const opened = await openPassphraseSlot(slot, secret.passphrase, stretch);
    return opened === 'argon-failed' ? { ok: false, problem: opened } : (opened ?? wrong);
  }
  if ('recovery' in secret) {
    const slot = lock.slots.find(({ kind }) => kind === 'recovery');
    const read = readRecoveryKey(secret.recovery);
    if (!read.ok) return read;
    return (slot?.kind === 'recovery' && (await openRecoverySlot(slot, read.key))) || wrong;
  }
  const slot = lock.slots.find(({ kind }) => kind === 'passkey');
  if (slot?.kind !== 'passkey') return { ok: false, problem: 'passkey-missing' };
  const answer = await ask(slot);
  return answer.ok ? ((await openPasskeySlot(slot, answer.secret)) ?? wrong) : answer;
}

export function hasPasskey(lock: Lock): boolean {
  return lock.slots.some(({ kind }) => kind === 'passkey');
}

/** The lock with this passkey as one more way in, in place of another. */
export async function withPasskey(lock: Lock, lockKey: LockKey, passkey: Passkey): Promise<Lock> {
  return { ...lock, slots: [...withoutPasskey(lock).slots, await makePasskeySlot(lockKey, passkey)] };
}

export function withoutPasskey(lock: Lock): Lock {
  return { ...lock, slots: lock.slots.filter(({ kind }) => kind !== 'passkey') };
}

export async function withOpens(lock: Lock, lockKey: LockKey, opens: Opens): Promise<Lock> {
  return { ...lock, opens, proof: await prove(lockKey, opens) };
}

/**
 * A lock as bytes: JSON with its keys in order, its bytes in base64; the same lock gives the same bytes. They carry no
 * sum of their own; what they are put into does.
 */
export function encodeLock(lock: Lock): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(lock, (_, value) => {
    if (value instanceof Uint8Array) return `${mark}${btoa(String.fromCharCode(...value))}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

/** Null for bytes that are anything but a lock. */
export function decodeLock(bytes: Uint8Array): Lock | null {
  if (bytes.length > largest) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return readLock(JSON.parse(text, (_, value) => (isMarked(value) ? toBytes(value) : value)));
  } catch {
    return null;
  }
}

/** Reads a stored lock: shape, sizes and costs are strict. Null otherwise. Version 1 did not know 'both'. */
export function readLock(value: unknown): Lock | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, slots, opens, proof, ...more } = value as Record<string, unknown>;
  if ((v !== 2 && v !== 1) || (v === 1 && opens === 'both')) return null;
  if (Object.keys(more).length > 0 || !isOpens(opens) || !isBytes(proof, keyBytes)) return null;
  if (!Array.isArray(slots) || slots.length < 2 || slots.length > 3) return null;
  const read = slots.map(readSlot).filter((slot) => slot !== null);
  const kinds = new Set(read.map(({ kind }) => kind));
  if (read.length !== slots.length || kinds.size !== read.length) return null;
  return kinds.has('passphrase') && kinds.has('recovery') ? { v: 2, slots: read, opens, proof } : null;
}

/** True when `wanted` leaves something open that `now` does not. */
export function isWider(now: Opens, wanted: Opens): boolean {
  return opensToKinds(wanted).some((kind) => !opensToKinds(now).includes(kind));
}

export function isOpens(value: unknown): value is Opens {
  return value === 'nothing' || value === 'flare' || value === 'emergency' || value === 'both';
}

/** What opens, kind by kind. */
export function opensToKinds(opens: Opens): readonly OpenKind[] {
  return openKinds.filter((kind) => opens === kind || opens === 'both');
}

const largest = 8192;
const mark = 'base64:';

function isMarked(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(mark);
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.slice(mark.length)), (letter) => letter.charCodeAt(0));
}

function prove(lockKey: LockKey, opens: Opens): Promise<Uint8Array<ArrayBuffer>> {
  return derive(lockKey, new Uint8Array(keyBytes), `opens ${opens}`);
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
