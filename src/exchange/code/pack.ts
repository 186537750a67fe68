import type { Extract } from '#passport/extract.ts';
import { fit as fitCards, type Room } from '#passport/fit.ts';
import { joinCards } from '#passport/join-cards.ts';
import { cardRoom, mostCards } from './address.ts';
import { capExtract } from './cap.ts';
import { type Decoded, decode } from './decode.ts';
import { cardLength, encode, plainLength } from './encode.ts';
import { largestCard } from './envelope.ts';
import type { Meter } from './inflate.ts';

/** The longest address before its digits, the `#` included, for which the rooms below are sized. */
export const longestBase = 42;

// ISO/IEC 18004 table 7, error correction L: 523 data codewords in version 15, 1,006 in version 22.
const v15 = 523;
const v22 = 1_006;

/** Digits that fit after a byte segment of `longestBase`: 4 + 16 and 4 + 12 bits of headers, 10 bits for 3 digits. */
function digitsIn(codewords: number): number {
  const bits = 8 * codewords - 20 - 8 * longestBase - 16;
  const rest = bits % 10;
  return 3 * Math.floor(bits / 10) + (rest >= 7 ? 2 : rest >= 4 ? 1 : 0);
}

// Where one code, or four, cannot hold what must never be left out, there are more.

/** One code of version 15-L: who this is, allergies, medicines now, problems, and what to do in a flare. */
export const aeRoom: Room = { card: 'ae', cards: 1, most: mostCards, bytes: cardRoom(digitsIn(v15)) };
/** One code of version 22-L. */
export const clinicRoom: Room = { card: 'clinic', cards: 1, most: mostCards, bytes: cardRoom(digitsIn(v22)) };
/** Up to four codes of version 22-L. */
export const fullRoom: Room = { card: 'full', cards: 4, most: mostCards, bytes: cardRoom(digitsIn(v22)) };
/** A link: one card, as long as any card may be. */
export const linkRoom: Room = { card: 'full', cards: 1, most: 1, bytes: largestCard };

export type Packed = {
  readonly cards: readonly Uint8Array[];
  /** How many records of each part are on no card, and how many not with all their details. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly shortened: Readonly<Record<string, number>>;
  /** What the reader of all the cards will see: decoded from the cards themselves. */
  readonly shown: Extract;
};

/** Lays an extract on as many cards as the room allows, none larger than it allows. Nothing is cut: see `fit`. */
export async function packExtract(extract: Extract, room: Room): Promise<Packed> {
  const { cards: laid, leftOut, shortened } = await fitCards(extract, room, { plain: plainLength, packed: cardLength });
  const cards = await Promise.all(laid.map(encode));
  return { cards, leftOut, shortened, shown: await unpacked(cards) };
}

async function unpacked(cards: readonly Uint8Array[]): Promise<Extract> {
  const read = await unpackCards(cards);
  if (!read.ok) throw new Error(`A card just made cannot be read: ${read.problem}`);
  return read.extract;
}

/**
 * What untrusted cards of one set say together, in the order `gather` gives. The first card that cannot be read gives
 * its problem. What is too much to draw is left out, and counted: see `capExtract`. `cards` is not empty. `inflated` as in
 * `inflate`.
 */
export async function unpackCards(cards: readonly Uint8Array[], inflated?: Meter): Promise<Decoded> {
  const extracts: Extract[] = [];
  let newer = 0;
  for (const card of cards) {
    const read = await decode(card, inflated);
    if (!read.ok) return read;
    extracts.push(read.extract);
    newer += read.newer;
  }
  const extract = joinCards(extracts);
  return extract ? { ok: true, extract: capExtract(extract), newer } : { ok: false, problem: 'code-cut' };
}
