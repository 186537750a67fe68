import type { Change } from '#passport/change.ts';
import type { Passport } from '#passport/fold.ts';
import type { Edit, World, Writer } from '#passport/write.ts';
import type { Disk } from './disk.ts';
import type { SaveProblem } from './failure.ts';
import type { Stretch } from './lock/argon.ts';
import type { Opens } from './lock/lock.ts';
import type { RecoveryKey } from './lock/recovery.ts';
import type { Proof, Proving } from './proving.ts';
import type { FileProblem } from './read-download.ts';
import type { ReadFile, Watch } from './reading.ts';

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
      /** What the file holds, checked and in order. */
      readonly theirs: readonly Change[];
      /** How many more there are in it of private pages, which are kept apart. */
      readonly apart: number;
      /** How many changes here the file's tombstones would take: they were removed for ever where it was made. */
      readonly gone: number;
      /** How many tombstones would come in, and how many of them name nothing here. No undoing takes them out again. */
      readonly removals: number;
      readonly elsewhere: number;
    }
  | { readonly ok: false; readonly problem: FileProblem };
/** `apart` are the changes of private pages in the file: for their own store to `take`. */
export type Restored =
  | { readonly ok: true; readonly added: number; readonly apart: readonly Change[] }
  | { readonly ok: false; readonly problem: FileProblem | SaveProblem };

/** What the last file that was taken in brought. */
export type Merged = {
  readonly kind: 'merged' | 'replaced';
  /** When it was taken in, and when the file says it was made: ISO dates and times. */
  readonly at: string;
  readonly made: string;
  /** How many of its changes are still here, and the ids of those it had of private pages. */
  readonly count: number;
  readonly apart: readonly string[];
  /** How many changes there were before. */
  readonly before: number;
};
export type Undone =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly problem: SaveProblem | 'forever-busy' | 'forever-safe-copy' };
export type Taken =
  | { readonly ok: true; readonly added: number }
  | { readonly ok: false; readonly problem: SaveProblem };
/** 'forever-busy': other tabs kept writing. 'forever-safe-copy': the safe copy could not be overwritten. Nothing is removed. */
export type Forever =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: SaveProblem | 'forever-busy' | 'forever-safe-copy' };

/** 'pin' is a screen lock and no more: the key still lies on the device. */
export type LockState =
  | { readonly kind: 'none' }
  | { readonly kind: 'pin'; readonly opens: Opens }
  | { readonly kind: 'passphrase'; readonly opens: Opens; readonly hasPasskey: boolean };
/** 'proof-missing': there is a lock, and its secret was not given for this. Nothing has changed. */
export type LockProblem =
  | SaveProblem
  | 'forever-busy'
  | 'argon-failed'
  | 'passkey-missing'
  | 'passkey-refused'
  | 'proof-missing';
export type LockSaved = { readonly ok: true } | { readonly ok: false; readonly problem: LockProblem };

/**
 * The lock of a passport that is open. What weakens a lock that is on, or changes a way in, wants a proof, which is used
 * up once it is done; other tabs close, and the next unlocking tells of it. Where there is no lock no proof is needed.
 */
export type Locking = Proving & {
  state(): LockState;
  /**
   * Seals everything under a new key that only the passphrase and the recovery key open; on a locked passport, changes
   * both. Takes seconds. `recovery` is one the person has already typed back.
   */
  turnOn(wish: { passphrase: string; recovery: RecoveryKey; opens: Opens }, proof?: Proof | null): Promise<LockSaved>;
  /** Seals everything under a new key that lies on the device; takes a PIN away too. */
  turnOff(proof?: Proof | null): Promise<LockSaved>;
  /** False without a private file system: then there is nowhere to leave anything open, and only 'nothing' may be asked for. */
  readonly canLeaveOpen: boolean;
  /** Wants a proof only for what is wider than now. */
  setOpens(opens: Opens, proof?: Proof | null): Promise<LockSaved>;
  /** One more way in, kept by the device or a key of plastic (WebAuthn PRF). */
  addPasskey(name: string, proof?: Proof | null): Promise<LockSaved>;
  dropPasskey(proof?: Proof | null): Promise<LockSaved>;
  setPin(pin: string, opens: Opens, proof?: Proof | null): Promise<LockSaved>;
};

/**
 * Whether a second, sealed copy is kept beside the database. 'unknown': it is being read, to find out. 'failing': it
 * could not be written of late, or does not hold what the database does. 'none': there is no place for one.
 */
export type SafeState = 'unknown' | 'kept' | 'failing' | 'none';

/** 'kept': the browser promised. 'may-be-cleared': it did not. 'unknown': it cannot be asked. */
export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

export type Stopped = 'newer' | 'erased' | 'locked';

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
  /**
   * Everything, as one file that opens for ever. `more` are changes to go with it: those of private pages. It is read
   * again first, to its end, as another device would: throws 'backup-too-large' or 'backup-unread' when it would not be
   * taken in whole.
   */
  download(more?: readonly Change[]): Promise<Uint8Array<ArrayBuffer>>;
  /** How many changes the log holds. */
  count(): number;
  /** Reads a file wholly, beside the page; writes nothing. */
  readonly read: ReadFile;
  /** What restoring this file would bring; writes nothing. `watch` as in `read`. */
  preview(bytes: Uint8Array, watch?: Watch): Promise<Preview>;
  /** Adds the changes of a file that are not here yet, all or none; overwrites nothing. `undoMerge` takes them out again. */
  restore(bytes: Uint8Array): Promise<Restored>;
  /** Adds changes that are checked already and not here yet, all or none. `fromFile`: `undoMerge` takes them out again. */
  take(changes: readonly Change[], fromFile?: boolean): Promise<Taken>;
  /**
   * Makes the passport what the file says it was, all or none. It does so with changes, so that what was here stays in
   * the history; `undoMerge` takes them out again.
   */
  replace(bytes: Uint8Array, writer: Writer): Promise<Restored>;
  /** What the last file brought, while it can be undone: until the next one is taken in. Null when there is nothing. */
  merged(): Promise<Merged | null>;
  /**
   * Takes out exactly the changes that the last file brought, and seals everything anew, so that none of them can be read
   * on the disk. What was written since stays. What was removed for ever by it stays so. Leaves no tombstone: taking the
   * same file in again brings them back. With `only` nothing happens unless that file brought none but these.
   */
  undoMerge(only?: readonly string[]): Promise<Undone>;
  /**
   * Removes records of lists, or single earlier changes, by id: everything is sealed anew under a new key, so that what
   * the disk still holds of them cannot be opened, and a tombstone with only the id keeps old backups from bringing
   * them back. Copies elsewhere stay as they are.
   */
  removeForEver(ids: readonly string[]): Promise<Forever>;
  /** Null in the example. */
  readonly locking: Locking | null;
  /** What is known of the safe copy. Who subscribes hears of it too. */
  safe(): SafeState;
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
   * reload), 'erased' when another tab erased the passport, 'locked' when another tab locked it. For 'newer' drafts can be kept until the listener's promise
   * resolves, for two seconds at most. Gives the way to stop.
   */
  onNewer(listener: (why: Stopped) => void | Promise<void>): () => void;
  /** Rows that no longer open: 0 unless the disk has been damaged. What they held is missing. */
  unreadable(): number;
  /** Does now what otherwise waits for a quiet moment: writes the snapshot and gathers small rows. */
  settle(): Promise<void>;
  /** Brings the safe copy up to date now: the page is being hidden. */
  flush(): Promise<void>;
  /** Removes this passport and its keys from the device. Rejects without a proof where there is a lock. */
  erase(proof?: Proof | null): Promise<void>;
  /** Waits for what is being written, lets go of the database and forgets the key. */
  close(): Promise<void>;
};

export type OpenOptions = {
  readonly world: World;
  /** The passport to open, one of `passportNames()`; the latest when left out. */
  readonly name?: string;
  /** Begins a new passport beside those that are there: the way on when the old one cannot be opened. */
  readonly fresh?: boolean;
  /** Parts that must be in memory when this resolves. */
  readonly first?: readonly string[];
  /** Makes the worker of `disk.worker.ts`; without one the key stays in the database alone and there is no safe copy. */
  readonly makeWorker?: () => Worker;
  /** In place of the browser's private file system. */
  readonly disk?: Disk | null;
  /** Makes the worker of `lock/argon.worker.ts`: without one no lock can be put on or opened. */
  readonly makeArgonWorker?: () => Worker;
  /** Makes the worker of `read.worker.ts`: without one files are read on the page itself. */
  readonly makeReadWorker?: () => Worker;
  /** In place of that worker. */
  readonly stretch?: Stretch;
  /** A key that the caller keeps: for a passport inside another. */
  readonly key?: { readonly raw: Uint8Array<ArrayBuffer>; readonly epoch: number };
  /**
   * Hears of a new key before it is used, and answers true once the caller has put it beside the old one. Without it the
   * key of a passport inside another cannot be changed.
   */
  readonly giveKey?: (raw: Uint8Array<ArrayBuffer>, epoch: number) => Promise<boolean>;
  /** How long after the last change the snapshot is written (milliseconds): after few changes, after many. */
  readonly quiet?: { readonly few: number; readonly many: number };
};
