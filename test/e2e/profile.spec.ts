import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { parts } from '#passport/catalogue.ts';
import { findChromium, quiet } from '../tools/chromium.mjs';
import { appOn, test } from './app.ts';
import { say } from './say.ts';

const mark = 'qzvplant';
const control = 'qzvcontrol';

function launch(folder: string, baseURL: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  return chromium.launchPersistentContext(folder, {
    args: quiet,
    baseURL,
    ...(executablePath ? { executablePath } : {}),
    // Automation switches off what an ordinary browser remembers of forms.
    ignoreDefaultArgs: ['--enable-automation'],
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
  });
}

/** Types a word of its own into every box on the page: leaves each but the last. Gives how many there were. */
async function plant(page: Page, name: string): Promise<number> {
  const boxes = page.locator('main').getByRole('textbox');
  await boxes.first().waitFor();
  const count = await boxes.count();
  for (let at = 0; at < count; at += 1) {
    const box = boxes.nth(at);
    await box.click();
    // Key by key in the first box, as a phone's keyboard puts in a whole word in the others.
    if (at === 0) await page.keyboard.type(`${mark}-${name}-${at}`);
    else await page.keyboard.insertText(`${mark}-${name}-${at}`);
  }
  await page.waitForTimeout(200);
  return count;
}

/** Files of the folder in which the word stands, as UTF-8 or as UTF-16, whatever its letters' case. */
function filesWith(folder: string, word: string): readonly string[] {
  const forms = [word, word.toUpperCase()].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

test('no word typed into any form, saved or half-typed, lies readable in the browser’s own files', async ({ site }) => {
  test.slow();
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const planted: string[] = [];
  try {
    const context = await launch(folder, site.address);
    const page = context.pages()[0] ?? (await context.newPage());
    const app = appOn(page);
    const type = async (name: string) => {
      planted.push(...Array.from({ length: await plant(page, name) }, (_, at) => `${mark}-${name}-${at}`));
    };
    await page.goto('/#/welcome');
    await app.welcome.next();
    await app.welcome.next();
    await app.welcome.pick(say('welcome.ownWords'));
    await type('label');
    await app.welcome.next();
    await type('name');
    for (const part of parts) {
      await app.goTo(`#/passport/${part.id}`);
      await app.part.heading.waitFor();
      if (part.many) await app.part.add(part.id);
      for (const add of ['part:addStep', 'part:addContact']) {
        const button = page.getByRole('button', { name: say(add), exact: true });
        for (const one of await button.all()) if (await one.isVisible()) await one.click();
      }
      const more = page.locator('details:not([open]) > summary', { hasText: say('part:addMore') });
      if (await more.count()) await more.first().click();
      await type(part.id);
    }
    await app.goTo('#/paste/problems');
    await type('problems-list');
    await app.goTo('#/paste/medicines');
    await type('medicines-list');
    await app.goTo('#/scan');
    await type('link');
    await app.goTo('#/more');
    await type('helper');
    await app.goTo('#/share/gp');
    await app.share.isReady();
    await expect(app.share.preview).toContainText(mark);
    await app.goTo('#/passport/matters');
    await expect(app.part.box('matters', 'most')).toHaveValue(new RegExp(mark));

    // The same browser does remember an ordinary box and what a page keeps openly: the search can find what is there.
    const open = await context.newPage();
    await open.goto('/manifest.webmanifest');
    await open.evaluate((word) => localStorage.setItem('control', word), control);
    await page.waitForTimeout(1_500);
    await context.close();

    expect(planted.length).toBeGreaterThan(70);
    expect(filesWith(folder, control).length).toBeGreaterThan(0);
    expect(filesWith(folder, mark)).toEqual([]);

    const again = await launch(folder, site.address);
    const kept = appOn(again.pages()[0] ?? (await again.newPage()));
    await kept.goTo('#/passport/matters');
    await expect(kept.part.box('matters', 'most')).toHaveValue(`${mark}-matters-0`);
    await again.close();
    expect(filesWith(folder, mark)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
