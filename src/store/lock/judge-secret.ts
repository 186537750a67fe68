import { foldPin, foldSecret } from '#passport/secret.ts';

/** Why a pair of secrets cannot be used yet; an id under `lock:judge` in the locales. */
export type Judged = 'empty' | 'short' | 'figures' | 'alike' | 'differs' | 'not-figures' | 'pin-length' | null;

const fewest = 10;

/**
 * A passphrase typed twice: null when it can be used. Any words will do; refused is only what is guessed at once (short,
 * nothing but figures, one or two signs over and over).
 */
export function judgePassphrase(first: string, second: string): Judged {
  const folded = foldSecret(first);
  const signs = [...folded];
  if (signs.length === 0) return 'empty';
  if (signs.length < fewest) return 'short';
  if (signs.every((sign) => /[\p{Nd}\p{P}\p{Z}]/u.test(sign))) return 'figures';
  if (new Set(signs).size < 5) return 'alike';
  return folded === foldSecret(second) ? null : 'differs';
}

/** A PIN typed twice: null when it can be used. */
export function judgePin(first: string, second: string): Judged {
  const pin = foldPin(first);
  if (pin === '') return 'empty';
  if (!/^\d+$/.test(pin)) return 'not-figures';
  if (pin.length < 4 || pin.length > 8) return 'pin-length';
  return pin === foldPin(second) ? null : 'differs';
}
