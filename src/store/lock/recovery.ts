import { westernDigits } from '#passport/partial-date.ts';

/** 128 random bits that open the passport when the passphrase is forgotten: printed, and kept nowhere on the device. */
export type RecoveryKey = Uint8Array<ArrayBuffer>;

export type RecoveryRead =
  | { readonly ok: true; readonly key: RecoveryKey }
  /** `group` is the first one that cannot be right, from 1; null when each is right and yet they do not belong together. */
  | { readonly ok: false; readonly problem: 'recovery-unread'; readonly group: number | null };

/** Crockford's base32 (crockford.com/base32.html): no I, L, O or U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const recoveryGroups = 7;
export const recoveryGroupLength = 5;
const keyBytes = 16;
const held = recoveryGroupLength - 1;

export function newRecoveryKey(random: (count: number) => Uint8Array): RecoveryKey {
  return new Uint8Array(random(keyBytes));
}

/**
 * A key as seven groups of five letters, to print and to read out. The fifth of each is a check that no one wrong letter,
 * and no two changed round, pass; it counts the group's place too. The last twelve bits check the whole.
 */
export function recoveryToGroups(key: RecoveryKey): readonly string[] {
  let bits = [...key].reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  bits = (bits << 12n) | BigInt(crc12(key));
  return Array.from({ length: recoveryGroups }, (_, group) => {
    const symbols = Array.from({ length: held }, (_, place) => {
      const after = recoveryGroups * held - 1 - (group * held + place);
      return Number((bits >> BigInt(5 * after)) & 31n);
    });
    return [...symbols, checkOf(symbols, group)].map((symbol) => letters[symbol]).join('');
  });
}

/**
 * Reads what was typed or pasted. Spaces, hyphens, dots and line ends do not count, nor does letter case;
 * O is read as 0, I and L as 1, and digits of other scripts as 0–9; nor do quotation marks or brackets around it.
 */
export function readRecoveryKey(typed: string): RecoveryRead {
  const groups = groupsOf(typed);
  const symbols = groups.map((group) => [...group].map((letter) => letters.indexOf(letter)));
  for (let group = 0; group < recoveryGroups; group++) {
    const found = symbols[group] ?? [];
    const isRight = found.length === recoveryGroupLength && !found.includes(-1);
    if (!isRight || checkOf(found.slice(0, held), group) !== found[held]) return no(group + 1);
  }
  if (groups.length > recoveryGroups) return no(recoveryGroups);
  const bits = symbols
    .flatMap((group) => group.slice(0, held))
    .reduce((all, symbol) => (all << 5n) | BigInt(symbol), 0n);
  const key = new Uint8Array(keyBytes);
  for (let at = 0; at < keyBytes; at++) key[at] = Number((bits >> BigInt(12 + 8 * (keyBytes - 1 - at))) & 255n);
  return crc12(key) === Number(bits & 4095n) ? { ok: true, key } : no(null);
}

function no(group: number | null): RecoveryRead {
  return { ok: false, problem: 'recovery-unread', group };
}

/** The groups as they were typed; cut anew every five letters when the marks between them are not where groups end. */
function groupsOf(typed: string): readonly string[] {
  const text = westernDigits(typed.slice(0, 1000).normalize('NFKC'))
    .toUpperCase()
    .replace(/\p{Cf}/gu, '');
  const read = text.replaceAll('O', '0').replace(/[IL]/g, '1');
  const groups = read.split(/[\s\p{Pd}\p{Pi}\p{Pf}.,:;/|_\u2212\u2022…"'()<>[\]]+/u).filter(Boolean);
  if (groups.length === recoveryGroups) return groups;
  return groups.join('').match(new RegExp(`.{1,${recoveryGroupLength}}`, 'gu')) ?? [];
}

/**
 * A weighted sum over GF(32) with a different weight for each place: one wrong symbol, or two that changed places, never
 * give the same. Beginning with the group's number, it gives another sum in another place.
 */
function checkOf(symbols: readonly number[], group: number): number {
  return symbols.reduce((sum, symbol, place) => sum ^ times(symbol, 1 << (place + 1)), group + 1);
}

/** The product in GF(2^5) with x^5 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 9; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

/** CRC-12/UMTS without reflection: polynomial 0x80f. */
function crc12(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 4;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x800 ? ((crc << 1) ^ 0x80f) & 0xfff : (crc << 1) & 0xfff;
  }
  return crc;
}
