import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium, openSite } from '../tools/drive.mjs';
import { heading, judge, median, ms, say } from './report.mjs';

const sizes = [100, 10_000, 100_000];
const rounds = 5;

/** From opening the app with the server gone to its first usable screen, with logs of three sizes, in a slow phone's time. */
export async function benchRelaunch(built, makeDownload, t) {
  heading('Offline relaunch to a usable home screen (4× CPU throttle, profile on disk, server gone)');
  const site = await openSite(built);
  const profiles = new Map();
  const times = new Map(sizes.map((size) => [size, []]));
  try {
    for (const size of sizes) profiles.set(size, mkdtempSync(join(tmpdir(), `relaunch-${size}-`)));
    await Promise.all(sizes.map(async (size) => seed(profiles.get(size), site, await makeDownload(size), t)));
    await site.close();
    for (let round = -1; round < rounds; round += 1) {
      for (const size of sizes) {
        const time = await relaunch(profiles.get(size), site.address);
        // the first start after seeding warms the disk
        if (round >= 0) times.get(size).push(time);
      }
    }
  } finally {
    await site.end();
    for (const profile of profiles.values()) rmSync(profile, { recursive: true, force: true });
  }
  for (const size of sizes) say(`${size.toLocaleString('en-GB')} changes`, ms(times.get(size)));
  const [few, many, most] = sizes.map((size) => median(times.get(size)));
  judge('10,000 against 100', many / few, 1.2);
  judge('100,000 against 100', most / few, 2);
}

/** A person's device: their saved copy opened in the app, everything kept for offline use, the snapshot written. */
async function seed(profile, site, bytes, t) {
  const file = join(profile, 'saved-copy.mfp');
  writeFileSync(file, bytes);
  const context = await openChromium({ profile });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${site.address}#/keep/restore`);
    await page.locator('input[type="file"]').setInputFiles(file, { timeout: 120_000 });
    const ways = ['keep:merge.go', 'keep:merge.stranger', 'keep:found.takeAll'].map((key) => t(key));
    await page.getByRole('button', { name: new RegExp(`^(${ways.join('|')})$`) }).click({ timeout: 120_000 });
    await page.getByRole('heading', { name: t('keep:restored.title') }).waitFor({ timeout: 120_000 });
    await page.evaluate(() => navigator.serviceWorker.ready);
    while (!(await page.evaluate(hasSnapshot))) await page.waitForTimeout(500);
  } finally {
    await context.close();
  }
}

/** In the page: whether every part has its row in the snapshot. */
async function hasSnapshot() {
  for (const { name } of await indexedDB.databases()) {
    const found = await new Promise((resolve) => {
      const request = indexedDB.open(name);
      request.onerror = () => resolve(0);
      request.onsuccess = () => {
        const database = request.result;
        if (!database.objectStoreNames.contains('snapshots')) {
          database.close();
          return resolve(0);
        }
        const count = database.transaction('snapshots').objectStore('snapshots').count();
        count.onsuccess = () => {
          database.close();
          resolve(count.result);
        };
      };
    });
    if (found > 5) return true;
  }
  return false;
}

async function relaunch(profile, address) {
  const context = await openChromium({ profile });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: 'commit' });
    return await (await page.waitForFunction(() => window.usableAt, null, { timeout: 60_000 })).jsonValue();
  } finally {
    await context.close();
  }
}

/** In the page: notes when home's heading and its list of records have been painted, in milliseconds since navigation. */
function watch() {
  const look = () => {
    if (!document.querySelector('main h1') || !document.querySelector('main ul a')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.usableAt = performance.now();
      };
      port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}
