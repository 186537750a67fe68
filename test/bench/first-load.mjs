import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort } from '../tools/drive.mjs';
import { serve } from '../tools/serve.mjs';
import { buildEmptyPage } from './bundle.mjs';
import { heading, judge, kB, say } from './report.mjs';

const fonts = new Set(['.woff2', '.ttf']);
// icons are asked for by the browser's own windows, not by the page
const apart = new Set(['.png', '.svg', '.webmanifest']);

/** Bytes before the first usable screen: what the page asks for until the first run can be answered. */
export async function benchFirstLoad(browser, site, t) {
  heading('Bytes before the first usable screen (gzip -9, first visit)');
  const port = await freePort();
  const folder = await buildEmptyPage();
  const close = await serve({ port, folder });
  const empty = await weigh(browser, `http://localhost:${port}/`, folder, 'Empty');
  await close();
  const app = await weigh(browser, site.address, site.folder, t('welcome.language'));
  for (const { name, bytes } of app.files) say(`  ${name}`, kB(bytes));
  say('Empty React + Vite page', kB(empty.total));
  say('The app', `${kB(app.total)} in ${app.files.length} files`);
  say('Fonts, apart', kB(app.fonts));
  judge('The app against the empty page', app.total / empty.total, 1.9);
}

async function weigh(browser, address, folder, title) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const asked = new Set();
  page.on('request', (request) => {
    if (!request.serviceWorker()) asked.add(new URL(request.url()).pathname);
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  const paths = [...asked];
  await context.close();
  const files = paths
    .map((path) => (path.endsWith('/') ? `${path}index.html` : path))
    .filter((path) => !apart.has(extname(path)))
    .map((path) => ({ name: path.slice(1), bytes: weightOf(join(folder, path)) }))
    .sort((a, b) => b.bytes - a.bytes);
  const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
  const isFont = ({ name }) => fonts.has(extname(name));
  const code = files.filter((file) => !isFont(file));
  return { files: code, total: sum(code), fonts: sum(files.filter(isFont)) };
}

/** Fonts are packed already. */
function weightOf(file) {
  const bytes = readFileSync(file);
  return extname(file) === '.woff2' ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

/** What is kept for offline use: bytes on the device, by kind. */
export function benchPrecache(site) {
  heading('Kept for offline use (precache)');
  const worker = readFileSync(join(site.folder, 'sw.js'), 'utf8');
  const urls = [...worker.matchAll(/\{url:"([^"]+)",revision:/g)].map(([, url]) => url);
  if (urls.length === 0) throw new Error('The precache list could not be read.');
  const kinds = new Map();
  for (const url of new Set(urls)) {
    const file = join(site.folder, url);
    const kind = kindOf(url);
    const { count = 0, bytes = 0, packed = 0 } = kinds.get(kind) ?? {};
    const size = statSync(file).size;
    kinds.set(kind, { count: count + 1, bytes: bytes + size, packed: packed + weightOf(file) });
  }
  const all = { count: 0, bytes: 0, packed: 0 };
  for (const [kind, { count, bytes, packed }] of [...kinds].sort(([, a], [, b]) => b.bytes - a.bytes)) {
    all.count += count;
    all.bytes += bytes;
    all.packed += packed;
    say(kind, `${String(count).padStart(3)} files  ${kB(bytes).padStart(10)}  gzip ${kB(packed).padStart(10)}`);
  }
  say(
    'All',
    `${String(all.count).padStart(3)} files  ${kB(all.bytes).padStart(10)}  gzip ${kB(all.packed).padStart(10)}`,
  );
}

function kindOf(url) {
  const name = url.replace(/^assets\//, '');
  if (/^(?:pl|ar|en-GB)-/.test(name)) return `words, ${name.match(/^(?:pl|ar|en-GB)/)[0]}`;
  if (/harfbuzz|^pdf\.worker/.test(name)) return 'PDF: worker and shaper';
  if (/zxing/.test(name)) return 'reader of codes';
  if (url.startsWith('fonts/')) return 'fonts for PDF';
  if (extname(url) === '.woff2') return 'fonts for the screen';
  if (extname(url) === '.css') return 'styles';
  if (extname(url) === '.js') return 'scripts';
  return 'page, manifest, icons';
}
