import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { say, sayIn } from './say.ts';

test.use({ serviceWorkers: 'block', actionTimeout: 30_000 });
test.setTimeout(240_000);

const passphrase = 'my blue bicycle sings';
const next = 'another few words';
const name = 'Nadia';

async function begin(app: App) {
  await app.writeName(name);
  return app.lock.turnOn(passphrase);
}

/** Nothing the person wrote is in the document, seen or unseen. */
async function holdsNothing(page: Page) {
  expect(await page.evaluate(() => document.title + document.documentElement.outerHTML)).not.toContain(name);
}

test('the passphrase is changed only by who knows it: the old one opens nothing after, files given out are named, and the next unlocking tells', async ({
  app,
  page,
}) => {
  const { lock, keep } = app;
  await app.writeName(name);
  // a backup given out before
  await app.goTo('#/keep/backup');
  await keep.button('keep:next').click();
  await keep.button('keep:phrase.written').click();
  const saved = page.waitForEvent('download');
  await keep.button('keep:ready.save').click();
  await saved;
  await expect(keep.heading).toHaveText(say('keep:given.title'));
  const key = await lock.turnOn(passphrase);

  await lock.button('lock:on.change').click();
  await lock.box.fill('my blue bicycle rings');
  await lock.button('lock:proof.go').click();
  await expect(lock.refusal).toHaveText(say('lock:locked.wrong'), { timeout: 60_000 });
  await page.goBack();
  await expect(lock.heading).toHaveText(say('lock:title'));

  await lock.change(passphrase, next);
  await lock.seesWords(say('lock:ended.text'));
  await lock.seesWords(say('lock:ended.filesText'));
  await expect(
    page.getByRole('listitem').filter({ hasText: say('lock:ended.backup', { date: '' }).trim() }),
  ).toHaveCount(1);
  await expect(lock.link('lock:ended.newBackup')).toHaveAttribute('href', '#/keep/backup');

  await lock.lockNow();
  await lock.open(passphrase);
  await expect(lock.refusal).toHaveText(say('lock:locked.wrong'), { timeout: 60_000 });
  await lock.openWithKey(key);
  await expect(lock.refusal).toHaveText(say('lock:locked.wrong'), { timeout: 60_000 });
  await holdsNothing(page);
  await lock.button('lock:locked.usePassphrase').click();
  await lock.open(next);
  await lock.isOpen();

  // told once, by what and when alone, and gone with one tap
  const told = page
    .getByRole('complementary')
    .filter({ hasText: say('lock:news.passphrase', { date: '' }).replace(' ().', '') });
  await expect(told).toBeVisible();
  await lock.button('lock:news.seen').click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await lock.open(next);
  await lock.isOpen();
  await expect(lock.button('lock:on.now')).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('wrong ones inside wait as at the lock, through a reload', async ({ app, page }) => {
  const { lock } = app;
  await begin(app);
  await lock.button('lock:turnOff.button').click();
  const slowed = new RegExp(say('lock:locked.wait', { time: '…' }).replace('…', '.*'));
  for (let wrong = 0; wrong < 4; wrong += 1) {
    await lock.box.fill('my blue bicycle rings');
    await lock.button('lock:proof.go').click();
    await expect(lock.refusal).toHaveText(wrong < 3 ? say('lock:locked.wrong') : slowed, { timeout: 60_000 });
    if (wrong < 3) await lock.box.fill('');
  }
  await page.reload();
  await lock.isLocked();
  await expect(lock.refusal).toHaveText(slowed);
  await expect(lock.refusal).toHaveCount(0, { timeout: 30_000 });
  await lock.open(passphrase);
  await lock.isOpen();
  await lock.seesWords(say('lock:on.passphrase'));
});

test('showing ends at the lock, however it ends, and nothing of the person is on the screen', async ({ app, page }) => {
  const { lock, show } = app;
  await begin(app);
  await app.goTo('#/show');
  await expect(show.summary).toContainText(name);
  await show.leave();
  await lock.isLocked();
  await holdsNothing(page);
  await lock.open(passphrase);
  await lock.isOpen();
  await app.goTo('#/show');
  await expect(show.summary).toContainText(name);
  // another address, typed by whoever holds the phone, and then the question answered
  await page.evaluate(() => {
    window.location.hash = '#/passport/me';
  });
  await expect(show.dialog(say('share:show.leaveTitle'))).toBeVisible();
  await show.button('share:show.leave').click();
  await lock.isLocked();
  await holdsNothing(page);
});

test('who helps is not the person again before the passphrase was given', async ({ app, page }) => {
  const { lock, more } = app;
  await begin(app);
  await app.goTo('#/more');
  await more.helper('Leyla');
  const banner = page.getByText(say('helping.now', { name: 'Leyla' }), { exact: true });
  await expect(banner).toBeVisible();
  await more.helper('');
  await expect(banner).toBeVisible();
  await more.button('helping.me').first().click();
  await lock.box.fill('Leyla was here');
  await lock.button('lock:proof.go').click();
  await expect(lock.refusal).toHaveText(say('lock:locked.wrong'), { timeout: 60_000 });
  await expect(banner).toBeVisible();
  await lock.prove(passphrase);
  await expect(banner).toHaveCount(0);
  await expect(more.heading).toHaveText(say('more.title'));
});

test('nothing is erased from inside, and no more left open, without the passphrase', async ({ app, page }) => {
  const { lock } = app;
  await begin(app);
  await page.getByRole('radio', { name: say('lock:opens.emergency') }).click();
  await expect(lock.heading).toHaveText(say('lock:proof.title'));
  await lock.button('back').click();
  await expect(page.getByRole('radio', { name: say('lock:opens.nothing'), exact: false }).first()).toBeChecked();
  await app.goTo('#/more');
  await app.more.button('more.erase').click();
  await expect(lock.heading).toHaveText(say('lock:proof.title'));
  await lock.prove(passphrase);
  await app.more.button('more.eraseNo').click();
  // what was given is used for nothing else
  await app.more.button('more.erase').click();
  await expect(lock.heading).toHaveText(say('lock:proof.title'));
  await lock.prove(passphrase);
  await app.more.button('more.eraseYes').click();
  await expect(page).toHaveURL(/#\/welcome$/, { timeout: 60_000 });
  await expect(app.welcome.button('welcome.next')).toBeVisible({ timeout: 60_000 });
  await app.goTo('#/passport/me');
  await expect(app.part.box('me', 'preferredName')).toHaveValue('');
});

test('whoever has lost every way in erases after a typed word and a wait, and starts again', async ({ app, page }) => {
  const { lock } = app;
  await page.clock.install({ time: new Date('2026-11-21T10:00:00Z') });
  await begin(app);
  await page.reload();
  await lock.isLocked();
  await lock.button('lock:again.lost').click();
  const box = page.locator('#again-word');
  await box.fill('yes');
  await lock.button('lock:again.next').click();
  await expect(page.locator('#again-word-error')).toHaveText(say('lock:again.wrong', { word: say('lock:again.word') }));
  await box.fill(say('lock:again.word'));
  await lock.button('lock:again.next').click();
  const erase = lock.button('lock:again.erase');
  await expect(erase).toBeDisabled();
  await page.clock.fastForward('00:50');
  await expect(erase).toBeDisabled();
  await page.clock.fastForward('00:12');
  await expect(erase).toBeEnabled();
  await erase.click();
  await expect(page).toHaveURL(/#\/welcome$/, { timeout: 60_000 });
  await expect(app.welcome.button('welcome.next')).toBeVisible({ timeout: 60_000 });
  await app.goTo('#/lock');
  await lock.seesWords(say('lock:off.now'));
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map((one) => one.name),
    kept: Object.keys(localStorage).filter((one) => one.startsWith('mf-') && !['mf-settings'].includes(one)),
  }));
  expect(left.databases.filter((one) => one?.startsWith('mfp-'))).toEqual([]);
  expect(left.kept.filter((one) => one.endsWith('-tries'))).toEqual([]);
});

for (const lang of ['en-GB', 'pl', 'ar'] as const) {
  const tag = lang === 'en-GB' ? [] : ['@whole'];
  test(`the pages that ask and the page that erases fit the narrowest phone and the largest words, in ${lang}`, {
    tag,
  }, async ({ page, context }) => {
    await context.addInitScript((spoken) => {
      const kept = JSON.parse(localStorage.getItem('mf-settings') ?? '{}');
      localStorage.setItem('mf-settings', JSON.stringify({ ...kept, lang: spoken, welcomed: true, size: 'largest' }));
    }, lang);
    await page.setViewportSize({ width: 320, height: 640 });
    const app = appOn(page, sayIn(lang));
    const { lock } = app;
    const fits = async (what: string) => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(over, what).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().disableRules(['target-size']).analyze();
      expect
        .soft(
          violations.map(({ id }) => id),
          what,
        )
        .toEqual([]);
    };
    await lock.turnOn(passphrase);
    await lock.button('lock:turnOff.button').click();
    await lock.unfold(lock.say('lock:proof.lost'));
    await fits('proof');
    await page.goBack();
    await lock.change(passphrase, next);
    await fits('ended');
    await lock.lockNow();
    await lock.button('lock:again.lost').click();
    await fits('word');
    await page.locator('#again-word').fill(lock.say('lock:again.word'));
    await lock.button('lock:again.next').click();
    await fits('wait');
    await lock.button('lock:again.keep').click();
    await lock.open(next);
    await lock.isOpen();
    await fits('told');
  });
}
