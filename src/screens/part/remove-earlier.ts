import type { Part } from '#passport/part.ts';
import { earlierVersions } from '#passport/versions.ts';
import type { Forever, Store } from '#store/store.ts';

/**
 * Removes for ever all that a record said before, and keeps what it says now: what stands is first said again, as whoever
 * wrote it, where it shares a change with words that do not. Nothing is removed unless both went well.
 */
export async function removeEarlier(store: Store, part: Part, record: string): Promise<Forever> {
  const earlier = earlierVersions(store.passport(), part, await store.history(part.id, record));
  if (!earlier) return { ok: true };
  for (const { edit, by } of earlier.again) {
    const saved = await store.append([edit], { by, lang: edit.lang });
    if (!saved.ok) return saved;
  }
  return store.removeForEver(earlier.ids);
}
