import { type Change, gonePart, merge } from '#passport/change.ts';
import { fold, type Passport } from '#passport/fold.ts';
import { editsToReach } from '#passport/reach.ts';
import { editsToChanges, type World, type Writer } from '#passport/write.ts';
import { encodeDownload } from './download.ts';
import type { SaveProblem } from './failure.ts';
import type { ReadFile } from './reading.ts';
import { comparedWith } from './restoring.ts';
import type { Store } from './store.ts';

type Added =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problem: SaveProblem };

/** What giving out and taking in files needs of a store. */
type Live = {
  readonly world: World;
  readonly example: boolean;
  readonly read: ReadFile;
  passport(): Passport;
  log(): Promise<readonly Change[]>;
  /** One after another with every other write. */
  queue<T>(task: () => Promise<T>): Promise<T>;
  /** All or none; in the queue. */
  save(make: () => readonly Change[]): Promise<Added>;
  /** After changes that came from elsewhere, some of which may name others that are gone. */
  afterMerge(added: readonly Change[]): void;
};

type Files = Pick<Store, 'download' | 'read' | 'preview' | 'restore' | 'replace' | 'take'>;

/** Everything as one file, and what a file holds put beside what is here: merged with it, or in its place. */
export function makeFiles({ world, example, read, passport, log, queue, save, afterMerge }: Live): Files {
  const add = async (changes: readonly Change[]) => {
    if (changes.length === 0) return { ok: true, added: 0 } as const;
    const saved = await save(() => changes);
    if (!saved.ok) return saved;
    afterMerge(changes);
    return { ok: true, added: changes.length } as const;
  };
  return {
    download: async (more = []) => {
      const own = (await log()).filter((change) => !isHere(change));
      return encodeDownload(merge(own, more), world.now().toISOString(), example);
    },
    read,
    async preview(bytes, watch) {
      const file = await read(bytes, watch);
      const compared = comparedWith(await log(), file);
      return compared.ok ? compared.preview : compared;
    },
    restore: (bytes) =>
      queue(async () => {
        const compared = comparedWith(await log(), await read(bytes));
        if (!compared.ok) return compared;
        const added = await add(compared.added);
        return added.ok ? { ...added, apart: compared.apart } : added;
      }),
    take: (changes) =>
      queue(async () => {
        const mine = await log();
        const known = new Set(mine.map(({ id }) => id));
        return add(merge(mine, changes).filter(({ id }) => !known.has(id)));
      }),
    replace: (bytes, writer: Writer) =>
      queue(async () => {
        const mine = await log();
        const compared = comparedWith(mine, await read(bytes));
        if (!compared.ok) return compared;
        const { added, apart, preview } = compared;
        const before = passport();
        const merged = fold(merge(mine, added));
        const wanted = fold(
          merge(
            preview.theirs,
            mine.filter((one) => isHere(one) || one.part === gonePart),
          ),
        );
        const edits = editsToReach(merged, wanted);
        const done = await add([...added, ...editsToChanges(merged, edits, writer, world)]);
        if (!done.ok) return done;
        return { ...done, apart, undo: editsToReach(passport(), before) };
      }),
  };
}

/** True for what is so on this device alone, and no other could use: where its private pages lie. */
function isHere({ part, record, set }: Change): boolean {
  return part === 'pages' && record === part && set !== undefined && 'home' in set;
}
