import { dayOf } from '#i18n/dates.ts';
import { type Change, gonePart, isGone, merge } from '#passport/change.ts';
import { clashes } from '#passport/clash.ts';
import { compare, contentsOf } from '#passport/compare.ts';
import { fold } from '#passport/fold.ts';
import type { Preview } from '#store/store.ts';
import type { Found } from './use-restore.ts';

/** A file set beside the log that is here: what it holds, what differs, what both sides changed. */
export function beside(log: readonly Change[], preview: Extract<Preview, { ok: true }>, bytes: Uint8Array): Found {
  // what was removed for ever here does not come back, so it is no difference
  const tombs = log.filter(({ part }) => part === gonePart);
  const there = merge(preview.theirs, tombs);
  const [mine, theirs] = [fold(log), fold(there)];
  const gone = new Set(preview.theirs.filter(({ part }) => part === gonePart).map(({ record }) => record));
  return {
    bytes,
    preview,
    made: dayIn(preview.made),
    mine,
    theirs,
    contents: contentsOf(theirs),
    comparison: compare(mine, theirs),
    lost: contentsOf(fold(log.filter((change) => isGone(change, (id) => gone.has(id))))),
    clashes: clashes(log, there),
  };
}

/** The day of what a file says about its making; null when that is no time at all. */
function dayIn(made: string): string | null {
  const at = new Date(made);
  return Number.isNaN(at.getTime()) ? null : dayOf(at);
}
