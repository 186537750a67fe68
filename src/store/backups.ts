import type { Merged, Saved, Store } from './store.ts';

/** How many changes there are: of the passport, and of its private pages; null while those are shut or were left out. */
export type Counted = { readonly count: number; readonly pages: number | null };
/** The last backup that was given out: what it holds, and the ISO date. */
export type LastBackup = Counted & { readonly at: string };
/** Where a sealed copy is, in the person's own words, and since when (ISO date). */
export type TrustedCopy = { readonly where: string; readonly at: string };

/** What is remembered about backups, sealed among the drafts of the passport they are of. */
export type BackupNotes = {
  readonly last: LastBackup | null;
  readonly trusted: TrustedCopy | null;
  /** The phrase for the next backup, where the person wanted it kept. */
  readonly phrase: string | null;
  /** How many changes there were when the person said "not now". */
  readonly quiet: Counted | null;
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
  const counted = toCounted(last);
  return {
    last: counted && isText(last?.['at']) ? { ...counted, at: last['at'] } : null,
    trusted:
      isText(trusted?.['where']) && isText(trusted['at']) ? { where: trusted['where'], at: trusted['at'] } : null,
    phrase: drafts.get(key('phrase')) ?? null,
    quiet: toCounted(parse(drafts.get(key('quiet')))),
  };
}

/** Keeps one note, or drops it. */
export function keepNote<K extends keyof BackupNotes>(store: Store, note: K, value: BackupNotes[K]): Promise<Saved> {
  if (value === null) return store.drafts.drop(key(note));
  return store.drafts.keep(key(note), typeof value === 'string' ? value : JSON.stringify(value));
}

/**
 * After a merge was undone: counts of what was there after it are counts of more than there is now. Without this, words
 * written since would pass for backed up.
 */
export async function forgetUndone(store: Store, { before, count }: Pick<Merged, 'before' | 'count'>): Promise<void> {
  const { last, quiet } = await readNotes(store);
  if (last && last.count >= before + count) await keepNote(store, 'last', { ...last, count: last.count - count });
  if (quiet && quiet.count >= before + count) await keepNote(store, 'quiet', { ...quiet, count: quiet.count - count });
}

/** How many changes no backup holds; those of private pages count while they are open. */
export function changesSince(notes: BackupNotes, now: Counted): number {
  return changesBeyond(notes.last, now);
}

/** True when a gentle word about a backup is due. */
export function isReminderDue(notes: BackupNotes, now: Counted): boolean {
  return changesSince(notes, now) >= many && changesBeyond(notes.quiet, now) >= many;
}

/** Removing for ever can leave fewer than there were: then none. */
function changesBeyond(before: Counted | null, { count, pages }: Counted): number {
  return Math.max(0, count - (before?.count ?? 0)) + Math.max(0, (pages ?? 0) - (before?.pages ?? 0));
}

function parse(text: string | undefined): Partial<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    return typeof read === 'object' ? (read as Partial<Record<string, unknown>> | null) : null;
  } catch {
    return null;
  }
}

/** A note from before private pages were counted says nothing of them. */
function toCounted(note: Partial<Record<string, unknown>> | null): Counted | null {
  const { count, pages } = note ?? {};
  return isCount(count) ? { count, pages: isCount(pages) ? pages : null } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
