import type { Change } from '#passport/change.ts';
import type { World } from '#passport/write.ts';
import { mergeNoteKey, noteToText } from './merge-note.ts';
import type { Saved, Store } from './store.ts';

/** All there is on private pages: changes, and unfinished text by its key. */
export type PagesContents = { readonly changes: readonly Change[]; readonly drafts: ReadonlyMap<string, string> };

/** Reads them, once all that is being saved is saved. Throws as the store does. */
export async function readContents(store: Store): Promise<PagesContents> {
  const drafts = await store.drafts.all();
  return { changes: await store.log(), drafts };
}

/**
 * Brings a copy up to what its source holds now; `before` is what the copy was brought to last. Text that was typed into
 * the copy since then stays.
 */
export async function followContents(copy: Store, now: PagesContents, before: PagesContents): Promise<Saved> {
  const here = await copy.drafts.all();
  const taken = now.changes.length === 0 ? ({ ok: true } as const) : await copy.take(now.changes);
  if (!taken.ok) return taken;
  for (const key of new Set([...now.drafts.keys(), ...before.drafts.keys()])) {
    const [text, was] = [now.drafts.get(key), before.drafts.get(key)];
    if (text === was || here.get(key) !== was) continue;
    const saved = await (text === undefined ? copy.drafts.drop(key) : copy.drafts.keep(key, text));
    if (!saved.ok) return saved;
  }
  return { ok: true };
}

export const emptyContents: PagesContents = { changes: [], drafts: new Map() };

/** What begins the pages with what a file holds of them, and can be undone as if they had been here before. */
export function comeFromFile(changes: readonly Change[], world: World): PagesContents {
  const ids = changes.map(({ id }) => id);
  const note = { kind: 'merged', at: world.now().toISOString(), made: '', apart: [], before: 0, ids } as const;
  return { changes, drafts: new Map([[mergeNoteKey, noteToText(note)]]) };
}
