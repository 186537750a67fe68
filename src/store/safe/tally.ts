import type { Change } from '#passport/change.ts';

/** How many changes there are, and a 64-bit digest of their ids (16 hex digits) that is the same in any order. */
export type Tally = { readonly count: number; readonly digest: string };

export const emptyTally: Tally = { count: 0, digest: '0'.repeat(16) };

/** Counts more changes. Each id counts once in one call; the caller does not count a change in two. */
export function addToTally(tally: Tally, changes: readonly Pick<Change, 'id'>[]): Tally {
  let high = Number.parseInt(tally.digest.slice(0, 8), 16);
  let low = Number.parseInt(tally.digest.slice(8), 16);
  const ids = new Set(changes.map(({ id }) => id));
  for (const id of ids) {
    high ^= hash(id, 0x9e3779b9);
    low ^= hash(id, 0x85ebca6b);
  }
  return { count: tally.count + ids.size, digest: hex(high) + hex(low) };
}

export function isSameTally(a: Tally, b: Tally): boolean {
  return a.count === b.count && a.digest === b.digest;
}

/** FNV-1a with a seed, then the finaliser of MurmurHash3: for ids that are random, not for an adversary. */
function hash(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
