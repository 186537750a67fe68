import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type BackupNotes, changesSince, isReminderDue, keepNote, noNotes, readNotes } from './backups.ts';
import type { Saved, Store } from './store.ts';

export type Backups = {
  /** Null until they are read. */
  readonly notes: BackupNotes | null;
  /** How many changes no backup holds. */
  readonly since: number;
  readonly keep: <K extends keyof BackupNotes>(note: K, value: BackupNotes[K]) => Promise<Saved>;
};

/** What is remembered about backups of this passport, and how much has changed since. */
export function useBackups(store: Store): Backups {
  const count = useSyncExternalStore(store.subscribe, store.count);
  const [held, setHeld] = useState<{ store: Store; notes: BackupNotes } | null>(null);
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
  return { notes, since: changesSince(notes ?? noNotes, count), keep };
}

/** The gentle word about a backup: how many changes are nowhere else, since when, and "not now". Null when none is due. */
export type Reminder = { readonly count: number; readonly last: string | null; readonly onLater: () => void };

/** For home: `BackupReminder` says it. */
export function useReminder(store: Store): Reminder | null {
  const { notes, since, keep } = useBackups(store);
  if (!notes || !isReminderDue(notes, store.count())) return null;
  return { count: since, last: notes.last?.at ?? null, onLater: () => void keep('quiet', store.count()) };
}
