/**
 * What was changed about the lock, told once after the next unlocking: what and when, never where or what else there is.
 * Sealed among the drafts. Words alone: the first page reads this file, and must not wait for the database.
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

function isNews(value: unknown): value is LockNews {
  const { what, at } = (value ?? {}) as Record<string, unknown>;
  return kinds.some((kind) => kind === what) && typeof at === 'string' && !Number.isNaN(Date.parse(at));
}
