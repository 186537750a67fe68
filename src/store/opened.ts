import type { OpenProblem } from './failure.ts';
import type { OpenPages } from './lock/open-file.ts';
import type { LockState, Store } from './store.ts';

/** How opening a passport ended. With a `loss`, the sentinel or the safe copy knows of more than the database holds. */
export type Opened =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly problem: 'store-locked'; readonly locked: Locked }
  | { readonly ok: false; readonly problem: OpenProblem; readonly loss: Loss | null };

/**
 * Something that was saved is not in the database. 'empty': nothing is. 'behind': the latest changes are not. 'damaged':
 * rows do not open. 'refused': the database does not.
 */
export type Loss = {
  readonly kind: 'empty' | 'behind' | 'damaged' | 'refused';
  /** Changes there should be, and changes there are; `expected` is null when no sentinel was left to say. */
  readonly expected: number | null;
  readonly here: number;
  /** What the safe copy holds and when it was last written; null when there is none that opens. */
  readonly safe: { readonly count: number; readonly flushed: Date | null } | null;
  /** True once the browser has not let it be put back: `download` is then the way on. */
  readonly isStuck: boolean;
  /** Puts what the safe copy holds back where it was, and opens. */
  restore(): Promise<Opened>;
  /** What the safe copy holds, as a file that is not sealed. */
  download(): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Goes on with what is here. The safe copy stays as it is until the next change. With `leavesNothing` the database that
   * does not open is deleted for it: the browser has no second place to go on in.
   */
  leave(): Promise<Opened>;
  readonly leavesNothing: boolean;
};

export type Secret =
  | { readonly passphrase: string }
  /** The recovery key as it was typed. */
  | { readonly recovery: string }
  | { readonly passkey: true }
  | { readonly pin: string };

export type UnlockProblem =
  | 'unlock-wrong'
  | 'unlock-wait'
  | 'recovery-unread'
  | 'passkey-missing'
  | 'passkey-refused'
  | 'argon-failed';

/** A passport whose key is not on the device, or whose PIN is asked for first. */
export type Locked = {
  readonly state: Exclude<LockState, { kind: 'none' }>;
  /** With the day it was written. */
  readonly open: (OpenPages & { readonly written: Date }) | null;
  /** Milliseconds until the next try is heard: 0 now. Wrong tries slow down; nothing is ever wiped. */
  wait(): number;
  unlock(secret: Secret): Promise<Opened | { readonly ok: false; readonly problem: UnlockProblem }>;
  /** For someone who has lost every way in: removes the passport, its keys and its private pages from the device. */
  erase(): Promise<void>;
};
