import type { Counted } from '#store/backups.ts';
import type { FolderProblem } from '#store/folder.ts';
import type { PagesProblem } from '#store/pages.ts';
import type { Proof } from '#store/proving.ts';

export type FolderState = {
  /** 'lost': the browser no longer lets us write there. */
  readonly state: 'off' | 'on' | 'lost';
  /** The folder by its own name. */
  readonly name: string;
  /** When the last file was written, as an ISO date and time. */
  readonly at: string | null;
  readonly busy: boolean;
  readonly problem:
    | FolderProblem
    | PagesProblem
    | 'backup-failed'
    | 'backup-too-large'
    | 'backup-unread'
    | 'proof-missing'
    | null;
};

/** The folder that keeps itself, as a screen sees it. */
export type FolderBackup = FolderState & {
  /**
   * Lets the person choose a folder, at a tap, and writes the first file. Where there is a lock it wants a proof, which is
   * used up. False when they let it be.
   */
  readonly choose: (phrase: string, proof?: Proof | null) => Promise<boolean>;
  /** Asks the browser to allow it again, at a tap. */
  readonly again: () => Promise<void>;
  readonly writeNow: () => Promise<void>;
  /** Puts one sealed file there, which holds this much; null when it is in, otherwise why it is not. */
  readonly put: (file: File, holds: Counted) => Promise<FolderProblem | 'backup-failed' | null>;
  /** Writes no more there; what is in it stays. */
  readonly stop: () => Promise<void>;
};
