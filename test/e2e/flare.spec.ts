import { expect } from '@playwright/test';
import { type App, test } from './app.ts';
import { say } from './say.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce', actionTimeout: 15_000 });

const passphrase = 'my blue bicycle sings';

async function writePlan(app: App) {
  await app.goTo('#/passport/flare');
  for (const [at, words] of ['Lie on my side', 'Radio, low', 'Text Yusuf'].entries()) {
    await app.part.button('part:addStep').click();
    const box = app.page.getByRole('textbox', { name: say('part:step', { n: at + 1 }), exact: true });
    await box.fill(words);
    await box.blur();
    await app.part.isSaved();
  }
}

test('after a reload the first step to be seen is the person’s own', async ({ app, page }) => {
  await writePlan(app);
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const title = document.querySelector('h1')?.textContent;
      if (title && seen.at(-1) !== title) seen.push(title);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await app.goTo('#/flare');
  await page.reload();
  await expect(app.flare.heading).toHaveText('Lie on my side');
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['Lie on my side']);
});

test('left at step 3 it opens on step 1, and goes on at step 3 when asked', async ({ app, page }) => {
  await writePlan(app);
  await app.home.goTo('flare');
  await app.flare.done();
  await app.flare.done();
  await expect(app.flare.heading).toHaveText('Text Yusuf');
  await page.reload();
  await expect(app.flare.heading).toHaveText('Lie on my side');
  await app.flare.button('flare:goOnStep', { step: 3 }).click();
  await expect(app.flare.heading).toHaveText('Text Yusuf');
  await page.goBack();
  await expect(app.flare.heading).toHaveText('Radio, low');
});

test('a locked plan says so, help and ideas are there, and the lock leads to the plan', async ({ app, page }) => {
  await writePlan(app);
  await app.lock.turnOn(passphrase);
  await app.goTo('#/flare');
  await page.reload();
  await app.flare.seesWords(say('flare:locked'));
  await expect(app.flare.heading).toHaveText(say('flare:idea.position.do'));
  await app.flare.link('flare:unlock').click();
  await app.lock.isLocked();
  await page.goBack();
  await expect(app.flare.help).toBeVisible();
  await app.flare.link('flare:unlock').click();
  await app.lock.open(passphrase);
  await expect(app.flare.heading).toHaveText('Lie on my side', { timeout: 60_000 });
  expect(new URL(page.url()).hash).toBe('#/flare');
  await app.flare.close();
  await expect(app.home.bar).toBeVisible();
});
