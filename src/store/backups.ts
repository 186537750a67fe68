import type { Merged, Saved, Store } from './store.ts';

/** How many changes there are: of the passport, and of its private pages; null while those are shut or were left out. */
export type Counted = { readonly count: number; readonly pages: number | null };
/** The last backup that was given out: what it holds, and the ISO date. */
export type LastBackup = Counted & { readonly at: string };
/** Where a sealed copy is, in the person's own words, and since when (ISO date). */
export type TrustedCopy = { readonly where: string; readonly at: string };

/**
 * A sealed file that was given out, and the ISO date. `isOld`: a way into the lock has ended since, and whoever knew it may
 * have seen the phrase that still opens this file.
 */
export type GivenOut = { readonly kind: 'backup' | 'trusted' | 'folder'; readonly at: string; readonly isOld: boolean };

/** What is remembered about backups, sealed among the drafts of the passport they are of. */
export type BackupNotes = {
  readonly last: LastBackup | null;
  readonly trusted: TrustedCopy | null;
  /** The phrase for the next backup, where the person wanted it kept. */
  readonly phrase: string | null;
  /** How many changes there were when the person said "not now". */
  readonly quiet: Counted | null;
  /** Oldest first: the latest of each day and kind, and those that are old. */
  readonly given: readonly GivenOut[];
};

export const noNotes: BackupNotes = { last: null, trusted: null, phrase: null, quiet: null, given: [] };

const key = (note: keyof BackupNotes) => `backup/${note}`;
const mostGiven = 30;

/** Changes that are nowhere else before it is said, and that many more after "not now". */
const many = 25;

/** Reads the notes; what is missing or not of this shape is null. */
export async function readNotes(store: Store): Promise<BackupNotes> {
  return draftsToNotes(await store.drafts.all().catch(() => new Map<string, string>()));
}

function draftsToNotes(drafts: ReadonlyMap<string, string>): BackupNotes {
  const last = parse(drafts.get(key('last')));
  const trusted = parse(drafts.get(key('trusted')));
  const counted = toCounted(last);
  const notes = {
    last: counted && isText(last?.['at']) ? { ...counted, at: last['at'] } : null,
    trusted:
      isText(trusted?.['where']) && isText(trusted['at']) ? { where: trusted['where'], at: trusted['at'] } : null,
    phrase: drafts.get(key('phrase')) ?? null,
    quiet: toCounted(parse(drafts.get(key('quiet')))),
  };
  return { ...notes, given: toGiven(parse(drafts.get(key('given')))) ?? givenBefore(notes) };
}

/** The notes of what was given out with one more. New ones take the place of old ones of their kind. */
export function withGiven(
  given: readonly GivenOut[],
  kind: GivenOut['kind'],
  at: string,
  keepsPhrase = false,
): readonly GivenOut[] {
  const before = given.filter((one) => one.kind === kind);
  // files that the app writes by itself go on under the phrase that was known
  const isOld = keepsPhrase && before.some((one) => one.isOld);
  const rest = given.filter((one) => one.kind !== kind || (kind !== 'folder' && !one.isOld && one.at !== at));
  return [...rest, { kind, at, isOld }].slice(-mostGiven);
}

/** A way into the lock has ended: the draft that says so of all that was given out before; null when nothing was. */
export function ageGiven(drafts: ReadonlyMap<string, string>): readonly [key: string, text: string] | null {
  const { given } = draftsToNotes(drafts);
  if (given.length === 0) return null;
  return [key('given'), JSON.stringify(given.map((one) => ({ ...one, isOld: true })))];
}

export function hasOldGiven({ given }: BackupNotes): boolean {
  return given.some(({ isOld }) => isOld);
}

/** What notes from before every file was noted tell of them. */
function givenBefore({ last, trusted }: Pick<BackupNotes, 'last' | 'trusted'>): readonly GivenOut[] {
  return [
    ...(last ? [{ kind: 'backup', at: last.at, isOld: false } as const] : []),
    ...(trusted ? [{ kind: 'trusted', at: trusted.at, isOld: false } as const] : []),
  ];
}

function toGiven(note: unknown): readonly GivenOut[] | null {
  if (!Array.isArray(note)) return null;
  return note.filter(
    (one) => ['backup', 'trusted', 'folder'].includes(one?.kind) && isText(one.at) && typeof one.isOld === 'boolean',
  );
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
