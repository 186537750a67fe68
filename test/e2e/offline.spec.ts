import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { say, sayIn } from './say.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
test.beforeEach(async () => {
  site = await openSite();
});
test.afterEach(async () => {
  await site.end();
});

/** First visit until the app says that it is ready, then the server's process is gone. */
async function visitOnce(app: App, page: Page) {
  await page.goto(`${site.address}#/more`);
  await expect(app.more.offlineWords).toBeVisible({ timeout: 30_000 });
  await site.stop();
  await expect(
    page.evaluate((url) => fetch(`${url}nothing-here`).then(() => 'answered'), site.address),
  ).rejects.toThrow();
  await page.reload();
  await expect(app.more.offlineWords).toBeVisible();
}

test('after one visit, with the server gone, a person writes, has a flare, shows and shares', async ({
  page,
  context,
}) => {
  test.slow();
  const app = appOn(page);
  await visitOnce(app, page);
  await page.goto(`${site.address}#/passport/medicines`);
  await app.part.add('medicines');
  await app.record.box('medicines', 'name').pressSequentially('amitr');
  await app.record.complete('Amitriptyline');
  await app.record.isSaved();
  await page.goto(`${site.address}#/passport/words`);
  await app.part.pick('words', 'label', 'label', 'nerve');
  await app.part.isSaved();
  await page.reload();
  await app.home.goTo('flare');
  await app.flare.done();
  const help = await app.flare.getHelp();
  await expect(help).toContainText('999');
  await page.goto(`${site.address}#/show`);
  await expect(app.show.summary).toContainText('Amitriptyline');
  await app.show.leave();

  await page.goto(`${site.address}#/share/gp`);
  await page.reload();
  await app.share.isReady();
  expect(await app.share.codes('short')).toHaveLength(1);
  const link = await app.share.linkText();
  const reader = appOn(await context.newPage());
  await reader.page.goto(`${site.address}${link.slice(link.indexOf('#'))}`);
  await expect(reader.reader.summary).toContainText('Amitriptyline');
  await reader.reader.inLanguage('Polski');
  await expect(reader.reader.summary).toContainText(sayIn('pl')('summary:medicines_now'));
});

test('with the server gone the paper is made in English, Polish and Arabic', async ({ page }) => {
  test.slow();
  const app = appOn(page);
  await visitOnce(app, page);
  await app.more.openExample();
  await expect(page.getByText(say('example.banner'))).toBeVisible();
  await page.goto(`${site.address}#/share/gp`);
  await app.share.isReady();
  for (const name of ['English', 'Polski', 'العربية']) {
    await app.share.inLanguage(name);
    expect(
      readFileSync(await app.share.paper())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }
});

for (const lang of ['pl', 'ar'] as const) {
  test(`with the server gone the app starts in ${lang}`, async ({ page }) => {
    const app = appOn(page);
    await visitOnce(app, page);
    await app.more.pick(lang === 'pl' ? 'Polski' : 'العربية');
    const words = sayIn(lang);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('more.title'));
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('more.title'));
    await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
    const theirs = appOn(page, words);
    await theirs.home.goTo('passport');
    await theirs.passport.open('medicines');
    await theirs.part.add('medicines');
    await theirs.record.write('medicines', 'name', 'Paracetamol');
    await theirs.record.isSaved();
  });
}

test('flare mode is there before anything else has loaded', async ({ page }) => {
  const app = appOn(page);
  await visitOnce(app, page);
  await page.addInitScript(() => {
    // A database that never answers, as on a very slow phone.
    indexedDB.open = () => ({ addEventListener() {} }) as unknown as IDBOpenDBRequest;
  });
  await page.goto('about:blank');
  await page.goto(`${site.address}#/flare`);
  await expect(app.flare.heading).toHaveText(say('flare:idea.position.do'));
  await app.flare.done();
  await expect(app.flare.heading).toHaveText(say('flare:idea.breath.do'));
  await expect(await app.flare.getHelp()).toContainText('999');
});
