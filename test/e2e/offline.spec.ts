import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { say, sayIn } from './say.ts';
import type { Site } from './site.ts';

test.afterEach(({ site }) => site.start());

/** First visit until the app says that it is ready, then the server's process is gone. */
async function visitOnce(app: App, site: Site) {
  await app.goTo('#/more');
  await expect(app.more.offlineWords).toBeVisible({ timeout: 30_000 });
  await site.stop();
  await expect(
    app.page.evaluate((url) => fetch(`${url}nothing-here`).then(() => 'answered'), site.address),
  ).rejects.toThrow();
  await app.page.reload();
  await expect(app.more.offlineWords).toBeVisible();
}

test('after one visit, with the server gone, a person writes, has a flare, shows, shares, locks and backs up', async ({
  app,
  page,
  context,
  site,
}) => {
  test.slow();
  await visitOnce(app, site);
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.box('medicines', 'name').pressSequentially('amitr');
  await app.record.complete('Amitriptyline');
  await app.record.isSaved();
  await app.goTo('#/passport/words');
  await app.part.pick('words', 'label', 'label', 'nerve');
  await app.part.isSaved();
  await page.reload();
  await app.home.goTo('flare');
  await app.flare.done();
  const help = await app.flare.getHelp();
  await expect(help).toContainText('999');
  await app.goTo('#/show');
  await expect(app.show.summary).toContainText('Amitriptyline');
  await app.show.leave();

  await app.goTo('#/share/gp');
  await page.reload();
  await app.share.isReady();
  expect(await app.share.codes('short')).toHaveLength(1);
  const link = await app.share.linkText();
  const reader = appOn(await context.newPage());
  await reader.reader.open(link);
  await expect(reader.reader.summary).toContainText('Amitriptyline');
  await reader.reader.inLanguage('Polski');
  await expect(reader.reader.summary).toContainText(sayIn('pl')('summary:medicines_now'));

  await app.lock.turnOn('my blue bicycle sings');
  await app.lock.lockNow();
  await app.lock.open('my blue bicycle sings');
  await app.lock.isOpen();
  expect((await app.keep.backUp()).bytes.length).toBeGreaterThan(0);

  // A flare is there before anything else has loaded: here with a database that never answers, as on a very slow phone.
  const slow = appOn(await context.newPage());
  await slow.page.addInitScript(() => {
    indexedDB.open = () => ({ addEventListener() {} }) as unknown as IDBOpenDBRequest;
  });
  await slow.goTo('#/flare');
  await expect(slow.flare.heading).toHaveText(say('flare:idea.position.do'));
  await slow.flare.done();
  await expect(slow.flare.heading).toHaveText(say('flare:idea.breath.do'));
  await expect(await slow.flare.getHelp()).toContainText('999');
});

test('with the server gone the app starts and makes the paper in English, Polish and Arabic', async ({
  app,
  page,
  site,
}) => {
  test.slow();
  await visitOnce(app, site);
  for (const [lang, name] of [
    ['pl', 'Polski'],
    ['ar', 'العربية'],
  ] as const) {
    await app.goTo('#/more');
    await app.more.pick(name);
    const theirs = appOn(page, sayIn(lang));
    await expect(theirs.more.heading).toHaveText(theirs.say('more.title'));
    await page.reload();
    await expect(theirs.more.heading).toHaveText(theirs.say('more.title'));
    await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
    await theirs.home.goTo('passport');
    await theirs.passport.open('medicines');
    await theirs.part.add('medicines');
    await theirs.record.write('medicines', 'name', 'Paracetamol');
    await theirs.record.isSaved();
  }
  await app.goTo('#/more');
  await app.more.pick('English');
  await app.more.openExample();
  await expect(page.getByText(say('example.banner'))).toBeVisible();
  await app.goTo('#/share/gp');
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
