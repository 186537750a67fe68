import type { World } from '#passport/write.ts';
import type { Keyring } from './keyring.ts';
import type { Loaded } from './load.ts';
import { reseal } from './reseal.ts';
import type { Rows } from './rows.ts';
import { writeSnapshot } from './snapshot.ts';
import { alone } from './tabs.ts';
import { makeQueue } from './writing.ts';

type Parts = {
  readonly rows: Rows;
  readonly keyring: Keyring;
  readonly world: World;
  readonly name: string;
  readonly now: () => Loaded;
  readonly take: (next: Partial<Loaded>) => void;
  /** True when nothing may be written any more. */
  readonly isOver: () => boolean;
};

/** This many small rows are gathered into large ones. */
const gatherAt = 400;

/** Rows of the log that no snapshot covers yet. */
export function unsettled({ last, written }: Loaded): number {
  return last - (written?.contents.seq ?? 0);
}

/** What waits for a quiet moment, so that the next start is short: gathers small rows, and writes the snapshot. */
export function makeSettle({ rows, keyring, world, name, now, take, isOver }: Parts): () => Promise<void> {
  const queue = makeQueue();
  return () =>
    queue(async () => {
      if (isOver() || now().pending) return;
      const { gathered: after } = now();
      if (now().last - after > gatherAt) {
        const upTo = await alone(`${name}-gather`, () => reseal(rows, keyring, world, { after }));
        if (upTo !== null) take({ gathered: Math.max(upTo, now().gathered) });
      }
      if (unsettled(now()) === 0) return;
      const { passport, last: seq, gathered, tally, written: before } = now();
      const written = await writeSnapshot(rows, keyring, world, { passport, seq, gathered, tally, before });
      if (written) take({ written });
    });
}
