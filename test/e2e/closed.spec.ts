import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { openSite, type Site } from './site.ts';

// A page of our own beside the app, under the same headers: it makes a worker and passes on what the worker is asked.
const probePage = '<!doctype html><title>probe</title><script src="/assets/probe.js"></script>';
const probe = `
  const policy = trustedTypes.createPolicy('mf', { createScriptURL: (url) => url });
  const worker = new Worker(policy.createScriptURL('/assets/probe-worker.js'));
  window.inWorker = (order) => new Promise((done) => { worker.onmessage = ({ data }) => done(data); worker.postMessage(order); });
  // tried here, because what a debugger evaluates may always run text
  try { new Function('return 1')(); window.text = 'done'; } catch { window.text = 'refused'; }
`;
const probeWorker = `
  const tries = {
    fetch: (url) => fetch(url, { mode: 'no-cors' }),
    importScripts: (url) => importScripts(url),
    eval: () => new Function('return 1')(),
    wasm: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  };
  onmessage = async ({ data: [what, url] }) => {
    try { await tries[what](url); postMessage('done'); } catch { postMessage('refused'); }
  };
`;

let site: Site;
let stranger: Server;
let strange: string;
let asked: string[];

test.beforeAll(async () => {
  site = await openSite();
  site.write('probe.html', probePage);
  site.write('assets/probe.js', probe);
  site.write('assets/probe-worker.js', probeWorker);
  stranger = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  strange = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
});
test.beforeEach(() => {
  asked = [];
});
test.afterAll(async () => {
  stranger.close();
  await site.end();
});

test('nothing on the page can send a word to another host', async ({ page }) => {
  await page.goto(site.address);
  const outcome = await page.evaluate(async (url) => {
    const settled = (tried: Promise<unknown>) => tried.then(() => 'done').catch(() => 'refused');
    const loads = (make: (done: () => void, failed: () => void) => void) =>
      settled(new Promise<void>((done, failed) => make(done, () => failed(new Error('refused')))));
    return {
      fetch: await settled(fetch(`${url}fetch`, { mode: 'no-cors' })),
      image: await loads((done, failed) => {
        const image = new Image();
        image.onload = done;
        image.onerror = failed;
        image.src = `${url}image`;
      }),
      stream: await loads((done, failed) => {
        const stream = new EventSource(`${url}stream`);
        stream.onopen = done;
        stream.onerror = failed;
      }),
      beacon: navigator.sendBeacon(`${url}beacon`, 'words') ? 'queued' : 'refused',
    };
  }, strange);
  expect(outcome).toMatchObject({ fetch: 'refused', image: 'refused', stream: 'refused' });
  await page.evaluate((url) => {
    const form = document.createElement('form');
    form.action = `${url}form`;
    document.body.append(form);
    form.submit();
  }, strange);
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
});

test('no worker can send a word to another host or run text, but it can run WebAssembly', async ({ page }) => {
  await page.goto(`${site.address}probe.html`);
  const inWorker = (what: string, url = '') =>
    page.evaluate(
      (order) => (window as unknown as { inWorker(order: string[]): Promise<string> }).inWorker(order),
      [what, url],
    );
  expect(await inWorker('fetch', strange)).toBe('refused');
  expect(await inWorker('importScripts', `${strange}x.js`)).toBe('refused');
  expect(await inWorker('eval')).toBe('refused');
  expect(await inWorker('wasm')).toBe('done');
  expect(asked).toEqual([]);
});

test('the service worker cannot send a word to another host or load a script', async ({ page, context }) => {
  const arrives = context.waitForEvent('serviceworker');
  await page.goto(site.address);
  const worker = await arrives;
  const outcome = await worker.evaluate(async (url) => {
    const fetched = await fetch(url, { mode: 'no-cors' }).then(
      () => 'done',
      () => 'refused',
    );
    try {
      (globalThis as unknown as { importScripts(url: string): void }).importScripts(`${url}x.js`);
    } catch {
      return [fetched, 'refused'];
    }
    return [fetched, 'done'];
  }, strange);
  expect(outcome).toEqual(['refused', 'refused']);
  expect(asked).toEqual([]);
});

test('the page runs no text and no script but its own', async ({ page }) => {
  await page.goto(site.address);
  const outcome = await page.evaluate(() => {
    const tries: Record<string, () => unknown> = {
      html: () => {
        document.body.innerHTML = '<img src=x onerror=alert(1)>';
      },
      worker: () => new Worker('/assets/probe-worker.js'),
      policy: () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('other', {}),
    };
    return Object.entries(tries).map(([name, run]) => {
      try {
        run();
        return `${name} done`;
      } catch {
        return `${name} refused`;
      }
    });
  });
  expect(outcome).toEqual(['html refused', 'worker refused', 'policy refused']);
  await page.goto(`${site.address}probe.html`);
  expect(await page.evaluate(() => (window as unknown as { text: string }).text)).toBe('refused');
});

test('opening the app asks no other host and breaks no rule of its own', async ({ page }) => {
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(site.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(requests.filter((url) => !url.startsWith(site.address))).toEqual([]);
  expect(faults).toEqual([]);
});
