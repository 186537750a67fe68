import type { Change } from '#passport/change.ts';
import { memoryStore } from '#store/memory.ts';
import { openPages, type Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import type { Store } from '#store/store.ts';
import { personToChanges } from '../../passport/person.ts';
import { sessionWith, world } from '../session.ts';

/** What Argon2id does, without what it costs. */
async function stretch(secret: Uint8Array, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...secret, ...salt])));
}

/** A session whose private pages lie in memory; ids and salts differ from call to call. */
export function sessionWithPages(changes?: readonly Change[]): Session & { readonly pages: Pages } {
  const own = { ...world, random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const session = { ...sessionWith([]), store: memoryStore(changes ?? personToChanges(), own) };
  const stores = new Map<string, Store>();
  const pages = openPages(session.store, {
    world: own,
    stretch,
    async openStore({ name = '' }) {
      const store = stores.get(name) ?? memoryStore([], own);
      stores.set(name, store);
      return { ok: true, store, loss: null };
    },
  });
  return { ...session, world: own, pages };
}
