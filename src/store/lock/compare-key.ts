import { type RecoveryKey, readRecoveryKey, recoveryGroupLength, recoveryGroups } from './recovery.ts';

/**
 * What keeps a typed recovery key from being one. 'part': all that is there is right and some is missing. 'group', from
 * 1: the first that cannot be right. 'mixed': each is right, and they do not belong together.
 */
export type Slip =
  | { readonly found: 'empty' | 'mixed' }
  | { readonly found: 'part'; readonly typed: number; readonly total: number }
  | { readonly found: 'group'; readonly group: number };

/** The first slip in a key as it was typed; null when it is a key. */
export function slipIn(typed: string): Slip | null {
  const letters = typed.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (letters === 0) return { found: 'empty' };
  const read = readRecoveryKey(typed);
  if (read.ok) return null;
  if (read.group === null) return { found: 'mixed' };
  const whole = Math.floor(letters / recoveryGroupLength);
  if (whole < recoveryGroups && read.group === whole + 1) return { found: 'part', typed: whole, total: recoveryGroups };
  return { found: 'group', group: read.group };
}

/** How a key typed from paper compares with the one it should be; null when it is that one. */
export function compareKey(typed: string, key: RecoveryKey): Slip | { readonly found: 'other' } | null {
  const slip = slipIn(typed);
  if (slip) return slip.found === 'mixed' ? { found: 'other' } : slip;
  const read = readRecoveryKey(typed);
  return read.ok && read.key.every((byte, at) => byte === key[at]) ? null : { found: 'other' };
}
