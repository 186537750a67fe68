import { expect } from 'vitest';
import { openStore } from '#store/open.ts';
import { openPages, type Pages } from '#store/pages.ts';
import type { Store } from '#store/store.ts';
import { open, testWorld } from './world.ts';

export const title = (record: string, words: string) => ({ part: 'pages', record, set: { title: words } });

/** What Argon2id does, without what it costs. */
export async function stretch(secret: Uint8Array, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...secret, ...salt])));
}

export async function begun(
  passphrase: string | null,
): Promise<{ main: Store; pages: Pages; world: ReturnType<typeof testWorld> }> {
  const world = testWorld();
  const main = await open({ world, name: 'mf-main' });
  const pages = pagesOf(main, world);
  expect(await pages.begin(passphrase)).toEqual({ ok: true });
  return { main, pages, world };
}

export function pagesOf(main: Store, world = testWorld()): Pages {
  return openPages(main, { world, stretch, openStore: (options) => openStore({ ...options, disk: null }) });
}

export function storeOf(pages: Pages): Store {
  const store = pages.store();
  if (!store) throw new Error('the pages are shut');
  return store;
}
