import { ageGiven } from './backups.ts';
import { keepDraft, readDrafts } from './drafts.ts';
import type { House } from './rekey.ts';

/**
 * What was changed about the lock, told once after the next unlocking: what and when, never where or what else there is.
 * Sealed among the drafts.
 */
export type LockNews = {
  readonly what: (typeof kinds)[number];
  /** ISO date and time. */
  readonly at: string;
};

const kinds = ['on', 'passphrase', 'off', 'pin', 'passkey-added', 'passkey-gone', 'opens', 'folder'] as const;

/** The key of the draft that holds it. */
export const newsKey = 'lock/news';

const most = 20;

/** What the draft holds, oldest first; nothing for anything else. */
export function readNews(text: string | undefined): readonly LockNews[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isNews) : [];
  } catch {
    return [];
  }
}

/** The draft with one more. */
export function addNews(text: string | undefined, what: LockNews['what'], at: Date): string {
  return JSON.stringify([...readNews(text), { what, at: at.toISOString() }].slice(-most));
}

/** Keeps what was changed just now; `isEnd`: a way in has ended with it, and files given out before are old. */
export async function noteChange(
  { rows, keyring, world }: Pick<House, 'rows' | 'keyring' | 'world'>,
  what: LockNews['what'],
  isEnd: boolean,
): Promise<void> {
  const drafts = await readDrafts(rows, keyring);
  const aged = isEnd ? ageGiven(drafts) : null;
  if (aged) await keepDraft(rows, keyring, world, ...aged);
  await keepDraft(rows, keyring, world, newsKey, addNews(drafts.get(newsKey), what, world.now()));
}

function isNews(value: unknown): value is LockNews {
  const { what, at } = (value ?? {}) as Record<string, unknown>;
  return kinds.some((kind) => kind === what) && typeof at === 'string' && !Number.isNaN(Date.parse(at));
}
