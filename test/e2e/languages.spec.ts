import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { exampleEdits } from '#passport/example/example.ts';
import { type App, appOn, test } from './app.ts';
import { ask, partName, sayIn } from './say.ts';
import { exampleStates, otherStates } from './screens.ts';

test.use({ serviceWorkers: 'block', actionTimeout: 15_000 });

const speak = (page: Page, lang: string) =>
  page.context().addInitScript((spoken) => {
    if (!localStorage.getItem('mf-settings'))
      localStorage.setItem('mf-settings', JSON.stringify({ lang: spoken, welcomed: true }));
  }, lang);

/** Everything a person could read or hear on the page, a piece each; what a box holds is the same page as text. */
const allWords = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style, noscript, textarea')) found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) {
        const words = element.getAttribute(name);
        if (words) found.push(words);
      }
    }
    return found;
  });

// What is nobody's to translate: the person's own words, names of languages and medicines, and what the browser itself
// says for a language it does not know (months, "and").
const theirs = [
  'English Polski العربية PDF A4 US Letter NEC Moving Forwards saved-copy.mfp summary.pdf',
  'Depressive disorder NEC\t2012 Depressive disorder NEC\t2001 Asthma\t1999 Amitriptyline 10mg 10 mg at night Zapain para',
  readFileSync(new URL('../../src/passport/medicine-names.ts', import.meta.url), 'utf8'),
  // A name and its strength stand side by side.
  'Duloxetine 30 mg Paracetamol 500 mg',
];
for (const { set } of exampleEdits()) collect(set);
const own = theirs.join('\n').toLowerCase();

function collect(value: unknown) {
  if (typeof value === 'string') theirs.push(value);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
}

const browsers =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|and|today|yesterday)\b/g;
const accents = /[ÅåßÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöÞŔŕŠšŢţÛûŴŵÝýŽž]/;

/** Bare English in a piece: words that come neither from the pseudo-locale nor from the person; '' when there are none. */
function bareWords(piece: string): string {
  const pieces = piece.replace(/[\u2066-\u2069]/g, '').split(/\[[^\][]*\]|[,·•:;]\s|\n/);
  const bare = pieces.map((words) => words.trim()).filter((words) => /\p{L}{2,}/u.test(words.replace(browsers, '')));
  return bare
    .filter((words) => !accents.test(words) && !own.includes(words.toLowerCase()) && !/^https?:/.test(words))
    .join(' | ');
}

test('no screen has a word that did not come from a locale or from the person', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    locale: 'en-XA',
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
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
  await context.close();
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
