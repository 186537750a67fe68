import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginNewLog, isChromium } from '#store/new-log.ts';
import { medicine, open, save, wipe } from './world.ts';

const chromium =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

const be = (userAgent: string, more = {}) => vi.stubGlobal('navigator', { userAgent, ...more });
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const linux = `Mozilla/5.0 (X11; Linux x86_64) ${blink}`;
const phone = 'Mozilla/5.0 (Linux; Android 13; SM-A536B';
const madeOfIt: readonly (readonly [string, string])[] = [
  ['Chrome', chromium],
  ['Chromium without a window', `${linux} HeadlessChrome/156.0.0.0 Safari/537.36`],
  ['Debian’s Chromium of old', `${linux} Ubuntu Chromium/80.0.3987.87 Chrome/80.0.3987.87 Safari/537.36`],
  ['Edge', `${linux} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
  ['Opera', `${linux} Chrome/138.0.0.0 Safari/537.36 OPR/122.0.0.0`],
  ['Samsung Internet', `${phone}) ${blink} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
  ['a web view on Android', `${phone}; wv) ${blink} Version/4.0 Chrome/122.0.6261.64 Mobile Safari/537.36`],
  ['a web view in Qt', `${linux} QtWebEngine/6.8.0 Chrome/122.0.0.0 Safari/537.36`],
];
const apple = '(KHTML, like Gecko) Version/17.4 Safari/605.1.15';
const others: readonly (readonly [string, string])[] = [
  ['Firefox', firefox],
  ['Safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 ${apple}`],
  ['WebKitGTK', `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 ${apple}`],
  [
    'Chrome on an iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/122.0.6261.89 Mobile/15E148 Safari/604.1',
  ],
];

beforeEach(wipe);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a browser is taken for Chromium', () => {
  for (const [what, userAgent] of madeOfIt) {
    it(`when it is ${what}`, () => {
      be(userAgent);
      expect(isChromium()).toBe(true);
    });
  }

  it('when it calls itself something else and has what only Chromium has', () => {
    be(firefox, { userAgentData: { brands: [] } });
    expect(isChromium()).toBe(true);
  });

  for (const [what, userAgent] of others) {
    it(`but not ${what}`, () => {
      be(userAgent);
      expect(isChromium()).toBe(false);
    });
  }
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
