import { useCallback, useMemo, useRef, useState } from 'react';
import { type Edit, undoOf } from '#passport/write.ts';
import type { Session } from './session.ts';

/** How the last edit of this screen went. `saved` is said only when the change is on the device. */
export type Saving = Outcome & { readonly underway: Underway };

/** The edits on their way to the device. Heard by the status alone: the screen is not drawn again for each. */
type Underway = { subscribe(listener: () => void): () => void; isAny(): boolean };

type Outcome =
  | { readonly state: 'idle' }
  | { readonly state: 'saved'; readonly undo: (() => void) | null }
  | { readonly state: 'undone' }
  | { readonly state: 'failed'; readonly problem: string };

export type Editor = {
  readonly saving: Saving;
  /** Appends edits; true when they are on the device. On failure nothing changed, and the caller keeps what was typed. */
  readonly edit: (edits: readonly Edit[], lang?: string) => Promise<boolean>;
};

/** One editor a screen: every edit can be taken back, latest first, for as long as the screen is open. */
export function useEditor(session: Session): Editor {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const [underway] = useState(makeUnderway);
  const undone = useRef<(readonly Edit[])[]>([]);

  const undo = useCallback(async () => {
    const back = undone.current.pop();
    if (!back) return;
    const result = await underway.follow(session.store.append(back, session.writer));
    if (!result.ok) undone.current.push(back);
    setOutcome(result.ok ? { state: 'undone' } : { state: 'failed', problem: result.problem });
  }, [session, underway]);

  const edit = useCallback(
    async (edits: readonly Edit[], lang?: string) => {
      const before = session.store.passport();
      const writer = lang === undefined ? session.writer : { ...session.writer, lang };
      const result = await underway.follow(session.store.append(edits, writer));
      if (result.ok) undone.current.push([...edits].reverse().map((one) => undoOf(before, one)));
      setOutcome(result.ok ? { state: 'saved', undo } : { state: 'failed', problem: result.problem });
      return result.ok;
    },
    [session, undo, underway],
  );

  const saving = useMemo(() => ({ ...outcome, underway }), [outcome, underway]);
  return { saving, edit };
}

function makeUnderway(): Underway & { follow<T>(edit: Promise<T>): Promise<T> } {
  const listeners = new Set<() => void>();
  let count = 0;
  const add = (more: number) => {
    count += more;
    for (const listener of [...listeners]) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isAny: () => count > 0,
    follow(edit) {
      add(1);
      return edit.finally(() => add(-1));
    },
  };
}
