import { decodeLock, encodeLock, type Lock } from './lock/lock.ts';
import { unwrap, type Wrapped, wrap } from './lock/wrap.ts';

/** A key that only a lock opens: the lock's own key, in its slots, opens `wrapped`, and that is the passport's key. */
export type LockedKey = {
  readonly epoch: number;
  readonly lock: Lock;
  readonly wrapped: Wrapped;
};

const magic = 0x4d464c31;
const start = 8 + 12 + 48;
const sumBytes = 8;

/** Wraps a passport's key under the key of its lock, so that it can be changed while no passphrase is at hand. */
export async function wrapKey(
  key: Uint8Array<ArrayBuffer>,
  epoch: number,
  { lock, lockKey }: { lock: Lock; lockKey: Uint8Array<ArrayBuffer> },
): Promise<LockedKey> {
  return { epoch, lock, wrapped: await wrap(lockKey, bound(epoch), key) };
}

/** The passport's key; null when this is not the key of the lock. */
export function unwrapKey(held: LockedKey, lockKey: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  return unwrap(lockKey, bound(held.epoch), held.wrapped);
}

function bound(epoch: number): string {
  return `mf-lock|1|passport|${epoch}`;
}

/** `MFL1`, epoch, the wrapped key, the lock, and eight bytes of the SHA-256 of all that: it stands where a key file would. */
export async function encodeLockFile({ epoch, lock, wrapped }: LockedKey): Promise<Uint8Array<ArrayBuffer>> {
  const slots = encodeLock(lock);
  const bytes = new Uint8Array(start + slots.length + sumBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, epoch);
  bytes.set(wrapped.iv, 8);
  bytes.set(wrapped.ct, 20);
  bytes.set(slots, start);
  bytes.set(await sum(bytes), start + slots.length);
  return bytes;
}

/** What a lock file holds; null for one that is blank, damaged, or of another kind. */
export async function decodeLockFile(bytes: Uint8Array<ArrayBuffer>): Promise<LockedKey | null> {
  if (bytes.length < start + sumBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - sumBytes;
  const right = await sum(bytes);
  if (view.getUint32(0) !== magic || right.some((byte, at) => byte !== bytes[end + at])) return null;
  const lock = decodeLock(bytes.slice(start, end));
  const wrapped = { iv: bytes.slice(8, 20), ct: bytes.slice(20, start) };
  return lock && { epoch: view.getUint32(4), lock, wrapped };
}

async function sum(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice(0, -sumBytes))).slice(0, sumBytes);
}
