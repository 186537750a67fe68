import { type Change, merge } from '#passport/change.ts';
import { type FileProblem, readDownload } from './read-download.ts';
import type { Preview } from './store.ts';

export type Compared =
  | { readonly ok: true; readonly added: readonly Change[]; readonly preview: Preview }
  | { readonly ok: false; readonly problem: FileProblem };

/** Reads a file wholly and sets it beside the log: `added` is what the log lacks. A change whose id is known stays as it is here. */
export async function comparedWith(log: readonly Change[], bytes: Uint8Array): Promise<Compared> {
  const read = await readDownload(bytes);
  if (!read.ok) return read;
  const known = new Set(log.map((change) => change.id));
  const theirs = merge(read.changes, []);
  const added = theirs.filter((change) => !known.has(change.id));
  const isRelated = log.length === 0 || theirs.length === 0 || added.length < theirs.length;
  return {
    ok: true,
    added,
    preview: { ok: true, changes: theirs.length, added: added.length, isRelated, made: read.made },
  };
}
