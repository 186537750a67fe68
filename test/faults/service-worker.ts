import { expect, type Page } from '@playwright/test';

/** Opens the app and waits until it is whole on this device. */
export async function settle(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** Asks for an update and says what became of it: 'waiting', or 'redundant' for one that will never be the app. */
export const update = (page: Page): Promise<string> =>
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
export const load = (page: Page, name: string): Promise<string> =>
  page.evaluate((path) => fetch(path).then((answer) => answer.text()), `/${name}`);
