import { type Change, gonePart, merge, readChange } from '#passport/change.ts';
import { fold } from '#passport/fold.ts';
import { editsToReach } from '#passport/reach.ts';
import { editsToChanges, type World, type Writer } from '#passport/write.ts';
import type { SaveProblem } from './failure.ts';
import { handOut } from './hand-out.ts';
import type { MergeNote, MergeNotes } from './merge-note.ts';
import { isHomeChange } from './pages-home.ts';
import type { ReadFile } from './reading.ts';
import { comparedWith } from './restoring.ts';
import { counterweights, hasRoom } from './room.ts';
import type { Forever, Store } from './store.ts';

type Added =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problem: SaveProblem };

/** What giving out and taking in files needs of a store. */
type Live = {
  readonly world: World;
  readonly example: boolean;
  readonly read: ReadFile;
  log(): Promise<readonly Change[]>;
  /** One after another with every other write. */
  queue<T>(task: () => Promise<T>): Promise<T>;
  /** All or none; in the queue. */
  save(make: () => readonly Change[]): Promise<Added>;
  /** After changes that came from elsewhere, some of which may name others that are gone. */
  afterMerge(added: readonly Change[]): void;
  readonly notes: MergeNotes;
  /** In the queue: takes these changes out without a trace, and puts `more` in. */
  takeOut(ids: ReadonlySet<string>, more: readonly Change[]): Promise<Forever>;
};

type Files = Pick<Store, 'download' | 'read' | 'preview' | 'restore' | 'replace' | 'take' | 'merged' | 'undoMerge'>;

/** Everything as one file, and what a file holds put beside what is here: merged with it, or in its place. */
export function makeFiles(live: Live): Files {
  const { world, example, read, log, queue, save, afterMerge, notes, takeOut } = live;
  const add = async (changes: readonly Change[]) => {
    if (changes.length === 0) return { ok: true, added: 0 } as const;
    const saved = await save(() => changes);
    if (!saved.ok) return saved;
    afterMerge(changes);
    return { ok: true, added: changes.length } as const;
  };
  /** Noted first: one that was noted and not saved names nothing that is here. */
  const addNoted = async (changes: readonly Change[], note: Omit<MergeNote, 'at' | 'ids'>) => {
    if (changes.length + note.apart.length === 0) return add(changes);
    const before = await notes.read();
    const ids = idsOf(changes.filter(({ part }) => part !== gonePart));
    const problem = await notes.keep({ ...note, at: world.now().toISOString(), ids });
    if (problem) return { ok: false, problem } as const;
    const added = await add(changes);
    if (!added.ok) await notes.keep(before);
    return added;
  };
  const standing = async () => {
    const note = await notes.read();
    const ids = new Set(note?.ids);
    const all = await log();
    return { note, all, came: all.filter(({ id, part }) => ids.has(id) && part !== gonePart) };
  };
  return {
    download: async (more = []) => handOut({ log: await log(), more, world, example }),
    read,
    async preview(bytes, watch) {
      const file = await read(bytes, watch);
      const compared = await comparedWith(await log(), file);
      return compared.ok ? compared.preview : compared;
    },
    restore: (bytes) =>
      queue(async () => {
        const mine = await log();
        const compared = await comparedWith(mine, await read(bytes));
        if (!compared.ok) return compared;
        const { added, apart, preview } = compared;
        const note = { kind: 'merged', made: preview.made, apart: idsOf(apart), before: mine.length } as const;
        const done = await addNoted(added, note);
        return done.ok ? { ...done, apart } : done;
      }),
    take: (changes, fromFile = false) =>
      queue(async () => {
        const mine = await log();
        const known = new Set(mine.map(({ id }) => id));
        const fresh = changes.filter(({ id }) => !known.has(id));
        const added = merge(mine, fresh).filter(({ id }) => !known.has(id));
        return fromFile ? addNoted(added, { kind: 'merged', made: '', apart: [], before: mine.length }) : add(added);
      }),
    replace: (bytes, writer: Writer) =>
      queue(async () => {
        const mine = await log();
        const compared = await comparedWith(mine, await read(bytes));
        if (!compared.ok) return compared;
        const { added, apart, preview } = compared;
        const merged = fold(merge(mine, added));
        const wanted = fold(
          merge(
            preview.theirs,
            mine.filter((one) => isHomeChange(one) || one.part === gonePart),
          ),
        );
        const edits = editsToChanges(merged, editsToReach(merged, wanted), writer, world);
        const all = [...added, ...edits];
        const isTooMuch = edits.some((edit) => readChange(edit) === null);
        if (isTooMuch || !(await hasRoom(mine, [...merge(mine, all), ...apart])))
          return { ok: false, problem: 'file-no-room' } as const;
        const note = { kind: 'replaced', made: preview.made, apart: idsOf(apart), before: mine.length } as const;
        const done = await addNoted(all, note);
        return done.ok ? { ...done, apart } : done;
      }),
    merged: () =>
      queue(async () => {
        const { note, came } = await standing();
        if (!note || came.length + note.apart.length === 0) return null;
        const { kind, at, made, apart, before } = note;
        return { kind, at, made, apart, before, count: came.length };
      }),
    undoMerge: (only) =>
      queue(async () => {
        const { note, all, came } = await standing();
        const among = only && new Set(only);
        if (among && note?.ids.some((id) => !among.has(id))) return { ok: true, count: 0 } as const;
        if (came.length > 0) {
          const ids = new Set(idsOf(came));
          const left = all.filter(({ id }) => !ids.has(id));
          const done = await takeOut(ids, counterweights(left, world));
          if (!done.ok) return done;
        }
        await notes.keep(null);
        return { ok: true, count: came.length } as const;
      }),
  };
}

function idsOf(changes: readonly Change[]): readonly string[] {
  return changes.map(({ id }) => id);
}
