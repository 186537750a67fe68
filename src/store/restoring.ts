import { type Change, merge } from '#passport/change.ts';
import type { FileProblem, FileRead } from './read-download.ts';
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

/** A file that was read, beside the log: `added` is what the log lacks. A change whose id is known stays as it is here. */
export function comparedWith(log: readonly Change[], read: FileRead): Compared {
  if (!read.ok) return read;
  const known = new Set(log.map((change) => change.id));
  const whole = merge(read.changes, []);
  const theirs = whole.filter(({ part }) => part !== 'pages');
  const apart = whole.filter(({ part }) => part === 'pages');
  const left = merge(log, theirs);
  const added = left.filter((change) => !known.has(change.id));
  const isRelated = log.length === 0 || theirs.length === 0 || theirs.some((change) => known.has(change.id));
  const gone = log.length + added.length - left.length;
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
    },
  };
}
