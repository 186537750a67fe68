import { type Change, gonePart, merge } from '#passport/change.ts';
import type { World } from '#passport/write.ts';
import { encodeDownload } from './download.ts';
import { isHomeChange } from './pages-home.ts';
import { readDownload } from './read-download.ts';
import { comparedWith } from './restoring.ts';
import { counterweights } from './room.ts';

type Whole = {
  /** The log of the passport, and changes of private pages to go with it. */
  readonly log: readonly Change[];
  readonly more: readonly Change[];
  readonly world: World;
  readonly example: boolean;
};

/**
 * Everything as one file, read back as a device that holds nothing yet would read it: only one that would bring back
 * every change is handed out. Throws 'backup-too-large' when it is more than one file can hold, else 'backup-unread'.
 */
export async function handOut({ log, more, world, example }: Whole): Promise<Uint8Array<ArrayBuffer>> {
  const all = allOf(log, more, world);
  const bytes = await encodeDownload(all, world.now().toISOString(), example);
  // nobody restores the example
  if (example) return bytes;
  const there = await comparedWith([], await readDownload(bytes));
  if (!there.ok) {
    const isLarge = there.problem === 'file-too-large' || there.problem === 'file-no-room';
    throw new Error(isLarge ? 'backup-too-large' : 'backup-unread');
  }
  const back = new Map([...there.added, ...there.apart].map((change) => [change.id, change]));
  const isWhole = back.size === all.length && all.every((change) => isSame(change, back.get(change.id)));
  // of two that share an id and are not the same, only one is left
  const own = new Map(log.map((change) => [change.id, change]));
  const isShared = more.some((change) => own.has(change.id) && !isSame(change, own.get(change.id)));
  if (!isWhole || isShared) throw new Error('backup-unread');
  return bytes;
}

/** All that goes into a file: without where the private pages lie here, and with nothing in it that a tombstone names. */
export function allOf(log: readonly Change[], more: readonly Change[], world: World): readonly Change[] {
  const paged = new Set(more.flatMap(({ id, part, record }) => (part === gonePart ? [] : [id, record])));
  // a tombstone that reached the passport without its private pages must not take from a backup what is still on them
  const own = log.filter((change) => !isHomeChange(change) && !(change.part === gonePart && paged.has(change.record)));
  const all = merge(own, more);
  return merge(all, counterweights(all, world));
}

/** Why a file could not be handed out: the id of a problem. */
export function handOutProblem(error: unknown): 'backup-too-large' | 'backup-unread' | 'save-gone' {
  const problem = error instanceof Error ? error.message : '';
  return problem === 'backup-too-large' || problem === 'backup-unread' ? problem : 'save-gone';
}

function isSame(a: Change, b: Change | undefined): boolean {
  const { id, n, at, by, lang, part, record, removed, set } = a;
  return (
    b !== undefined &&
    [id, n, at, by, lang, part, record, removed].every(
      (value, place) => value === [b.id, b.n, b.at, b.by, b.lang, b.part, b.record, b.removed][place],
    ) &&
    JSON.stringify(set) === JSON.stringify(b.set)
  );
}
