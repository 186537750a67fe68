import { errorToSaveProblem, isLost, type SaveProblem } from './failure.ts';
import { isNewer, keyRowOf, type Rows } from './rows.ts';

export type Written<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SaveProblem };

/** Runs tasks one after another; each gets its own outcome. */
export function makeQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = tail.then(task);
    tail = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * Runs a write. When the connection to the database broke (as iOS does to a page in the background) it is opened once
 * more and the write done again from memory.
 */
export async function write<T>(rows: Rows, task: () => Promise<T>): Promise<Written<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    if (!isLost(error)) return { ok: false, problem: errorToSaveProblem(error) };
  }
  try {
    const problem = await reopen(rows);
    return problem ? { ok: false, problem } : { ok: true, value: await task() };
  } catch (error) {
    return { ok: false, problem: errorToSaveProblem(error) };
  }
}

async function reopen(rows: Rows): Promise<SaveProblem | null> {
  rows.close({ disableAutoOpen: true });
  await rows.open();
  if (isNewer(rows)) {
    rows.close({ disableAutoOpen: true });
    return 'save-newer-tab';
  }
  if (await keyRowOf(rows)) return null;
  // Erased meanwhile: opening made an empty one, which must not stay.
  if (await rows.log.count()) rows.close({ disableAutoOpen: true });
  else await rows.delete({ disableAutoOpen: true });
  return 'save-gone';
}
