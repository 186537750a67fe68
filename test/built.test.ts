import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';

const dist = join(import.meta.dirname, '../dist');

// What a phone stores so that everything works with no network: the app, its words, PDF with its fonts and shaper, and
// the reader of codes. Bytes on disk, not over the network.
const cap = 6_000_000;

type Entry = { url: string; integrity: string };
let worker = '';
let precache: Entry[] = [];
let files: string[] = [];
const read = (name: string) => readFileSync(join(dist, name));

beforeAll(() => {
  if (!existsSync(join(dist, 'sw.js'))) throw new Error('There is no build here. Run: npm run build');
  worker = read('sw.js').toString();
  precache = [...worker.matchAll(/\{url:"([^"]+)",revision:"[^"]+",integrity:"([^"]+)"\}/g)].map(
    ([, url, integrity]) => ({
      url: url ?? '',
      integrity: integrity ?? '',
    }),
  );
  files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll(sep, '/'),
    );
});

describe('the service worker', () => {
  test('keeps every file of the app with its true digest', () => {
    expect(precache.length).toBeGreaterThan(0);
    expect(worker.match(/\brevision:"/g)).toHaveLength(precache.length);
    for (const { url, integrity } of precache) {
      expect(integrity, url).toBe(`sha384-${createHash('sha384').update(read(url)).digest('base64')}`);
    }
  });

  test('leaves nothing out but itself, texts for hosts, store pictures and the test language', () => {
    const kept = new Set(precache.map(({ url }) => url));
    const out = files.filter((name) => !kept.has(name));
    const reasons = /^(?:sw\.js|_headers|_redirects|fonts\/OFL\.txt|screenshots\/.+\.png|assets\/en-XA-.+\.js)$/;
    expect(out.filter((name) => !reasons.test(name))).toEqual([]);
    expect(kept).toContain('index.html');
    expect(kept).toContain('manifest.webmanifest');
    for (const { id } of languages) expect(kept).toContain(`manifest-discreet-${id}.webmanifest`);
  });

  test('keeps every worker, each a file of its own', () => {
    const kept = precache.map(({ url }) => url);
    for (const name of ['disk', 'argon', 'backup', 'pdf'])
      expect(
        kept.filter((url) => url.startsWith(`assets/${name}.worker-`) && url.endsWith('.js')),
        name,
      ).toHaveLength(1);
    const scripts = files.filter((name) => name.endsWith('.js')).map((name) => read(name).toString());
    expect(scripts.filter((text) => /new Worker\((?:URL\.createObjectURL|["'`](?:blob|data):)/.test(text))).toEqual([]);
  });

  test('waits until the person accepts an update', () => {
    expect(worker.match(/skipWaiting\(\)/g)).toHaveLength(1);
    expect(worker).toMatch(/addEventListener\("message",.{0,60}"SKIP_WAITING".{0,60}skipWaiting\(\)/);
  });

  test('loads no other script, which Trusted Types would refuse', () => {
    expect(worker).not.toContain('importScripts');
  });

  test(`asks for less than ${cap / 1e6} MB of the phone`, () => {
    const sizes = precache.map(({ url }) => ({ url, bytes: read(url).length })).sort((a, b) => b.bytes - a.bytes);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const largest = sizes.slice(0, 6).map(({ url, bytes }) => `${url} ${kB(bytes)}`);
    console.log(`precache: ${precache.length} files, ${kB(total)} of ${kB(cap)}; largest: ${largest.join(', ')}`);
    expect(total).toBeLessThan(cap);
  });
});

describe('what is built', () => {
  test('asks no other host for anything', () => {
    const page = read('index.html').toString();
    const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1] ?? '');
    const away = links.filter((link) => /^(?:https?:)?\/\//.test(link));
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1];
    expect(away.filter((link) => link !== canonical)).toEqual([]);
  });

  test("holds none of jsPDF's HTML and SVG drawing", () => {
    const scripts = files.filter((name) => name.endsWith('.js') && name !== 'sw.js');
    const found = scripts.filter((name) =>
      /html2canvas-container|beforeSanitizeElements|Canvg/.test(read(name).toString()),
    );
    expect(found).toEqual([]);
  });

  test('colours of both schemes are lowered for the oldest browsers', () => {
    const styles = files.filter((name) => name.endsWith('.css')).map((name) => read(name).toString());
    expect(styles.length).toBeGreaterThan(0);
    expect(styles.filter((text) => text.includes('light-dark('))).toEqual([]);
  });

  test('can be installed, by a name and icons that are there', () => {
    const manifest = JSON.parse(read('manifest.webmanifest').toString());
    expect(manifest).toMatchObject({
      name: 'Moving Forwards',
      display: 'standalone',
      start_url: './#/',
      lang: 'en-GB',
    });
    expect(manifest.shortcuts.map(({ url }: { url: string }) => url)).toEqual(['./#/flare', './#/show']);
    const pictures = [
      ...manifest.icons,
      ...manifest.screenshots,
      ...manifest.shortcuts.flatMap(({ icons }: { icons: unknown }) => icons),
    ];
    for (const { src, sizes, type } of pictures) {
      const bytes = read(src);
      if (type !== 'image/png') continue;
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
    }
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
  });

  test('can be installed under a plain name, which says nothing of what it is', () => {
    const own = JSON.parse(read('manifest.webmanifest').toString());
    const names = languages.map(({ id }) => {
      const text = read(`manifest-discreet-${id}.webmanifest`).toString();
      expect(text).not.toMatch(/passport|pain|forward|health|medical|flare|screenshot|shortcut/i);
      const manifest = JSON.parse(text);
      expect(manifest).toMatchObject({ id: own.id, start_url: own.start_url, display: 'standalone', lang: id });
      for (const { src, sizes, type } of manifest.icons) {
        const bytes = read(src);
        expect(own.icons.map((icon: { src: string }) => icon.src)).not.toContain(src);
        if (type === 'image/png') expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
      }
      expect(manifest.short_name).toBe(manifest.name);
      return manifest.name;
    });
    expect(names).toEqual(['Notes', 'Notatki', 'ملاحظات']);
  });

  test('names in the page everything that every first page needs, so that all of it is asked for at once', () => {
    const page = read('index.html').toString();
    const named = [...page.matchAll(/(?:src|href)="\/?([^"]*assets\/[^"]+\.(?:js|css))"/g)].map(
      (found) => found[1] ?? '',
    );
    const near = named.flatMap((name) => importsOf(name));
    expect(named.length).toBeGreaterThan(0);
    expect(near.filter((name) => !named.includes(name))).toEqual([]);
    // the page itself, and the words of its language, which `first` asks for
    expect(named.length + 2).toBeLessThanOrEqual(8);
    const bytes = named.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);
    console.log(`before the first screen: ${named.length} files, ${kB(bytes)} gzip`);
    expect(bytes).toBeLessThan(120_000);
  });

  test('comes in few pieces, none of them only a few lines', () => {
    const pieces = precache.map(({ url }) => url).filter((url) => /^assets\/(?!.*\.worker-).+\.js$/.test(url));
    // the bundler's own runtime, and stand-ins for what is left out
    const small = pieces.filter((url) => read(url).length < 1000 && !/^assets\/(?:rolldown-runtime-|_)/.test(url));
    expect(small).toEqual([]);
    expect(pieces.length).toBeLessThanOrEqual(30);
    for (const { id } of languages)
      expect(
        pieces.filter((url) => url.startsWith(`assets/${id}-`)),
        id,
      ).toHaveLength(2);
  });
});

/** What a script imports before it can run, by the paths of the build. */
function importsOf(name: string): string[] {
  if (!name.endsWith('.js')) return [];
  return [
    ...read(name)
      .toString()
      .matchAll(/(?:from|^import|;import)\s*"\.\/([^"]+)"/g),
  ].map((found) => `assets/${found[1]}`);
}

function kB(bytes: number) {
  return `${Math.round(bytes / 1000)} kB`;
}

test('every style sheet names the order of the layers first, so that none settles it by loading early', () => {
  const sheets = files.filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const name of sheets)
    expect(read(name).toString(), name).toMatch(/^@layer tokens,\s*base,\s*ui,\s*views,\s*screens,\s*print;/);
});
