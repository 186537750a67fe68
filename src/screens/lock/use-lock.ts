import { useCallback, useState } from 'react';
import type { Locking, LockState } from '#store/store.ts';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** Something being done to the lock, one thing at a time. */
export type LockTask = {
  readonly isBusy: boolean;
  /** Why the last thing did not work. */
  readonly problem: string | null;
  /** What was done last, in words. */
  readonly said: string | null;
  /** Does it, then says so; true when it is done. Work that breaks off is a problem like any other. */
  readonly run: (work: (locking: Locking) => Promise<Outcome>, said: string) => Promise<boolean>;
  readonly forget: () => void;
};

/** The lock as it is, drawn again after each thing that is done to it. */
export function useLock(locking: Locking): { readonly state: LockState; readonly task: LockTask } {
  const [state, setState] = useState(() => locking.state());
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const forget = useCallback(() => {
    setProblem(null);
    setSaid(null);
  }, []);
  const run = useCallback(
    async (work: (locking: Locking) => Promise<Outcome>, words: string) => {
      forget();
      setBusy(true);
      const done = await work(locking).catch((): Outcome => ({ ok: false, problem: 'save-gone' }));
      setState(locking.state());
      setBusy(false);
      if (done.ok) setSaid(words);
      else setProblem(done.problem);
      return done.ok;
    },
    [locking, forget],
  );
  return { state, task: { isBusy, problem, said, run, forget } };
}
