import { foldPin } from '#passport/secret.ts';
import { type Stretch, secretToBytes, stretchWell } from './argon.ts';
import { type Cost, readCost } from './cost.ts';
import { isOpens, type Opens } from './lock.ts';
import { isBytes } from './slots.ts';

/**
 * A screen lock and no more. It keeps someone who picks up the phone from looking, and protects nothing on the disk: the
 * key lies there in clear, and four digits are guessed in hours from the hash alone.
 */
export type Pin = {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly cost: Cost;
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly opens: Opens;
};

const bytes = 32;

/** Null when the memory to stretch it cannot be had. */
export async function makePin(
  typed: string,
  opens: Opens,
  stretch: Stretch,
  random: (count: number) => Uint8Array,
): Promise<Pin | null> {
  const salt = new Uint8Array(random(bytes));
  const stretched = await stretchWell(stretch, secretToBytes(foldPin(typed)), salt);
  return stretched && { salt, cost: stretched.cost, hash: stretched.made, opens };
}

/** 'argon-failed' when the memory to find out cannot be had. */
export async function isRightPin(pin: Pin, typed: string, stretch: Stretch): Promise<boolean | 'argon-failed'> {
  const digits = secretToBytes(foldPin(typed));
  if (digits.length === 0) return false;
  const made = await stretch(digits, pin.salt, pin.cost);
  return made ? made.every((byte, at) => byte === pin.hash[at]) : 'argon-failed';
}

/** True for the same PIN, or none, whatever opens without it. */
export function isSamePin(a: Pin | null, b: Pin | null): boolean {
  return String(a?.hash) === String(b?.hash);
}

/** Reads a stored PIN: shape, sizes and costs are strict. Null otherwise. */
export function readPin(value: unknown): Pin | null {
  if (typeof value !== 'object' || value === null) return null;
  const { salt, cost, hash, opens, ...more } = value as Record<string, unknown>;
  const read = readCost(cost);
  const isPin = Object.keys(more).length === 0 && isBytes(salt, bytes) && isBytes(hash, bytes) && isOpens(opens);
  return isPin && read ? { salt, cost: read, hash, opens } : null;
}
