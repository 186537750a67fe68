import { expect } from '@playwright/test';
import { test } from './app.ts';
import { clinician } from './clinician.ts';
import { looseTexts } from './look.ts';
import { say } from './say.ts';
import { translatePage } from './translated.ts';

test.use({ serviceWorkers: 'block', actionTimeout: 15_000 });

test('in a translated page what is typed is saved, and the status goes on telling what is so', async ({
  app,
  page,
}) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(`${error}`));
  await app.goTo('#/passport/matters');
  await app.part.heading.waitFor();
  await translatePage(page);
  await app.part.write('matters', 'most', 'My garden');
  await app.part.isSaved();
  await app.part.undo();
  await expect(page.getByRole('status')).not.toContainText(say('saved'));
  await app.home.goTo('passport');
  await app.home.goTo('more');
  await app.home.goTo('home');
  await expect(app.home.heading).toBeVisible();
  expect(broken).toEqual([]);
});

test('in a translated page a summary is read in another language, copied as text and saved as a PDF', async ({
  app,
  browser,
  baseURL,
}) => {
  await app.openExample();
  await app.share.with('gp');
  const link = await app.share.linkText();
  await translatePage(app.page);
  await app.share.paper();
  await expect(app.page.getByRole('status').filter({ hasText: say('share:ways.paper.making') })).toHaveCount(0);
  const other = await clinician(browser, baseURL);
  const broken: string[] = [];
  other.page.on('pageerror', (error) => broken.push(`${error}`));
  await other.reader.open(link);
  await expect(other.reader.summary).toBeVisible();
  await translatePage(other.page);
  await other.reader.button('reader:copy').click();
  await expect(other.page.getByRole('status').filter({ hasText: say('reader:copied') })).toBeVisible();
  await other.reader.savePdf();
  const status = other.page.getByRole('status').filter({ hasText: 'summary.pdf' });
  await expect(status).toBeVisible();
  await expect(status).not.toContainText(say('reader:copied'));
  await other.reader.inLanguage('Polski');
  await expect(other.reader.summary).not.toContainText(say('summary:kicker'));
  expect(broken).toEqual([]);
  await other.page.context().close();
});

test('in a translated page a flare goes step by step', async ({ app, page }) => {
  await app.goTo('#/flare');
  await app.flare.button('flare:done').waitFor();
  await translatePage(page);
  const seen = new Set<string>();
  for (let step = 0; step < 3; step += 1) {
    seen.add((await app.flare.heading.textContent()) ?? '');
    await app.flare.done();
  }
  expect(seen.size).toBe(3);
  const help = await app.flare.getHelp();
  await expect(help.locator('[translate="no"]').first()).toHaveText('999');
});

test('a translator is kept from names, doses and numbers, and from the lock and private pages as a whole', async ({
  app,
  page,
}) => {
  await app.openExample();
  await app.share.with('gp');
  const kept = await app.share.preview.getByRole('article').locator('[translate="no"]').allTextContents();
  expect(kept.join('\n')).toContain('Duloxetine');
  for (const place of ['#/lock', '#/pages']) {
    await app.goTo(place);
    await expect(page.locator('html')).toHaveAttribute('translate', 'no');
  }
  await app.goTo('#/passport');
  await expect(page.locator('html')).toHaveAttribute('translate', 'yes');
  await app.goTo('#/passport/visit');
  await expect(
    page
      .locator('[translate="no"]')
      .filter({ hasText: say('part:private') })
      .first(),
  ).toBeAttached();
});

test('a text that a translator would take from React is found', async ({ page, app }) => {
  await app.goTo('#/');
  await app.home.heading.waitFor();
  expect(await looseTexts(page)).toEqual([]);
  await page.evaluate(() => {
    const text = document.createTextNode('held by React');
    Object.assign(text, { __reactFiber$test: {} });
    document.querySelector('main')?.append(text);
  });
  expect(await looseTexts(page)).toHaveLength(1);
});
