import { useCallback, useMemo, useRef, useState } from 'react';
import { type Edit, undoOf } from '#passport/write.ts';
import type { Session } from './session.ts';

/**
 * How the last edit of this screen went. `saved` is said only when the change is on the device; `isBusy` is true while
 * a later one is on its way there.
 */
export type Saving = Outcome & { readonly isBusy: boolean };

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
  const [onTheirWay, setOnTheirWay] = useState(0);
  const undone = useRef<(readonly Edit[])[]>([]);

  const undo = useCallback(async () => {
    const back = undone.current.pop();
    if (!back) return;
    setOnTheirWay((count) => count + 1);
    const result = await session.store.append(back, session.writer);
    setOnTheirWay((count) => count - 1);
    if (!result.ok) undone.current.push(back);
    setOutcome(result.ok ? { state: 'undone' } : { state: 'failed', problem: result.problem });
  }, [session]);

  const edit = useCallback(
    async (edits: readonly Edit[], lang?: string) => {
      const before = session.store.passport();
      const writer = lang === undefined ? session.writer : { ...session.writer, lang };
      setOnTheirWay((count) => count + 1);
      const result = await session.store.append(edits, writer);
      setOnTheirWay((count) => count - 1);
      if (result.ok) undone.current.push([...edits].reverse().map((one) => undoOf(before, one)));
      setOutcome(result.ok ? { state: 'saved', undo } : { state: 'failed', problem: result.problem });
      return result.ok;
    },
    [session, undo],
  );

  const isBusy = onTheirWay > 0;
  const saving = useMemo(() => ({ ...outcome, isBusy }), [outcome, isBusy]);
  return { saving, edit };
}
