import { expect, type Page, test } from '@playwright/test';
import { openSite, release, type Site } from './site.ts';

let site: Site;
test.beforeEach(async () => {
  site = await openSite();
});
test.afterEach(async () => {
  await site.end();
});

/** Opens the app and waits until it is whole on this device. */
async function settle(page: Page) {
  await page.goto(site.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** Asks for an update and says what became of it. */
const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const arriving = registration.installing;
    if (arriving) {
      await new Promise<void>((done) => {
        const look = () => (arriving.state === 'installed' || arriving.state === 'redundant') && done();
        arriving.addEventListener('statechange', look);
        look();
      });
    }
    return registration.waiting ? 'waiting' : (arriving?.state ?? 'nothing new');
  });

/** What the page itself now loads from the app, by name. */
const load = (page: Page, name: string) =>
  page.evaluate((path) => fetch(path).then((answer) => answer.text()), `/${name}`);

test('an update waits, never reloads the page by itself, and the open page goes on with the version it has', async ({
  page,
}) => {
  const name = 'icons/icon.svg';
  const old = site.read(name).toString();
  await settle(page);
  await page.evaluate(() => Object.assign(window, { mark: 'still here' }));
  release(site, name, old.replace('<svg', '<svg data-version="2"'));
  expect(await update(page)).toBe('waiting');
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => (window as unknown as { mark?: string }).mark)).toBe('still here');
  expect(await load(page, name)).toBe(old);
  await page.reload();
  expect(await load(page, name)).toBe(old);
});

test('a half-downloaded update never becomes the app, and the whole one does when accepted', async ({ page }) => {
  const name = `assets/${site.assets('start-').find((file) => file.endsWith('.js'))}`;
  const old = site.read(name).toString();
  const fresh = `${old}\n/* version two */`;
  await settle(page);

  release(site, name, fresh);
  site.write(name, fresh.slice(0, fresh.length / 2));
  expect(await update(page)).toBe('redundant');
  expect(await load(page, name)).toBe(old);
  await site.stop();
  await page.reload();
  await expect(page).toHaveTitle(/\S/);
  await expect(page.locator('#root')).not.toBeEmpty();

  await site.start();
  site.write(name, fresh);
  expect(await update(page)).toBe('waiting');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
    await changed;
  });
  expect(await load(page, name)).toBe(fresh);
});
