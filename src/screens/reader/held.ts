import { type AddressCard, addressesIn, gather, readAddress } from '#exchange/code/address.ts';

/** A card in hand, with the address it came in, to hand on to another tab. */
export type Piece = { readonly card: AddressCard; readonly address: string };

/** Cards of one set, in memory only. `said`: what became of the last address, as a word or as a problem. */
export type Held = {
  readonly pieces: readonly Piece[];
  readonly said: { readonly kind: 'added' | 'known' } | { readonly kind: 'problem'; readonly problem: string } | null;
};

export const nothingHeld: Held = { pieces: [], said: null };

/** The page's own address: one that is not of this set puts away what was here. */
export function takeFragment(held: Held, fragment: string): Held {
  const next = takeScan(held, fragment);
  return next.said?.kind === 'problem' ? takeScan(nothingHeld, fragment) : next;
}

/** What was scanned, or a pasted message with one link or several: each is added to its set, or refused. */
export function takeScan(held: Held, text: string): Held {
  const each = addressesIn(text);
  const all = each.reduce((before, address) => takeOne(before, address), held);
  const isMore = each.length > 1 && all.pieces.length > held.pieces.length;
  return isMore ? { ...all, said: { kind: 'added' } } : all;
}

function takeOne(held: Held, address: string): Held {
  const reading = readAddress(address);
  if (!reading.ok) return { ...held, said: { kind: 'problem', problem: reading.problem } };
  const pieces = [...held.pieces, { card: reading.card, address }];
  const gathered = gather(pieces.map(({ card }) => card));
  if (!gathered.ok) return { ...held, said: { kind: 'problem', problem: gathered.problem } };
  const isKnown = held.pieces.some(({ card }) => card.index === reading.card.index);
  return isKnown ? { ...held, said: { kind: 'known' } } : { pieces, said: { kind: 'added' } };
}

/** What another tab holds: cards of the same set are added, anything else is passed over in silence. */
export function takeTold(held: Held, addresses: readonly string[]): Held {
  if (held.pieces.length === 0) return held;
  return addresses.reduce((before, address) => {
    const next = takeScan(before, address);
    return next.said?.kind === 'added' ? next : before;
  }, held);
}

/** What a tab that holds `addresses` of the same set lacks; nothing for another set. */
export function answerTo(held: Held, addresses: readonly string[]): readonly string[] {
  const readings = addresses.map(readAddress);
  const theirs = readings.flatMap((reading) => (reading.ok ? [reading.card] : []));
  const [mine] = held.pieces;
  if (!mine || !theirs.some((card) => card.set === mine.card.set && card.count === mine.card.count)) return [];
  const lacking = held.pieces.filter(({ card }) => !theirs.some((other) => other.index === card.index));
  return lacking.map(({ address }) => address);
}
