import { useCallback, useEffect, useRef, useState } from 'react';
import type { World } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { decodeRun, emptyRun, encodeRun, isBegun, isRecent, type Run } from './run.ts';

const key = 'flare/run';

export type Running = {
  readonly run: Run;
  /** A run they left within the hour, until they go on with it or begin another. */
  readonly earlier: Run | null;
  readonly goOn: () => void;
  /** Takes what changed; is handed the run as it stands and the time now. */
  readonly change: (next: (run: Run, now: string) => Partial<Run>) => void;
};

/**
 * The run, kept among the unfinished texts. Each visit begins at the first step; where the last was left within the hour,
 * it can be gone on with. What was typed and not saved is always there. Moves made before the passport has opened count.
 */
export function useRun(session: Session | undefined, world: World): Running {
  const [run, setRun] = useState<Run>(emptyRun);
  const [earlier, setEarlier] = useState<Run | null>(null);
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
      const { whatHelped, noticed } = before;
      const joined = { ...mine, whatHelped, noticed };
      if (isBegun(mine)) return put(joined);
      if (isBegun(before) && isRecent(before, world.now())) setEarlier(before);
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
      setEarlier(null);
      put({ ...standing, began: standing.began || now, ...next(standing, now), last: now });
    },
    [world, put],
  );
  const goOn = useCallback(() => {
    if (earlier) change((standing) => ({ ...earlier, whatHelped: standing.whatHelped, noticed: standing.noticed }));
  }, [earlier, change]);
  return { run, earlier, goOn, change };
}
