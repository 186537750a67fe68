import { type Change, readChange } from '#passport/change.ts';
import type { Passport } from '#passport/fold.ts';
import { editsToChanges, type World, withNoneTakenBack } from '#passport/write.ts';
import { dropDrafts } from './drafts.ts';
import type { Keyring } from './keyring.ts';
import type { Rows } from './rows.ts';
import type { Appended, Store } from './store.ts';
import { write } from './writing.ts';

type Live = {
  readonly rows: Rows;
  readonly keyring: Keyring;
  readonly world: World;
  passport(): Passport;
  /** One after another with every other write. */
  queue<T>(task: () => Promise<T>): Promise<T>;
  /** In the queue. */
  save(make: () => readonly Change[]): Promise<Appended>;
};

/** The one way a person's edits become changes. What is taken out takes its unfinished text along. */
export function makeAppend({ rows, keyring, world, passport, queue, save }: Live): Store['append'] {
  return (edits, writer) =>
    queue(async () => {
      if (edits.length === 0) return { ok: true, changes: [] };
      const make = () => editsToChanges(passport(), withNoneTakenBack(passport(), edits), writer, world);
      let first: readonly Change[] | null = make();
      if (first.some((change) => readChange(change) === null)) return { ok: false, problem: 'save-too-long' };
      const saved = await save(() => {
        const made = first ?? make();
        first = null;
        return made;
      });
      const gone = edits.filter((edit) => edit.removed).map(({ part, record }) => `${part}/${record}/`);
      if (saved.ok && gone.length > 0) {
        await write(rows, () => dropDrafts(rows, keyring, (key) => gone.some((start) => key.startsWith(start))));
      }
      return saved;
    });
}
