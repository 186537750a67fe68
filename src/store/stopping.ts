import type { SaveProblem } from './failure.ts';
import type { Rows } from './rows.ts';
import type { Stopped } from './store.ts';

type Listener = (why: Stopped) => void | Promise<void>;

export type Stopping = {
  /** Why nothing more can be saved; null while it can. */
  why(): SaveProblem | null;
  /** Says so to those who listen, gives them two seconds to keep a draft, and lets go of the database. */
  stop(why: Stopped): Promise<void>;
  listen(listener: Listener): () => void;
  /** The end that was asked for here: nobody needs to hear of it. */
  end(): void;
};

const patience = 2000;
const problems = { erased: 'save-gone', newer: 'save-newer-tab', locked: 'save-gone' } as const;

/** How a store ends that another tab, or a newer version, has put an end to. */
export function makeStopping(rows: Rows, onEnd: () => void): Stopping {
  let stopped: SaveProblem | null = null;
  const listeners = new Set<Listener>();
  const stop = async (why: Stopped) => {
    if (stopped) return;
    // an erased passport takes no more drafts; before a lock or a newer version they can still be kept
    if (why === 'erased') stopped = problems[why];
    const heard = Promise.allSettled([...listeners].map(async (listener) => listener(why)));
    await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, patience))]);
    stopped ??= problems[why];
    onEnd();
    rows.close({ disableAutoOpen: true });
  };
  rows.on('versionchange', (event) => {
    void stop(event.newVersion ? 'newer' : 'erased');
    return false;
  });
  return {
    why: () => stopped,
    stop,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end() {
      stopped ??= 'save-gone';
      onEnd();
    },
  };
}
