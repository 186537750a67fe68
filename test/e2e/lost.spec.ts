import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { readDownload } from '#store/read-download.ts';
import { type App, appOn, test } from './app.ts';
import { axeFaults } from './look.ts';
import { sayIn } from './say.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce' });

/** How many changes the sentinel beside the safe copy tells of: it is written last. */
const safeCount = (page: Page) =>
  page.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, FileSystemFileHandle]>;
    for await (const [name, handle] of folder) {
      if (!name.endsWith('-sentinel')) continue;
      const text = await (await handle.getFile()).text();
      return Number(/"count":(\d+)/.exec(text)?.[1]);
    }
    return 0;
  });

/** Takes the last rows out of the log behind the app's back. */
async function loseRows(page: Page, count: number) {
  await page.goto('/manifest.webmanifest');
  await page.evaluate(async (rows) => {
    const { name = '' } = (await indexedDB.databases()).find((found) => /^mf-[\w-]{16}$/.test(found.name ?? '')) ?? {};
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const writing = database.transaction(['log', 'snapshots'], 'readwrite');
    writing.objectStore('snapshots').clear();
    const log = writing.objectStore('log');
    const keys = log.getAllKeys();
    keys.onsuccess = () => {
      for (const key of keys.result.slice(-rows)) log.delete(key);
    };
    await new Promise((done) => {
      writing.oncomplete = done;
    });
    database.close();
  }, count);
}

/** As a browser does whose file of tables is damaged, and which has no storage buckets. */
function refuseDatabases() {
  const refuse = () => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  };
  IDBFactory.prototype.open = refuse;
  IDBFactory.prototype.deleteDatabase = refuse;
  Object.defineProperty(navigator, 'storageBuckets', { value: undefined });
}

async function addMedicine(app: App, name: string) {
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.write('medicines', 'name', name);
  await app.record.isSaved();
}

test('when the browser has lost everything it says so, never begins anew by itself, and brings everything back', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    locale: 'ar',
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  const app = appOn(page, sayIn('ar'));
  await app.writeName('Sam');
  await addMedicine(app, 'Amitriptyline');
  await app.record.write('medicines', 'purpose', 'Nerves');
  await app.record.isSaved();
  await expect.poll(() => safeCount(page)).toBe(3);

  await app.loseDatabases();
  for (const hash of ['#/', '#/welcome', '#/passport/medicines', '#/share/gp', '#/keep', '#/more']) {
    await app.goTo(hash);
    await expect(app.home.heading).toHaveText(app.say('lost.title'));
    await expect(page.getByText('Amitriptyline')).toHaveCount(0);
  }
  await app.home.seesWords(app.say('lost.empty'));
  await app.home.seesWords(app.say('lost.safeCount', { count: 3 }));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await axeFaults(page)).toEqual([]);
  // a flare does not wait
  await app.goTo('#/flare');
  await expect(app.flare.help).toBeVisible();

  await app.goTo('#/passport/medicines');
  await app.home.button('lost.restore').click();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Amitriptyline']);
  await page.reload();
  await app.part.open('Amitriptyline');
  await app.record.unfoldFor('medicines', 'purpose');
  await expect(app.record.box('medicines', 'purpose')).toHaveValue('Nerves');
  await app.record.openHistory();
  await expect(app.history.entries).not.toHaveCount(0);
  await app.goTo('#/');
  await expect(app.home.heading).toContainText('Sam');
  await context.close();
});

test('when the last things are missing one can go on without them, and the safe copy waits for new words', async ({
  app,
  page,
}) => {
  await app.writeName('Sam');
  await addMedicine(app, 'Amitriptyline');
  await addMedicine(app, 'Baclofen');
  await expect.poll(() => safeCount(page)).toBe(3);

  await loseRows(page, 1);
  await app.goTo('#/passport/medicines');
  await app.home.seesWords(app.say('lost.behind'));
  await app.home.seesWords(app.say('lost.count', { count: 1 }));
  await app.home.button('lost.leave').click();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Amitriptyline']);
  // not yet decided: it is asked again, and what was left can still be brought back
  await page.reload();
  await app.home.button('lost.restore').click();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Amitriptyline', 'Baclofen']);

  await app.loseDatabases();
  await app.goTo('#/');
  await app.home.button('lost.begin').click();
  await expect(app.home.bar).toBeVisible();
  await addMedicine(app, 'Codeine');
  await expect.poll(() => safeCount(page)).toBe(1);
  await page.reload();
  await app.goTo('#/passport/medicines');
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Codeine']);
});

test('when the browser lets nothing be put back, the safe copy is handed out as a file', async ({ app, page }) => {
  await app.writeName('Sam');
  await addMedicine(app, 'Amitriptyline');
  await expect.poll(() => safeCount(page)).toBe(2);

  await page.addInitScript(refuseDatabases);
  await page.reload();
  await app.home.seesWords(app.say('lost.refused'));
  await app.home.button('lost.restore').click();
  await app.home.seesWords(app.say('lost.stuck'));
  expect(await axeFaults(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), app.home.button('lost.save').click()]);
  expect(file.suggestedFilename()).toMatch(/^copy-\d{4}-\d\d-\d\d\.mfp$/);
  const read = await readDownload(await readFile(await file.path()));
  expect(read.ok && read.changes.map(({ set }) => set?.['name'])).toContain('Amitriptyline');

  // going on would delete what does not open: it is asked once more, and this browser refuses even that
  await app.home.seesWords(app.say('lost.leavesNothing'));
  await app.home.button('lost.begin').click();
  const dialog = app.home.dialog(app.say('part:forever.sure'));
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: app.say('lost.begin'), exact: true }).click();
  await expect(app.home.problem).toContainText(app.say('problem:store-refused'));
  await expect(app.home.button('lost.begin')).toBeEnabled();
});
