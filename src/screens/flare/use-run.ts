import { useCallback, useEffect, useRef, useState } from 'react';
import type { World } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { decodeRun, emptyRun, encodeRun, isBegun, type Run } from './run.ts';

const key = 'flare/run';

export type Running = {
  readonly run: Run;
  /** Takes what changed; is handed the run as it stands and the time now. */
  readonly change: (next: (run: Run, now: string) => Partial<Run>) => void;
};

/**
 * The run, kept among the unfinished texts: it outlives leaving the screen and a reload. Moves made before the passport
 * has opened are kept, and join what was there.
 */
export function useRun(session: Session | undefined, world: World): Running {
  const [run, setRun] = useState<Run>(emptyRun);
  const latest = useRef(run);
  const opened = useRef<Session | undefined>(undefined);

  const put = useCallback((next: Run) => {
    latest.current = next;
    setRun(next);
    const to = opened.current;
    if (!to) return;
    const isEmpty = !isBegun(next) && next.whatHelped === '' && next.noticed === '';
    void (isEmpty ? to.store.drafts.drop(key) : to.store.drafts.keep(key, encodeRun(next)));
  }, []);

  useEffect(() => {
    if (!session) return;
    let wanted = true;
    const join = (kept: ReadonlyMap<string, string>) => {
      if (!wanted) return;
      opened.current = session;
      const before = decodeRun(kept.get(key), world.now());
      const mine = latest.current;
      const joined = {
        ...before,
        began: before.began || mine.began,
        at: mine.at || before.at,
        done: { ...before.done, ...mine.done },
      };
      if (isBegun(mine)) return put(joined);
      latest.current = joined;
      setRun(joined);
    };
    session.store.drafts.all().then(join, () => join(new Map()));
    return () => {
      wanted = false;
    };
  }, [session, world, put]);

  const change = useCallback<Running['change']>(
    (next) => {
      const now = world.now().toISOString();
      const standing = latest.current;
      put({ ...standing, began: standing.began || now, ...next(standing, now) });
    },
    [world, put],
  );
  return { run, change };
}
