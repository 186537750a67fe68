import { type Change, gonePart, merge } from '#passport/change.ts';
import type { FileProblem, FileRead } from './read-download.ts';
import { accountedFor, hasRoom, largestOf } from './room.ts';
import type { Preview } from './store.ts';

export type Compared =
  | {
      readonly ok: true;
      readonly added: readonly Change[];
      /** Changes of private pages: those are kept apart. */
      readonly apart: readonly Change[];
      readonly preview: Extract<Preview, { ok: true }>;
    }
  | { readonly ok: false; readonly problem: FileProblem };

/**
 * A file that was read, beside the log: `added` is what the log lacks. A change whose id is known stays as it is here,
 * whatever the file says it is. Refused is a file that would leave no numbers or no room for what is written after it:
 * judged by what is left of it, once what its tombstones name is gone.
 */
export async function comparedWith(log: readonly Change[], read: FileRead): Promise<Compared> {
  if (!read.ok) return read;
  const known = new Set(log.map((change) => change.id));
  const whole = merge(read.changes, []);
  const theirs = whole.filter(({ part }) => part !== 'pages');
  const apart = whole.filter(({ id, part }) => part === 'pages' && !known.has(id));
  const left = merge(
    log,
    theirs.filter(({ id }) => !known.has(id)),
  );
  const added = left.filter((change) => !known.has(change.id));
  const tombs = left.filter(({ part }) => part === gonePart);
  if (largestOf(added) > accountedFor(left) || largestOf(apart) > accountedFor([...apart, ...tombs]))
    return { ok: false, problem: 'file-damaged' };
  if (!(await hasRoom(log, [...left, ...apart]))) return { ok: false, problem: 'file-no-room' };
  const isRelated = log.length === 0 || whole.length === 0 || whole.some((change) => known.has(change.id));
  const gone = log.length + added.length - left.length;
  const removals = added.filter(({ part }) => part === gonePart);
  const here = new Set(log.flatMap(({ id, part, record }) => (part === gonePart ? [] : [id, record])));
  const { made } = read;
  return {
    ok: true,
    added,
    apart,
    preview: {
      ok: true,
      changes: theirs.length,
      apart: apart.length,
      added: added.length,
      isRelated,
      made,
      theirs,
      gone,
      removals: removals.length,
      elsewhere: removals.filter(({ record }) => !here.has(record)).length,
    },
  };
}
