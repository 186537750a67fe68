import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { openParts } from '#passport/private.ts';
import { routes } from '#ui/routes.ts';
import { headers } from '../tools/headers.mjs';
import { test } from './app.ts';
import { say } from './say.ts';
import { watch } from './watch.ts';

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

let stranger: Server;
let strange: string;
let asked: string[];

test.beforeAll(async ({ site }) => {
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
test.afterAll(() => {
  stranger.close();
});

test('nothing on the page can send a word to another host', async ({ page, site }) => {
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

test('no worker can send a word to another host or run text, but it can run WebAssembly', async ({ page, site }) => {
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

test('the service worker cannot send a word to another host or load a script', async ({ page, context, site }) => {
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

test('the page runs no text and no script but its own', async ({ page, site }) => {
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

test('two browsers cannot call each other, or this one says that it does not know the rule', async ({ page, site }) => {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  await page.goto(site.address);
  const isOpen = await page.evaluate(async () => {
    const [one, two] = [new RTCPeerConnection(), new RTCPeerConnection()];
    one.onicecandidate = ({ candidate }) => void (candidate && two.addIceCandidate(candidate).catch(() => undefined));
    two.onicecandidate = ({ candidate }) => void (candidate && one.addIceCandidate(candidate).catch(() => undefined));
    const channel = one.createDataChannel('words');
    const open = new Promise<boolean>((done) => {
      channel.onopen = () => done(true);
      one.oniceconnectionstatechange = () => one.iceConnectionState === 'failed' && done(false);
      setTimeout(() => done(false), 5_000);
    });
    try {
      await one.setLocalDescription(await one.createOffer());
      await two.setRemoteDescription(one.localDescription as RTCSessionDescription);
      await two.setLocalDescription(await two.createAnswer());
      await one.setRemoteDescription(two.localDescription as RTCSessionDescription);
    } catch {
      return false;
    }
    return open;
  });
  const isUnknown = heard.some((text) => text.includes("Unrecognized Content-Security-Policy directive 'webrtc'"));
  expect(isOpen).toBe(isUnknown);
});

const addresses = [
  ...Object.values(routes).filter((route) => typeof route === 'string' && route !== routes.show),
  ...openParts.map(({ id }) => routes.part(id)),
  ...(['gp', 'specialist', 'emergency', 'everything'] as const).map(routes.shareWith),
  ...(['backup', 'restore', 'trusted', 'move', 'folder'] as const).map(routes.keepStep),
  routes.record('medicines', 'm1'),
  routes.history('me', 'me'),
  routes.partHistory('me'),
  routes.page('p1'),
];

/** The manifest that the page has now, as the browser reads it. */
async function manifestOf(page: Page) {
  const client = await page.context().newCDPSession(page);
  const { url, data, errors } = await client.send('Page.getAppManifest');
  return { file: url.split('/').at(-1), name: JSON.parse(data ?? '{}').name, errors };
}

test('through every screen, a lock, a backup, a page and both names, no other host is asked and no rule is broken', async ({
  app,
  page,
  site,
}) => {
  test.setTimeout(240_000);
  const { foreign, faults, answers } = await watch(page, site.address);
  const passphrase = 'my blue bicycle sings';
  await page.goto('/');
  await app.welcome.next();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await app.writeName('Sam');
  for (const address of addresses) {
    await test.step(address, async () => {
      await app.goTo(address);
      await app.home.heading.waitFor();
    });
  }
  await app.goTo(routes.show);
  await app.show.leave();
  await app.share.with('gp');
  await app.share.codes('short');
  await app.share.paper();
  await app.lock.turnOn(passphrase);
  await app.lock.lockNow();
  await app.lock.open(passphrase);
  await app.lock.isOpen();
  await app.keep.backUp();
  await app.goTo('#/lock');
  await app.lock.turnOff(passphrase);
  expect(await manifestOf(page)).toEqual({ file: 'manifest.webmanifest', name: say('name'), errors: [] });
  await app.goTo('#/safety');
  await page.getByRole('checkbox', { name: say('hide.discreet', { name: say('hide.name') }) }).check();
  await expect(page).toHaveTitle(say('hide.name'));
  const discreet = { file: 'manifest-discreet-en-GB.webmanifest', name: say('hide.name'), errors: [] };
  expect(await manifestOf(page)).toEqual(discreet);
  await app.hide.hide.click();
  await app.hide.isHidden();

  expect(foreign).toEqual([]);
  expect(faults).toEqual([]);
  const paths = answers.map((answer) => answer.url().slice(site.address.length));
  for (const name of ['disk.worker', 'argon.worker', 'backup.worker', 'pdf.worker']) {
    expect(
      paths.some((path) => path.startsWith(`assets/${name}-`)),
      name,
    ).toBe(true);
  }
  const bare = answers.filter((answer) =>
    ['Content-Security-Policy', 'Permissions-Policy', 'Referrer-Policy'].some(
      (name) => answer.headers()[name.toLowerCase()] !== headers[name as keyof typeof headers],
    ),
  );
  expect(bare.map((answer) => answer.url())).toEqual([]);
});
