import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { openParts } from '#passport/private.ts';
import { filesWith, formsOf } from '../faults/disk-search.ts';
import { findChromium, quiet } from '../tools/chromium.mjs';
import { type App, appOn, test } from './app.ts';
import { say } from './say.ts';

const mark = 'qzvplant';
const control = 'qzvcontrol';
const passphrase = `${mark} three words more`;

function launch(folder: string, baseURL: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  return chromium.launchPersistentContext(folder, {
    args: quiet,
    baseURL,
    ...(executablePath ? { executablePath } : {}),
    // Automation switches off what an ordinary browser remembers of forms.
    ignoreDefaultArgs: ['--enable-automation'],
    // As a person's Chromium calls itself: without a window it would say that it has none.
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
  });
}

/** Types a word of its own into every box on the page: leaves each but the last. Gives how many there were. */
async function plant(page: Page, name: string): Promise<number> {
  const boxes = page.locator('main :is(input[type="text"], input[type="password"], textarea)');
  await boxes.first().waitFor();
  const count = await boxes.count();
  for (let at = 0; at < count; at += 1) {
    await boxes.nth(at).focus();
    // Key by key in the first box, as a phone's keyboard puts in a whole word in the others.
    if (at === 0) await page.keyboard.type(`${mark}-${name}-${at}`);
    else await page.keyboard.insertText(`${mark}-${name}-${at}`);
  }
  await page.waitForTimeout(50);
  return count;
}

/** Types into every form there is but the lock's. Gives how many boxes there were. */
async function plantEverywhere({ page, ...app }: App): Promise<number> {
  await app.goTo('#/welcome');
  await app.welcome.next();
  await app.welcome.next();
  await app.welcome.pick(say('welcome.ownWords'));
  let count = await plant(page, 'label');
  await app.welcome.next();
  count += await plant(page, 'name');
  for (const part of openParts) {
    await app.goTo(`#/passport/${part.id}`);
    await app.part.heading.waitFor();
    if (part.many) await app.part.add(part.id);
    for (const add of ['part:addStep', 'part:addContact']) {
      const button = page.getByRole('button', { name: say(add), exact: true });
      for (const one of await button.all()) if (await one.isVisible()) await one.click();
    }
    const folds = page.locator('main form details:not([open]) > summary');
    while (await folds.count()) await folds.first().click();
    count += await plant(page, part.id);
  }
  await app.goTo('#/pages');
  await page.getByRole('checkbox').check();
  for (const box of ['#pages-phrase', '#pages-again']) await page.locator(box).fill(passphrase);
  await app.home.button('pages:begin.go').click();
  await app.home.button('parts:pages.add').click({ timeout: 60_000 });
  count += await plant(page, 'pages');
  for (const [hash, name] of [
    ['#/paste/problems', 'problems-list'],
    ['#/paste/medicines', 'medicines-list'],
    ['#/scan', 'link'],
    ['#/more', 'helper'],
  ] as const) {
    await app.goTo(hash);
    count += await plant(page, name);
  }
  await page.getByRole('button', { name: say('helping.me'), exact: true }).click();
  await app.keep.toPhrase();
  await app.keep.button('keep:phrase.useOwn').click();
  return count + (await plant(page, 'own-phrase'));
}

/** Every raw key of the passport that lies in the browser's private files, read where the app reads them. */
const rawKeys = (page: Page) =>
  page.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, FileSystemFileHandle]>;
    const keys: number[][] = [];
    for await (const [name, handle] of folder) {
      if (!/^mf-[\w-]{16}-[ab]$/.test(name)) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      // `MFK1`, epoch, key: see key-file.ts
      if (bytes.length === 48 && bytes[3] === 0x31) keys.push([...bytes.slice(8, 40)]);
    }
    return keys;
  });

test('no word typed into any form, and no key from before a lock, lies readable in the browser’s own files', async ({
  site,
}) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  /** One time that the browser is open; everything is on the disk afterwards. */
  const visit = async (task: (app: App, context: BrowserContext) => Promise<void>) => {
    const context = await launch(folder, site.address);
    const page = context.pages()[0] ?? (await context.newPage());
    await task(appOn(page), context);
    await context.close();
  };
  const find = (word: string) => filesWith(folder, formsOf(word));
  let old: readonly Buffer<ArrayBuffer>[] = [];
  let recovery = '';
  try {
    await visit(async (app, context) => {
      expect(await plantEverywhere(app)).toBeGreaterThan(75);
      await app.share.with('gp');
      await expect(app.share.preview).toContainText(mark);
      await app.goTo('#/passport/matters');
      await expect(app.part.box('matters', 'most')).toHaveValue(new RegExp(mark));
      old = (await rawKeys(app.page)).map((key) => Buffer.from(key));
      // The same browser does remember what a page keeps openly: the search can find what is there.
      const open = await context.newPage();
      await open.goto('/manifest.webmanifest');
      await open.evaluate((word) => localStorage.setItem('control', word), control);
      await app.page.waitForTimeout(1_000);
    });
    expect(find(control).length).toBeGreaterThan(0);
    expect(old.length).toBeGreaterThan(0);
    for (const key of old) expect(filesWith(folder, [key]).length).toBeGreaterThan(0);
    expect(find(mark)).toEqual([]);

    await visit(async (app) => {
      await app.goTo('#/passport/matters');
      await expect(app.part.box('matters', 'most')).toHaveValue(`${mark}-matters-0`);
      recovery = await app.lock.turnOn(passphrase);
      await app.goTo('#/passport/goals');
      await app.part.add('goals');
      await plant(app.page, 'behind-the-lock');
    });
    for (const key of old) expect(filesWith(folder, [key])).toEqual([]);
    expect(find(mark)).toEqual([]);

    await visit(async (app) => {
      await app.goTo('#/passport/matters');
      await app.lock.open(passphrase);
      await expect(app.part.box('matters', 'most')).toHaveValue(`${mark}-matters-0`, { timeout: 60_000 });
    });
    for (const key of old) expect(filesWith(folder, [key])).toEqual([]);
    for (const word of [mark, recovery, recovery.replaceAll(' ', '')]) expect(find(word)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
