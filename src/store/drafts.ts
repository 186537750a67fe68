import { newId, type World } from '#passport/write.ts';
import type { SaveProblem } from './failure.ts';
import type { Keyring } from './keyring.ts';
import { type DraftRow, keyRowOf, type Rows } from './rows.ts';
import type { Saved, Store } from './store.ts';
import { write } from './writing.ts';

type Live = {
  readonly rows: Rows;
  readonly keyring: Keyring;
  readonly world: World;
  /** One after another with every other write. */
  queue<T>(task: () => Promise<T>): Promise<T>;
  read<T>(task: () => Promise<T>): Promise<T>;
  why(): SaveProblem | null;
};

/** The unfinished text of a live store. */
export function makeDrafts({ rows, keyring, world, queue, read, why }: Live): Store['drafts'] {
  const put = (task: () => Promise<void>): Promise<Saved> =>
    queue(async () => {
      const problem = why();
      if (problem) return { ok: false, problem };
      const written = await write(rows, task);
      return written.ok ? { ok: true } : { ok: false, problem: why() ?? written.problem };
    });
  return {
    all: () => queue(() => read(() => readDrafts(rows, keyring))),
    keep: (key, text) => put(() => keepDraft(rows, keyring, world, key, text)),
    drop: (key) => put(() => dropDrafts(rows, keyring, (other) => other === key)),
  };
}

type Draft = { readonly key: string; readonly text: string; readonly row: DraftRow };

/** Unfinished text by key, such as `part/record/field`. Of two rows with one key the later counts. */
export async function readDrafts(rows: Rows, keyring: Keyring): Promise<ReadonlyMap<string, string>> {
  return new Map((await allDrafts(rows, keyring)).map(({ key, text }) => [key, text]));
}

/** Keeps the text under its key, in place of what was there. */
export async function keepDraft(rows: Rows, keyring: Keyring, world: World, key: string, text: string): Promise<void> {
  const standing = await allDrafts(rows, keyring);
  const seq = (standing.at(-1)?.row.seq ?? 0) + 1;
  const old = standing.filter((draft) => draft.key === key);
  const id = old[0]?.row.id ?? newId(world);
  for (;;) {
    const sealer = keyring.current();
    const box = await sealer.seal({ table: 'drafts', id, seq }, { key, text });
    const latest = await rows.transaction('rw', rows.drafts, rows.keys, async () => {
      const epoch = (await keyRowOf(rows))?.epoch;
      if (epoch === sealer.epoch) {
        await rows.drafts.bulkDelete(old.map((draft) => draft.row.id));
        await rows.drafts.put({ id, seq, ...box });
      }
      return epoch;
    });
    if (latest === sealer.epoch) return;
    if (latest === undefined || !(await keyring.sealerOf(latest))) throw new DOMException('', 'InvalidStateError');
  }
}

/** Drops the drafts whose key answers true. */
export async function dropDrafts(rows: Rows, keyring: Keyring, isGone: (key: string) => boolean): Promise<void> {
  const gone = (await allDrafts(rows, keyring)).filter(({ key }) => isGone(key));
  if (gone.length > 0) await rows.drafts.bulkDelete(gone.map(({ row }) => row.id));
}

/** In the order they were kept. A draft that does not open is left out. */
async function allDrafts(rows: Rows, keyring: Keyring): Promise<readonly Draft[]> {
  const found = (await rows.drafts.toArray()).sort((a, b) => a.seq - b.seq);
  const drafts = await Promise.all(
    found.map(async (row) => {
      const sealer = await keyring.sealerOf(row.epoch);
      const held = await sealer?.open({ table: 'drafts', id: row.id, seq: row.seq }, row);
      return held ? { ...(held as { key: string; text: string }), row } : null;
    }),
  );
  return drafts.filter((draft) => draft !== null);
}
