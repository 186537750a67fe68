import { type Change, gonePart } from '#passport/change.ts';
import { emptyPassport } from '#passport/fold.ts';
import { idsToTombstones, newId, type World } from '#passport/write.ts';
import { caps, encodeDownload } from './download.ts';

/** How far `n` may run ahead of what a log holds, and by how much more for each of its tombstones. */
export const slack = 1_000_000;

/**
 * The largest `n` that a log accounts for. Each change accounts for one; each tombstone for as many as a file can hold,
 * since it may stand for a record that had so many. Nothing done to a log takes its numbers beyond: a change adds one to
 * both, a merge lowers neither, and what is removed leaves a tombstone behind. So what was taken in once can be written
 * on, handed out, and taken in again on any other device.
 */
export function accountedFor(log: readonly Change[]): number {
  const tombs = log.filter(({ part }) => part === gonePart).length;
  return log.length + slack * (1 + tombs);
}

export function largestOf(changes: readonly Change[]): number {
  return changes.reduce((largest, { n }) => Math.max(largest, n), 0);
}

/** What is taken out of a log at once, as many changes as a file can hold, asks for one or two. */
const mostWeights = 10;

/**
 * What goes with `left` when something was taken out of a log without a tombstone of its own, so that its numbers stay
 * accounted for: tombstones that name nothing. None, unless a forged file has used the numbers up.
 */
export function counterweights(left: readonly Change[], world: World): readonly Change[] {
  const missing = Math.ceil((largestOf(left) - accountedFor(left)) / slack);
  const ids = Array.from({ length: Math.min(Math.max(0, missing), mostWeights) }, () => newId(world));
  return idsToTombstones(emptyPassport, ids, world);
}

/** What may be taken in is less than what can be read: so much stays free for what is written after. */
const most = {
  changes: caps.changes - 100_000,
  text: caps.text - 8 * 2 ** 20,
  file: caps.file - 4 * 2 ** 20,
} as const;

/**
 * True when `next`, all there would be, can be handed out, sealed and read again, with room for more. Beside something
 * that is here already, a file may take up half of the room that is left and no more.
 */
export async function hasRoom(here: readonly Change[], next: readonly Change[]): Promise<boolean> {
  const [was, is] = [sizeOf(here), sizeOf(next)];
  for (const kind of ['changes', 'text'] as const) {
    const added = is[kind] - was[kind];
    const room = most[kind] - was[kind];
    if (added > 0 && added > (here.length > 0 ? room / 2 : room)) return false;
  }
  if (is.text <= most.file || is.text <= was.text) return true;
  return (await encodeDownload(next, '')).length <= most.file;
}

/** As a file would hold them, before it is packed. */
function sizeOf(changes: readonly Change[]): { readonly changes: number; readonly text: number } {
  const encoder = new TextEncoder();
  const text = changes.reduce((sum, change) => sum + encoder.encode(JSON.stringify(change)).length + 1, 0);
  return { changes: changes.length, text };
}
