import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginNewLog } from '#store/new-log.ts';
import { medicine, open, save, wipe } from './world.ts';

const chromium =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

const be = (userAgent: string) => vi.stubGlobal('navigator', { userAgent });
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(wipe);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a new log at each start', () => {
  it('makes and deletes a spare database in Chromium, before any other is opened', async () => {
    be(chromium);
    const opened = vi.spyOn(indexedDB, 'open');
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
    const store = await open();
    expect(opened.mock.calls.map(([name]) => name).slice(0, 2)).toEqual(['mf-spare', 'mf']);
    expect(deleted.mock.calls).toEqual([['mf-spare']]);
    expect(await databases()).not.toContain('mf-spare');
    await store.close();
  });

  it('does nothing for private pages, which are opened beside the passport', async () => {
    be(chromium);
    const opened = vi.spyOn(indexedDB, 'open');
    const store = await open({ name: 'mf-pages' });
    expect(opened.mock.calls.map(([name]) => name)).not.toContain('mf-spare');
    await store.close();
  });

  it('does nothing in another browser', async () => {
    be(firefox);
    const opened = vi.spyOn(indexedDB, 'open');
    await beginNewLog();
    expect(opened).not.toHaveBeenCalled();
  });

  it('takes away a spare that an earlier start left', async () => {
    const left = new Dexie('mf-spare');
    left.version(1).stores({});
    await left.open();
    left.close();
    be(chromium);
    await beginNewLog();
    expect(await databases()).toEqual([]);
  });

  it('lets a start through when the browser refuses, and when it never answers', async () => {
    be(chromium);
    const real = indexedDB.open.bind(indexedDB);
    const refuse = vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (name === 'mf-spare') throw new DOMException('Full.', 'QuotaExceededError');
      return real(name, version);
    });
    const first = await open();
    expect(await save(first, medicine('r1', 'Amitriptyline'))).toHaveLength(1);
    await first.close();

    refuse.mockImplementation((name, version) =>
      name === 'mf-spare' ? ({ addEventListener() {} } as unknown as IDBOpenDBRequest) : real(name, version),
    );
    const second = await open();
    expect(await save(second, medicine('r2', 'Pregabalin'))).toHaveLength(1);
    await second.close();
  });
});
