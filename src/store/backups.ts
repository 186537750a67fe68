import type { Change } from '#passport/change.ts';
import type { Saved, Store } from './store.ts';

/** The last backup that was given out: how many changes there were then, and the ISO date. */
export type LastBackup = { readonly count: number; readonly at: string };
/** Where a sealed copy is, in the person's own words, and since when (ISO date). */
export type TrustedCopy = { readonly where: string; readonly at: string };

/** What is remembered about backups, sealed among the drafts of the passport they are of. */
export type BackupNotes = {
  readonly last: LastBackup | null;
  readonly trusted: TrustedCopy | null;
  /** The phrase for the next backup, where the person wanted it kept. */
  readonly phrase: string | null;
  /** How many changes there were when the person said "not now". */
  readonly quiet: number | null;
};

export const noNotes: BackupNotes = { last: null, trusted: null, phrase: null, quiet: null };

const key = (note: keyof BackupNotes) => `backup/${note}`;

/** Changes that are nowhere else before it is said, and that many more after "not now". */
const many = 25;

/** Reads the notes; what is missing or not of this shape is null. */
export async function readNotes(store: Store): Promise<BackupNotes> {
  const drafts = await store.drafts.all().catch(() => new Map<string, string>());
  const last = parse(drafts.get(key('last')));
  const trusted = parse(drafts.get(key('trusted')));
  const quiet = parse(drafts.get(key('quiet')));
  return {
    last: isCount(last?.['count']) && isText(last['at']) ? { count: last['count'], at: last['at'] } : null,
    trusted:
      isText(trusted?.['where']) && isText(trusted['at']) ? { where: trusted['where'], at: trusted['at'] } : null,
    phrase: drafts.get(key('phrase')) ?? null,
    quiet: isCount(quiet?.['count']) ? quiet['count'] : null,
  };
}

/** Keeps one note, or drops it. */
export function keepNote<K extends keyof BackupNotes>(store: Store, note: K, value: BackupNotes[K]): Promise<Saved> {
  if (value === null) return store.drafts.drop(key(note));
  if (typeof value === 'string') return store.drafts.keep(key(note), value);
  return store.drafts.keep(key(note), JSON.stringify(typeof value === 'number' ? { count: value } : value));
}

/** How many changes no backup holds. Removing for ever can leave fewer than there were: then none. */
export function changesSince(notes: BackupNotes, count: number): number {
  return Math.max(0, count - (notes.last?.count ?? 0));
}

/** True when a gentle word about a backup is due. */
export function isReminderDue(notes: BackupNotes, count: number): boolean {
  return changesSince(notes, count) >= many && count - (notes.quiet ?? 0) >= many;
}

/**
 * Six digits that are the same on two devices when the same changes are on both: from the SHA-256 of all their ids. To be
 * compared by eye, against mistakes and not against anyone.
 */
export async function checkDigits(log: readonly Change[]): Promise<string> {
  const ids = log.map(({ id }) => id).sort();
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ids.join(' ')));
  const digits = String(new DataView(sum).getUint32(0) % 1_000_000).padStart(6, '0');
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}

function parse(text: string | undefined): Partial<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    return typeof read === 'object' ? (read as Partial<Record<string, unknown>> | null) : null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
