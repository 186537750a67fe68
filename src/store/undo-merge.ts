import { forgetUndone } from './backups.ts';
import type { Pages, PagesProblem } from './pages.ts';
import type { Store, Undone } from './store.ts';

export type UndoneAll =
  /** `pagesLeft` says why what came into the private pages is still there; null when nothing of it is. */
  { readonly ok: true; readonly pagesLeft: PagesProblem | null } | Extract<Undone, { ok: false }>;

/** Takes out again what the last file brought: into the passport, and into the private pages where they can be opened. */
export async function undoMergeAll(store: Store, pages: Pages | null): Promise<UndoneAll> {
  const merged = await store.merged();
  if (!merged) return { ok: true, pagesLeft: null };
  const apart = merged.apart.length > 0 && pages ? await pages.undoTake(merged.apart) : ({ ok: true } as const);
  const undone = await store.undoMerge();
  if (!undone.ok) return undone;
  await forgetUndone(store, merged);
  return { ok: true, pagesLeft: apart.ok ? null : apart.problem };
}
