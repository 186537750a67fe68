import { expect, type Page } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { ask, partName, sayIn } from './say.ts';

test.use({ serviceWorkers: 'block', actionTimeout: 15_000 });

const speak = (page: Page, lang: string) =>
  page.context().addInitScript((spoken) => {
    if (!localStorage.getItem('mf-settings'))
      localStorage.setItem('mf-settings', JSON.stringify({ lang: spoken, welcomed: true }));
  }, lang);

test('switching the language keeps what was typed, half-typed words too', async ({ app, page }) => {
  await app.goTo('#/passport/matters');
  await app.part.write('matters', 'people', 'My sister Leyla');
  await app.part.isSaved();
  await app.part.box('matters', 'most').pressSequentially('Walking to the', { delay: 10 });
  await page.waitForTimeout(300);
  await app.goTo('#/more');
  for (const [lang, name] of [
    ['ar', 'العربية'],
    ['pl', 'Polski'],
  ] as const) {
    await app.more.pick(name);
    const theirs: App = appOn(page, sayIn(lang));
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
    await theirs.goTo('#/passport/matters');
    await expect(theirs.part.heading).toHaveText(partName('matters', theirs.part.say));
    await expect(theirs.part.box('matters', 'people')).toHaveValue('My sister Leyla');
    await expect(theirs.part.box('matters', 'most')).toHaveValue('Walking to the');
    await theirs.goTo('#/more');
    await expect(theirs.more.heading).toHaveText(theirs.more.say('more.title'));
  }
});

test('words written in Polish are read in English by an English clinician, terms turned and own words kept', async ({
  page,
}) => {
  await speak(page, 'pl');
  const theirs = appOn(page, sayIn('pl'));
  await theirs.goTo('#/passport/words');
  await theirs.part.pick('words', 'label', 'label', 'persistent');
  await theirs.part.isSaved();
  await theirs.part.write('words', 'inMyWords', 'Jak mokry piasek na plecach.');
  await expect(theirs.part.box('words', 'inMyWords')).toHaveValue('Jak mokry piasek na plecach.');
  await theirs.part.isSaved();
  await theirs.goTo('#/show');
  const english = sayIn('en-GB');
  await expect(theirs.show.summary.getByRole('heading', { level: 1 })).toHaveText(english('terms:label.persistent'));
  await theirs.show.unfold(english('summary:record'));
  const own = theirs.show.summary.locator('[lang="pl"]', { hasText: 'Jak mokry piasek' });
  await expect(own.first()).toBeAttached();
});

test('the first run speaks the browser’s language', async ({ browser, baseURL }) => {
  for (const lang of ['pl', 'ar'] as const) {
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      locale: lang,
      serviceWorkers: 'block',
    });
    const app = appOn(await context.newPage(), sayIn(lang));
    await app.page.goto('/');
    await expect(app.welcome.heading).toHaveText(app.welcome.say('welcome.language'));
    await app.goTo('#/passport/medicines');
    await app.part.add('medicines');
    await expect(app.record.box('medicines', 'name')).toBeVisible();
    expect(ask('medicines', 'name', sayIn(lang))).not.toBe(ask('medicines', 'name'));
    await context.close();
  }
});
