import { useCallback, useEffect, useRef, useState } from 'react';
import { doBackup } from '#exchange/file/backup-job.ts';
import { dayOf } from '#i18n/dates.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { fileName } from '#ui/file-name.ts';
import { useHiding } from '#ui/hide.tsx';

/** A backup that was opened again and compared. */
export type Made = {
  readonly file: File;
  /** How many changes there were. */
  readonly count: number;
  /** The day it was made, as an ISO date. */
  readonly at: string;
};

export type MakingState =
  | { readonly at: 'idle' | 'sealing' | 'checking' }
  | { readonly at: 'ready'; readonly made: Made }
  | { readonly at: 'failed'; readonly problem: string };

export type Making = {
  readonly state: MakingState;
  /** Seals everything under the phrase; what was made before is dropped. */
  readonly make: (phrase: string) => Promise<void>;
};

/** The name of a backup made now: neutral, and it tells its day. */
export function useBackupName({ example, world }: Session): string {
  const { discreet } = useHiding();
  return fileName(`${example ? 'example' : 'backup'}-${dayOf(world.now())}.age`, { discreet });
}

/** Makes a backup in a worker that ends with the job, or with the screen. */
export function useMaking(session: Session, pages: Pages | null, makeWorker: () => Worker): Making {
  const [state, setState] = useState<MakingState>({ at: 'idle' });
  const worker = useRef<Worker | null>(null);
  const name = useBackupName(session);
  const dismiss = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => dismiss, [dismiss]);

  const make = useCallback(
    async (phrase: string) => {
      dismiss();
      setState({ at: 'sealing' });
      const { store, world } = session;
      const count = store.count();
      const bytes = await store.download((await pages?.changes()) ?? []).catch(() => null);
      if (!bytes) return setState({ at: 'failed', problem: 'save-gone' });
      const mine = makeWorker();
      worker.current = mine;
      const done = await doBackup({ kind: 'make', bytes, phrase }, mine, () => setState({ at: 'checking' }));
      if (worker.current !== mine) return;
      dismiss();
      if (!done.ok) return setState({ at: 'failed', problem: done.problem });
      const file = new File([done.bytes], name, { type: 'application/octet-stream' });
      setState({ at: 'ready', made: { file, count, at: dayOf(world.now()) } });
    },
    [session, pages, makeWorker, name, dismiss],
  );
  return { state, make };
}
