import { useCallback, useEffect, useRef, useState } from 'react';
import { doBackup } from '#exchange/file/backup-job.ts';
import { dayOf } from '#i18n/dates.ts';
import type { Counted } from '#store/backups.ts';
import { handOutProblem } from '#store/hand-out.ts';
import type { Pages, PagesProblem } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { fileName } from '#ui/file-name.ts';
import { useHiding } from '#ui/hide.tsx';

/** A backup that was opened again and compared. */
export type Made = Counted & {
  readonly file: File;
  /** Why the private pages are not in it; null when they are, when there are none, and while someone helps. */
  readonly leftOut: PagesProblem | null;
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
      const fail = (problem: string) => setState({ at: 'failed', problem });
      const { store, world, writer } = session;
      const count = store.count();
      const apart = pages ? await pages.changes() : ({ ok: true, changes: [], count: 0 } as const);
      // read back as another device would, before it is sealed: the worker proves that what is sealed is this
      const bytes = await store.download(apart.ok ? apart.changes : []).catch(handOutProblem);
      if (typeof bytes === 'string') return fail(bytes);
      let mine: Worker | null = null;
      try {
        mine = makeWorker();
        worker.current = mine;
        const done = await doBackup({ kind: 'make', bytes, phrase }, mine, () => setState({ at: 'checking' }));
        if (worker.current !== mine) return;
        if (!done.ok) return fail(done.problem);
        const file = new File([done.bytes], name, { type: 'application/octet-stream' });
        const leftOut = apart.ok || writer.by !== '' ? null : apart.problem;
        const holds: Counted = { count, pages: apart.ok ? apart.count : null };
        setState({ at: 'ready', made: { file, ...holds, leftOut, at: dayOf(world.now()) } });
      } catch {
        fail('backup-failed');
      } finally {
        if (worker.current === mine) dismiss();
      }
    },
    [session, pages, makeWorker, name, dismiss],
  );
  return { state, make };
}
