import { westernDigits } from '#passport/partial-date.ts';
import { crc32 } from './crc32.ts';
import { bytesToDigits, bytesWithin, digitsFor, digitsToBytes } from './digits.ts';
import { largestCard, sealedLength } from './envelope.ts';

/** The first digit after the `#`: the version of the address, and the reason that a route (`#/…`) is never a code. */
const version = 1;
// Version, how many, which one, four digits of the set, two check digits; then the card.
const headDigits = 9;

/** The most cards that belong together: an address has one digit for how many there are. */
export const mostCards = 9;

/** The longest fragment read, in digits: room for the largest card, and for line breaks in a pasted link. */
export const longestFragment = 1_500_000;

/** How many bytes of card an address of so many digits after the `#` carries. */
export function cardRoom(digits: number): number {
  return bytesWithin(digits - headDigits);
}

/** One card as read from an address. `count` cards belong together and name the same `set`; `index` counts from 1. */
export type AddressCard = {
  readonly count: number;
  readonly index: number;
  readonly set: string;
  readonly bytes: Uint8Array;
};

export type AddressReading =
  | { readonly ok: true; readonly card: AddressCard }
  | {
      readonly ok: false;
      readonly problem: 'code-not-ours' | 'code-newer' | 'code-cut' | 'code-damaged' | 'code-too-long';
    };

/**
 * One address for each of 1 to `mostCards` cards: `base`, `#`, then digits only. Whatever is after the `#` never reaches a server.
 * Two check digits (ISO 7064, MOD 97) and the card's own CRC notice any one digit that changed. The same cards
 * give the same addresses.
 */
export function cardsToAddresses(cards: readonly Uint8Array[], base: string): readonly string[] {
  if (cards.length < 1 || cards.length > mostCards)
    throw new Error(`${cards.length} cards: an address has one digit for the count.`);
  const set = setOf(cards);
  return cards.map((card, place) => {
    const head = `${cards.length}${place + 1}${set}`;
    const payload = bytesToDigits(card);
    return `${base}#${version}${head}${checkDigits(head + payload)}${payload}`;
  });
}

/**
 * Reads pasted, scanned or typed text: the longest run of digits after a `#`, however a mail program wrote it, or else the
 * longest there is. Whatever stands before it and line breaks within it are ignored, those of a quoted or encoded mail
 * too, and digits may be of any script. `code-not-ours`: no such run, or not one of ours. `code-newer`: from a version of the address this one
 * does not know. `code-cut`: it ends early. `code-damaged`: something in it changed. `code-too-long`: longer than any
 * address of ours.
 */
export function readAddress(text: string): AddressReading {
  if (text.length > 2 * longestFragment) return { ok: false, problem: 'code-too-long' };
  const plain = plainText(text);
  const marked = longest(plain, marks);
  const first = readRun(marked);
  if (first.ok) return first;
  const bare = longest(plain, anyRun);
  if (bare.length < fewestDigits || bare === marked) return first;
  const other = readRun(bare);
  return other.ok || marked === '' ? other : first;
}

/** The texts of a message that may each hold one code: a link begins each. */
export function addressesIn(text: string): readonly string[] {
  if (text.length > 2 * longestFragment) return [text];
  const found = [...plainText(text).matchAll(marks)].map(([, digits = '']) => digits.trim());
  const codes = found.filter((digits) => digits.replace(/\s/g, '').length >= fewestDigits);
  return codes.length > 1 ? [...new Set(codes)].map((digits) => `#${digits}`) : [text];
}

/** As `#` stands in a link: encoded once or twice, in quoted-printable, and as two kinds of mail gateway write it. */
const marks = /(?:#|%(?:25)*23|=23|-23|\*)(\d[\d\s]*)/g;
const anyRun = /(\d[\d\s]*)/g;
/** A head, and the start of the smallest card. */
const fewestDigits = headDigits + 17;

/**
 * Without what a mail program puts between the digits: soft line ends and marks of a quote, which a box of one line keeps
 * without their line, and signs that are not seen.
 */
function plainText(text: string): string {
  const unbroken = text.replace(/(?<=\d)(?:=\s*|\s*(?:>\s*)+)(?=\d)/g, '\n');
  return /^[\0-\x7f]*$/.test(unbroken) ? unbroken : westernDigits(unbroken.replace(/\p{Cf}/gu, ''));
}

function longest(text: string, runs: RegExp): string {
  let run = '';
  for (const [, digits = ''] of text.matchAll(runs)) if (digits.length > run.length) run = digits.trim();
  return run;
}

/** A run as it stands up to its first space; then put together, without the figures of what comes after it. */
function readRun(run: string): AddressReading {
  const unbroken = readFragment(run.split(/\s/, 1)[0] as string);
  if (unbroken.ok || !/\s/.test(run)) return unbroken;
  const digits = run.replace(/\s/g, '');
  const joined = readFragment(digits);
  const length = sealedLength(digitsToBytes(digits.slice(headDigits, headDigits + 17)) ?? new Uint8Array());
  const whole = length === null ? digits.length : headDigits + digitsFor(length);
  return joined.ok || digits.length <= whole ? joined : readFragment(digits.slice(0, whole));
}

function readFragment(digits: string): AddressReading {
  if (digits.length > longestFragment) return { ok: false, problem: 'code-too-long' };
  if (digits.length < headDigits || digits.startsWith('0')) return { ok: false, problem: 'code-not-ours' };
  if (!digits.startsWith(String(version))) return { ok: false, problem: 'code-newer' };
  const payload = digits.slice(headDigits);
  if (payload.length < 17) return { ok: false, problem: 'code-cut' };
  const start = digitsToBytes(payload.slice(0, 17));
  const length = start && sealedLength(start);
  if (length === null || length > largestCard) return { ok: false, problem: 'code-damaged' };
  if (payload.length < digitsFor(length)) return { ok: false, problem: 'code-cut' };
  const count = Number(digits[1]);
  const index = Number(digits[2]);
  // The check digits first: they cost a hundredth of what the bytes do.
  const isIntact =
    payload.length === digitsFor(length) && digits.slice(7, headDigits) === checkDigits(digits.slice(1, 7) + payload);
  const bytes = isIntact ? digitsToBytes(payload) : null;
  if (!bytes || index < 1 || index > count) return { ok: false, problem: 'code-damaged' };
  return { ok: true, card: { count, index, set: digits.slice(3, 7), bytes } };
}

/**
 * Puts cards of one set in order, however they came; the same card twice counts once. `missing` names the places still
 * to come and is empty when all are there. `code-other-set`: a card of another set is among them.
 */
export function gather(
  cards: readonly AddressCard[],
):
  | { readonly ok: true; readonly cards: readonly Uint8Array[]; readonly missing: readonly number[] }
  | { readonly ok: false; readonly problem: 'code-other-set' } {
  const [first] = cards;
  if (!first) return { ok: true, cards: [], missing: [] };
  const { count, set } = first;
  const byIndex = new Map<number, Uint8Array>();
  for (const card of cards) {
    const known = byIndex.get(card.index);
    if (card.count !== count || card.set !== set || (known && !isSame(known, card.bytes))) {
      return { ok: false, problem: 'code-other-set' };
    }
    byIndex.set(card.index, card.bytes);
  }
  const places = Array.from({ length: count }, (_, place) => place + 1);
  const held = places.flatMap((place) => byIndex.get(place) ?? []);
  const missing = places.filter((place) => !byIndex.has(place));
  if (missing.length === 0 && setOf(held) !== set) return { ok: false, problem: 'code-other-set' };
  return { ok: true, cards: held, missing };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Four digits that all cards of one share have, and another share hardly ever. */
function setOf(cards: readonly Uint8Array[]): string {
  const crc = cards.reduce((before, card) => crc32(card, before), 0);
  return String(crc % 10_000).padStart(4, '0');
}

/** ISO 7064 MOD 97-10 over digits, a few at a time. */
function checkDigits(digits: string): string {
  let rest = 0;
  for (let at = 0; at < digits.length; at += 12) {
    const some = digits.slice(at, at + 12);
    rest = (rest * 10 ** some.length + Number(some)) % 97;
  }
  return String(98 - ((rest * 100) % 97)).padStart(2, '0');
}
