import type { World } from '#passport/write.ts';
import { dropDrafts, keepDraft, readDrafts } from './drafts.ts';
import type { SaveProblem } from './failure.ts';
import type { Keyring } from './keyring.ts';
import type { Rows } from './rows.ts';
import type { Merged } from './store.ts';
import { write } from './writing.ts';

/** What is remembered of the last file that was taken in, and which changes came with it. */
export type MergeNote = Omit<Merged, 'count'> & {
  readonly ids: readonly string[];
};

/** Where it is kept, sealed, among the unfinished text of the passport. */
export const mergeNoteKey = 'merge/last';

export type MergeNotes = {
  read(): Promise<MergeNote | null>;
  /** Keeps it in place of the one before; null when it is kept, otherwise why it is not. */
  keep(note: MergeNote | null): Promise<SaveProblem | null>;
};

type Live = {
  readonly rows: Rows;
  readonly keyring: Keyring;
  readonly world: World;
  read<T>(task: () => Promise<T>): Promise<T>;
};

/** The note of a live store. In the queue, as every write. */
export function mergeNotes({ rows, keyring, world, read }: Live): MergeNotes {
  return {
    read: async () => textToNote((await read(() => readDrafts(rows, keyring))).get(mergeNoteKey)),
    async keep(note) {
      const task = () =>
        note === null
          ? dropDrafts(rows, keyring, (key) => key === mergeNoteKey)
          : keepDraft(rows, keyring, world, mergeNoteKey, noteToText(note));
      const written = await write(rows, task);
      return written.ok ? null : written.problem;
    },
  };
}

export function noteToText(note: MergeNote): string {
  return JSON.stringify(note);
}

/** Null for what is missing or of another shape. */
export function textToNote(text: string | undefined): MergeNote | null {
  try {
    const { kind, at, made, apart, before, ids } = JSON.parse(text ?? 'null') as Partial<Record<string, unknown>>;
    if (kind !== 'merged' && kind !== 'replaced') return null;
    if (typeof at !== 'string' || typeof made !== 'string' || !isCount(before)) return null;
    if (!isIds(apart) || !isIds(ids)) return null;
    return { kind, at, made, apart, before, ids };
  } catch {
    return null;
  }
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
