import type { Change } from '#passport/change.ts';
import type { Passport } from '#passport/fold.ts';
import type { Edit, World, Writer } from '#passport/write.ts';
import type { SaveProblem } from './failure.ts';
import type { KeyFiles } from './key-file.ts';
import type { FileProblem } from './read-download.ts';

export type Saved = { readonly ok: true } | { readonly ok: false; readonly problem: SaveProblem };
export type Appended =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problem: SaveProblem };

/** What a file would bring. `isRelated` is false when both hold changes and share none: perhaps another person's. */
export type Preview =
  | {
      readonly ok: true;
      readonly changes: number;
      readonly added: number;
      readonly isRelated: boolean;
      readonly made: string;
    }
  | { readonly ok: false; readonly problem: FileProblem };
export type Restored =
  | { readonly ok: true; readonly added: number }
  | { readonly ok: false; readonly problem: FileProblem | SaveProblem };

/** 'kept': the browser promised. 'may-be-cleared': it did not. 'unknown': it cannot be asked. */
export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

/** One passport, live. Every view reads `passport()`; every change goes through `append`. */
export type Store = {
  /** One immutable value; records that did not change keep their identity. */
  passport(): Passport;
  /** Hears of every new passport, and of parts that have come into memory. Gives the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Resolves when every part is in memory. */
  readonly ready: Promise<void>;
  /** True when this part, or without one every part, is in memory. */
  isReady(part?: string): boolean;
  /**
   * Saves edits as new changes, all or none. Resolves once they are on the disk: only then say "Saved". When it could
   * not, the passport is as it was and the caller still holds what was typed.
   */
  append(edits: readonly Edit[], writer: Writer): Promise<Appended>;
  /** Every change of one record, oldest first. Like every read below, throws its problem when the database is gone. */
  history(part: string, record: string): Promise<readonly Change[]>;
  /** Every change, in order. */
  log(): Promise<readonly Change[]>;
  /** Everything, as one file that opens for ever. */
  download(): Promise<Uint8Array<ArrayBuffer>>;
  /** What restoring this file would bring; writes nothing. */
  preview(bytes: Uint8Array): Promise<Preview>;
  /** Adds the changes of a file that are not here yet, all or none; overwrites nothing. */
  restore(bytes: Uint8Array): Promise<Restored>;
  /** Unfinished text by `part/record/field` (or any key with the record's `part/record/` before it). */
  readonly drafts: {
    all(): Promise<ReadonlyMap<string, string>>;
    keep(key: string, text: string): Promise<Saved>;
    drop(key: string): Promise<Saved>;
  };
  /** Whether the browser has promised to keep this. It is asked to at the first save. */
  persistence(): Promise<Persistence>;
  /**
   * Hears when this tab can no longer save: 'newer' when another tab runs a newer version (keep the draft, ask to
   * reload), 'erased' when another tab erased the passport. For 'newer' drafts can be kept until the listener's promise
   * resolves, for two seconds at most. Gives the way to stop.
   */
  onNewer(listener: (why: 'newer' | 'erased') => void | Promise<void>): () => void;
  /** Rows that no longer open: 0 unless the disk has been damaged. What they held is missing. */
  unreadable(): number;
  /** Does now what otherwise waits for a quiet moment: writes the snapshot and gathers small rows. */
  settle(): Promise<void>;
  /** Removes this passport and its keys from the device. */
  erase(): Promise<void>;
  close(): void;
};

export type OpenOptions = {
  readonly world: World;
  /** The passport to open, one of `passportNames()`; the latest when left out. */
  readonly name?: string;
  /** Begins a new passport beside those that are there: the way on when the old one cannot be opened. */
  readonly fresh?: boolean;
  /** Parts that must be in memory when this resolves. */
  readonly first?: readonly string[];
  /** Makes the worker of `key-file.worker.ts`; without one the key stays in the database alone. */
  readonly makeWorker?: () => Worker;
  /** In place of the browser's private file system. */
  readonly keyFiles?: KeyFiles | null;
  /** How long after the last change the snapshot is written (milliseconds): after few changes, after many. */
  readonly quiet?: { readonly few: number; readonly many: number };
};
