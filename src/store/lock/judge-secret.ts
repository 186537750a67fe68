import { westernDigits } from '#passport/partial-date.ts';

/** Why a pair of secrets cannot be used yet; an id under `lock:judge` in the locales. */
export type Judged = 'empty' | 'short' | 'figures' | 'alike' | 'differs' | 'not-figures' | 'pin-length' | null;

const fewest = 10;

/**
 * A passphrase typed twice: null when it can be used. Any words will do; refused is only what is guessed at once (short,
 * nothing but figures, one or two signs over and over).
 */
export function judgePassphrase(first: string, second: string): Judged {
  const signs = [...tidySecret(first)];
  if (signs.length === 0) return 'empty';
  if (signs.length < fewest) return 'short';
  if (signs.every((sign) => /[\p{Nd}\p{P}\p{Z}]/u.test(sign))) return 'figures';
  if (new Set(signs).size < 5) return 'alike';
  return tidySecret(first) === tidySecret(second) ? null : 'differs';
}

/** A PIN typed twice: null when it can be used. */
export function judgePin(first: string, second: string): Judged {
  const pin = tidyPin(first);
  if (pin === '') return 'empty';
  if (!/^\d+$/.test(pin)) return 'not-figures';
  if (pin.length < 4 || pin.length > 8) return 'pin-length';
  return pin === tidyPin(second) ? null : 'differs';
}

/** A passphrase as the lock reads it: what a keyboard changes by itself (a space after a word it completes) is not counted. */
export function tidySecret(text: string): string {
  return westernDigits(text.normalize('NFKC')).trim();
}

/** A PIN in western figures, whichever figures the keyboard writes. */
export function tidyPin(text: string): string {
  return tidySecret(text).replace(/\s/gu, '');
}
