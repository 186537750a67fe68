import { ageGiven } from './backups.ts';
import { keepDraft, readDrafts } from './drafts.ts';
import { addNews, type LockNews, newsKey } from './lock-news.ts';
import type { House } from './rekey.ts';

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
