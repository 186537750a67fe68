import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import {
  type BackupNotes,
  type Counted,
  changesSince,
  isReminderDue,
  keepNote,
  noNotes,
  readNotes,
} from './backups.ts';
import type { Session } from './session.ts';
import type { Saved } from './store.ts';
import { usePagesNow } from './use-pages.ts';

export type Backups = {
  /** Null until they are read. */
  readonly notes: BackupNotes | null;
  /** How many changes there are now. */
  readonly now: Counted;
  /** How many of them no backup holds. */
  readonly since: number;
  /** True when there are private pages that `since` may say too little of: they are shut, or the last backup is without them. */
  readonly isPagesMissing: boolean;
  readonly keep: <K extends keyof BackupNotes>(note: K, value: BackupNotes[K]) => Promise<Saved>;
};

/** What is remembered about backups of this passport, and how much has changed since. Who helps hears of no pages. */
export function useBackups({ store, pages, writer }: Session): Backups {
  const count = useSyncExternalStore(store.subscribe, store.count);
  const { state, count: pagesCount } = usePagesNow(writer.by === '' ? pages : null);
  const [held, setHeld] = useState<{ store: Session['store']; notes: BackupNotes } | null>(null);
  useEffect(() => {
    let current = true;
    void readNotes(store).then((notes) => {
      if (current) setHeld({ store, notes });
    });
    return () => {
      current = false;
    };
  }, [store]);
  const keep = useCallback(
    async <K extends keyof BackupNotes>(note: K, value: BackupNotes[K]) => {
      const saved = await keepNote(store, note, value);
      if (saved.ok) setHeld((before) => before && { ...before, notes: { ...before.notes, [note]: value } });
      return saved;
    },
    [store],
  );
  const notes = held?.store === store ? held.notes : null;
  const now = { count, pages: pagesCount };
  const isHeld = pagesCount !== null && typeof notes?.last?.pages === 'number';
  return {
    notes,
    now,
    since: changesSince(notes ?? noNotes, now),
    isPagesMissing: notes !== null && state !== 'none' && !isHeld,
    keep,
  };
}

/** The gentle word about a backup: how many changes are nowhere else, since when, and "not now". Null when none is due. */
export type Reminder = { readonly count: number; readonly last: string | null; readonly onLater: () => void };

/** For home: `BackupReminder` says it. */
export function useReminder(session: Session): Reminder | null {
  const { notes, now, since, keep } = useBackups(session);
  if (!notes || !isReminderDue(notes, now)) return null;
  return { count: since, last: notes.last?.at ?? null, onLater: () => void keep('quiet', now) };
}
