import type { Disk } from './disk.ts';
import type { HeldKey, Kept } from './keyring.ts';
import type { Opened } from './opened.ts';
import type { Safe } from './safe/copy.ts';
import type { Sealer } from './seal.ts';
import type { OpenOptions } from './store.ts';

/** What is settled on the way in: who the lock let through, what to do about a loss, and whether a read was refused. */
export type Way = {
  readonly given?: { readonly sealer: Sealer; readonly kept: Kept };
  readonly isPinRight?: true;
  readonly after?: 'restore' | 'leave';
  readonly hasRefused?: true;
};

/** The place a passport is opened from, whatever becomes of it. */
export type Site = {
  readonly options: OpenOptions;
  readonly name: string;
  readonly disk: Disk | null;
  readonly safe: Safe | null;
  readonly early: readonly HeldKey[];
  /** Opens again, further on the way. */
  readonly again: (way: Way) => Promise<Opened>;
};
