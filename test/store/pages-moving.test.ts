import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '#store/open.ts';
import type { Opened } from '#store/opened.ts';
import { openPages } from '#store/pages.ts';
import { homeOf } from '#store/pages-home.ts';
import { begun, pagesOf, storeOf, stretch, title } from './pages-world.ts';
import { open, save, testWorld, wipe } from './world.ts';

beforeEach(wipe);

describe('private pages under another key', () => {
  test('what is written while another passphrase is made ready comes along', async () => {
    const world = testWorld();
    const main = await open({ world, name: 'mf-main' });
    let work = async () => undefined as unknown;
    const slow: typeof stretch = async (secret, salt) => {
      await work();
      return stretch(secret, salt);
    };
    const pages = openPages(main, {
      world,
      stretch: slow,
      openStore: (options) => openStore({ ...options, disk: null }),
    });
    await pages.begin(null);
    await save(storeOf(pages), title('p', 'Before'));
    await storeOf(pages).drafts.keep('pages/p/text', 'half');
    work = async () => {
      await save(storeOf(pages), title('q', 'Meanwhile'));
      await storeOf(pages).drafts.keep('pages/p/text', 'half a sentence');
    };
    expect(await pages.setPassphrase('four green chairs')).toEqual({ ok: true });
    expect(Object.keys(storeOf(pages).passport().parts['pages'] ?? {}).sort()).toEqual(['p', 'q']);
    expect((await storeOf(pages).drafts.all()).get('pages/p/text')).toBe('half a sentence');
    await pages.close();
    await main.close();
  });

  test('what is written after they were copied, and before the old ones go, comes along too', async () => {
    const world = testWorld();
    const main = await open({ world, name: 'mf-main' });
    const pages = pagesOf(main, world);
    await pages.begin(null);
    await save(storeOf(pages), title('p', 'Before'));
    await storeOf(pages).drafts.keep('pages/p/text', 'half');
    const old = storeOf(pages);
    const home = homeOf(main.passport())?.name;
    let late: Promise<unknown> | null = null;
    main.subscribe(() => {
      if (homeOf(main.passport())?.name === home) return;
      late ??= Promise.all([
        save(old, title('q', 'At the last moment')),
        old.drafts.keep('pages/p/text', 'half a sentence'),
      ]);
    });
    expect(await pages.setPassphrase('four green chairs')).toEqual({ ok: true });
    await late;
    expect(Object.keys(storeOf(pages).passport().parts['pages'] ?? {}).sort()).toEqual(['p', 'q']);
    expect((await storeOf(pages).drafts.all()).get('pages/p/text')).toBe('half a sentence');
    await pages.close();
    await main.close();
  });

  test('closed while another passphrase is made ready they stay closed, and nothing is lost', async () => {
    const world = testWorld();
    const main = await open({ world, name: 'mf-main' });
    let work = async () => undefined as unknown;
    const pages = openPages(main, {
      world,
      stretch: async (secret, salt) => {
        await work();
        return stretch(secret, salt);
      },
      openStore: (options) => openStore({ ...options, disk: null }),
    });
    await pages.begin(null);
    await save(storeOf(pages), title('p', 'Before'));
    work = () => pages.close();
    expect(await pages.setPassphrase('four green chairs')).toEqual({ ok: true });
    expect(pages.state()).toBe('closed');
    work = async () => undefined;
    expect(await pages.open('four green chairs')).toEqual({ ok: true });
    expect(Object.keys(storeOf(pages).passport().parts['pages'] ?? {})).toEqual(['p']);
    await pages.close();
    await main.close();
  });
});

describe('private pages', () => {
  test.each(['store-damaged', 'store-full', 'store-refused'] as const)(
    'that do not open because of %s say so to whoever makes or opens a backup',
    async (problem) => {
      const { main, pages } = await begun(null);
      await pages.close();
      const shut = openPages(main, {
        world: testWorld(),
        stretch,
        openStore: async () => ({ ok: false, problem, loss: null }),
      });
      expect(await shut.changes()).toEqual({ ok: false, problem });
      const change = { id: 'x', n: 1, at: '', by: '', lang: '', part: 'pages', record: 'z', set: { title: 'New' } };
      expect(await shut.take([change])).toEqual({ ok: false, problem });
      await main.close();
    },
  );

  test('that lost a part with no copy of it open with the rest, and say that some is missing', async () => {
    const { main, pages } = await begun(null);
    await save(storeOf(pages), title('p', 'Stays'));
    await save(storeOf(pages), title('q', 'Spoiled'));
    expect(storeOf(pages).unreadable()).toBe(0);
    const name = homeOf(main.passport())?.name ?? '';
    await pages.close();
    const db = await new Dexie(name).open();
    await db.table('snapshots').clear();
    const last = await db.table('log').toCollection().last();
    await db.table('log').put({ ...last, ct: new Uint8Array(last.ct.byteLength) });
    db.close();
    expect(await pages.open()).toEqual({ ok: true });
    expect(Object.keys(storeOf(pages).passport().parts['pages'] ?? {})).toEqual(['p']);
    expect(storeOf(pages).unreadable()).toBeGreaterThan(0);
    await pages.close();
    await main.close();
  });

  test('whose database does not open at all are left as they are', async () => {
    const { main, pages } = await begun(null);
    await pages.close();
    const leave = vi.fn(async (): Promise<Opened> => ({ ok: false, problem: 'store-refused', loss: null }));
    const loss = { kind: 'refused', expected: 3, here: 0, safe: null, isStuck: false, leavesNothing: true } as const;
    const shut = openPages(main, {
      world: testWorld(),
      stretch,
      openStore: async () => ({
        ok: false,
        problem: 'store-refused',
        loss: { ...loss, restore: leave, leave, download: async () => new Uint8Array() },
      }),
    });
    expect(await shut.open()).toEqual({ ok: false, problem: 'store-refused' });
    expect(leave).not.toHaveBeenCalled();
    await main.close();
  });
});
