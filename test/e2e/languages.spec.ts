import { expect, type Page } from '@playwright/test';
import { exampleEdits } from '#passport/example/example.ts';
import { type App, appOn, test } from './app.ts';
import { ask, partName, sayIn } from './say.ts';
import { exampleStates, otherStates } from './screens.ts';

test.use({ serviceWorkers: 'block' });

const speak = (page: Page, lang: string) =>
  page.context().addInitScript((spoken) => {
    if (!localStorage.getItem('mf-settings'))
      localStorage.setItem('mf-settings', JSON.stringify({ lang: spoken, welcomed: true }));
  }, lang);

/** Everything a person could read or hear on the page, a piece each. */
const allWords = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style, noscript')) found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) {
        const words = element.getAttribute(name);
        if (words) found.push(words);
      }
    }
    return found;
  });

// What is nobody's to translate: the person's own words, the names of languages, the browser's own months, figures.
const own = new Set<string>(['English', 'Polski', 'العربية', 'PDF', 'Moving Forwards']);
for (const { set } of exampleEdits()) collect(set);

function collect(value: unknown) {
  if (typeof value === 'string') for (const line of value.split('\n')) own.add(line.trim());
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
}

const months = /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/g;
const typed = /Depressive disorder( NEC)?|Asthma|Amitriptyline|Zapain|at night|at Night|10 ?mg|para/gi;

/** Bare English in a piece: letters that come neither from the pseudo-locale nor from the person. */
function bareWords(piece: string): string {
  const letters = piece
    .replace(/\[[^\][]*(\[[^\][]*\][^\][]*)*\]/g, '')
    .replace(months, '')
    .replace(/[⁦-⁩]/g, '');
  const rest = [...own]
    .filter((words) => words.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((left, words) => left.replaceAll(words, ''), letters)
    .replace(typed, '');
  // A heading in capitals, or a line cut to its room, has its bracket elsewhere: the accents show where it is from.
  return /\p{L}{2,}/u.test(rest) && !/[ÅåßÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöÞŔŕŠšŢţÛûŴŵÝýŽž]/.test(rest) ? rest.trim() : '';
}

test('no screen has a word that did not come from a locale or from the person', async ({ page }) => {
  test.setTimeout(180_000);
  await speak(page, 'en-XA');
  const app = appOn(page, sayIn('en-XA'));
  const bare: string[] = [];
  const take = async (states: typeof exampleStates) => {
    for (const { name, open } of states) {
      await test.step(name, () => open(app));
      const found = (await allWords(page)).map(bareWords).filter(Boolean);
      bare.push(...[...new Set(found)].map((words) => `${name}: ${words}`));
    }
  };
  await app.openExample();
  await take(exampleStates);
  await page.goto('about:blank');
  await take(otherStates);
  expect(bare).toEqual([]);
});

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
