import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, openChromium, openCopy, openSite } from '../tools/drive.mjs';
import { serve } from '../tools/serve.mjs';
import { buildEmptyPage } from './bundle.mjs';
import { heading, judge, median, ms, say } from './report.mjs';

const rounds = 7;
const slower = 4;
const life = 'test/fixtures/lives/grandmother.mfp';

/**
 * Lighthouse's mobile setting, as it puts it to the browser: 150 ms there and back and 1.6 Mbit/s, where each request
 * stands for its connection too (× 3.75) and some of the line goes on headers (× 0.9).
 */
const slow4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (75e4 * 0.9) / 8,
};

/** How long the main thread has no long task for it to count as quiet, in milliseconds: Lighthouse's too. */
const quietFor = 5000;

/** A first visit over slow 4G with the processor slowed, beside the empty React page over the same. */
export async function benchFirstPaint(browser, site) {
  heading('First page on slow 4G (150 ms, 1.6 Mbit/s, 4× CPU throttle), beside the empty page');
  const folder = await buildEmptyPage();
  const port = await freePort();
  const close = await serve({ port, folder });
  const [empty, app] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await firstVisit(browser, `http://localhost:${port}/`));
    app.push(await firstVisit(browser, site.address));
  }
  await close();
  compare(empty, app, { largest: 1.3, quiet: 1.6 });
  judge('Requests before the first paint', Math.max(...app.map(({ requests }) => requests)), 8, '');
}

/** Opened again with the server gone and a whole life kept, beside an empty page that its own service worker keeps. */
export async function benchRelaunchPaint(built, t) {
  heading(
    'Offline relaunch with a life kept (4× CPU throttle, profile on disk), beside an empty page kept the same way',
  );
  const [site, bare] = [await openSite(built), await openSite(await buildEmptyPage({ isKept: true }))];
  const profile = mkdtempSync(join(tmpdir(), 'paint-'));
  const [empty, app] = [[], []];
  try {
    await keepBoth(profile, site, bare, t);
    await Promise.all([site.close(), bare.close()]);
    for (let round = -1; round < rounds; round += 1) {
      const [one, other] = [await relaunch(profile, bare.address), await relaunch(profile, site.address)];
      // the first start after seeding warms the disk
      if (round < 0) continue;
      empty.push(one);
      app.push(other);
    }
  } finally {
    await Promise.all([site.end(), bare.end()]);
    rmSync(profile, { recursive: true, force: true });
  }
  compare(empty, app, { largest: 2 });
}

function compare(empty, app, aims) {
  const names = { largest: 'Largest paint', quiet: 'Main thread quiet' };
  for (const [kind, name] of Object.entries(names)) {
    const [one, other] = [empty, app].map((all) => all.map((seen) => seen[kind]));
    say(`${name}, empty page`, ms(one));
    say(`${name}, the app`, ms(other));
    const ratio = median(other) / median(one);
    if (aims[kind]) judge(`${name}, against the empty page`, ratio, aims[kind]);
    else say(`${name}, against the empty page`, `${ratio.toFixed(3)}×`);
  }
}

async function firstVisit(browser, address) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  try {
    return await open(await context.newPage(), address, slow4G);
  } finally {
    await context.close();
  }
}

async function relaunch(profile, address) {
  const context = await openChromium({ profile });
  try {
    return await open(context.pages()[0] ?? (await context.newPage()), address);
  } finally {
    await context.close();
  }
}

/** Everything in one profile: the app with a life in it and the empty page, each kept by its service worker. */
async function keepBoth(profile, site, bare, t) {
  const context = await openChromium({ profile });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(bare.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const problem = await openCopy(page, site.address, t, readFileSync(life));
    if (problem !== null) throw new Error(problem);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForTimeout(2000);
  } finally {
    await context.close();
  }
}

/** Opens an address, and looks on until the main thread has been quiet for long enough. */
async function open(page, address, network) {
  const session = await page.context().newCDPSession(page);
  if (network) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  const seen = await page.waitForFunction((enough) => window.seenSoFar(enough), quietFor, { timeout: 120_000 });
  return seen.jsonValue();
}

/**
 * In the page. Largest paint: the last candidate the browser names. Main thread quiet: the end of the last task of over
 * 50 ms before the first five seconds without one, or the first paint where there was none. Requests: those the page
 * had sent when something was first painted, itself among them.
 */
function watch() {
  const tasks = [];
  const paints = [];
  const first = [];
  const listen = (type, list) =>
    new PerformanceObserver((entries) => list.push(...entries.getEntries())).observe({ type, buffered: true });
  listen('longtask', tasks);
  listen('largest-contentful-paint', paints);
  listen('paint', first);
  window.seenSoFar = (enough) => {
    const painted = first.find(({ name }) => name === 'first-contentful-paint')?.startTime;
    const largest = paints.at(-1)?.startTime;
    if (painted === undefined || largest === undefined) return null;
    const sent = performance.getEntriesByType('resource');
    const still = Math.max(largest, ...tasks.map(endOf), ...sent.map(({ responseEnd }) => responseEnd));
    if (performance.now() < still + enough) return null;
    let quiet = painted;
    for (const task of tasks) {
      if (endOf(task) <= quiet) continue;
      if (task.startTime > quiet + enough) break;
      quiet = endOf(task);
    }
    return { largest, quiet, requests: 1 + sent.filter(({ startTime }) => startTime < painted).length };
  };
  const endOf = ({ startTime, duration }) => startTime + duration;
}
