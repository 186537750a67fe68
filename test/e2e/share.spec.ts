import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { parts } from '#passport/catalogue.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { fieldOf } from '#passport/part.ts';
import { hasTool } from '../tools/debian-tool.ts';
import { appOn, test } from './app.ts';
import { clinician, wordsIn } from './clinician.ts';
import type { ReaderName } from './models/share.ts';
import { run } from './outside.ts';
import { say, sayIn, term } from './say.ts';

test.use({ serviceWorkers: 'block' });

const readers = ['gp', 'specialist', 'emergency', 'everything'] as const satisfies readonly ReaderName[];
const ownLetters = 'Suda bacaklarım benim oluyor.';

test('what is previewed for each reader is to the letter what the link shows in another browser', async ({
  app,
  browser,
  baseURL,
}) => {
  await app.openExample();
  const other = await clinician(browser, baseURL);
  for (const reader of readers) {
    await test.step(reader, async () => {
      await app.share.with(reader);
      const previewed = await wordsIn(app.share.preview.getByRole('article'));
      await other.page.goto('/manifest.webmanifest');
      await other.reader.open(await app.share.linkText());
      await expect(other.reader.summary).toBeVisible();
      expect.soft(await wordsIn(other.reader.summary), reader).toBe(previewed);
      expect.soft(previewed, reader).toContain(say('summary:notice_example'));
    });
  }
  const kept = await other.page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(sessionStorage),
  ]);
  expect(kept).toEqual([]);
  await other.page.context().close();
});

test('nothing private is in any preview until it is ticked, for this one time', async ({ app, page }) => {
  const secrets = exampleEdits().flatMap(({ part: id, set }) => {
    const part = parts.find((one) => one.id === id);
    // how to handle what is hard to say is a term, and told as a sentence or not at all
    return Object.entries(set ?? {}).flatMap(([field, value]) =>
      part && fieldOf(part, field)?.private && !fieldOf(part, field)?.onlyTold
        ? [value].flat().map((one) => (typeof one === 'string' ? one : ''))
        : [],
    );
  });
  const words = secrets.filter(Boolean).map((secret) => (secret === 'see_me_alone' ? term('alone', secret) : secret));
  expect(words.length).toBeGreaterThan(1);
  await app.openExample();
  for (const reader of readers) {
    await app.share.with(reader);
    const previewed = await wordsIn(app.share.preview.getByRole('article'));
    for (const secret of words) expect(previewed).not.toContain(secret);
    expect(await app.share.messageText()).not.toContain(words[0]);
  }
  await app.share.with('gp');
  await app.share.changeWhatTheySee();
  await app.share.unfold(say('share:change.private'));
  const ticks = app.share.privateTicks;
  expect(await ticks.count()).toBeGreaterThanOrEqual(words.length);
  for (const tick of await ticks.all()) await tick.check();
  await app.share.unfold(say('summary:record'));
  for (const secret of words) await expect(app.share.preview.getByRole('article')).toContainText(secret);
  await expect(app.share.preview).toContainText(say('summary:notice_confidence'));
  await app.goTo('#/share');
  await page.getByRole('link', { name: say('share:readers.gp.name') }).click();
  await app.share.isReady();
  const again = await wordsIn(app.share.preview.getByRole('article'));
  for (const secret of words) expect(again).not.toContain(secret);
});

test('a part that is unticked is not in what leaves', async ({ app }) => {
  await app.openExample();
  await app.share.with('gp');
  await expect(app.share.preview).toContainText('Allotment');
  await app.share.changeWhatTheySee();
  await app.page
    .getByRole('group', { name: say('share:change.parts'), exact: true })
    .getByRole('checkbox', { name: say('parts:goals.name'), exact: true })
    .uncheck();
  await expect(app.share.preview).not.toContainText('Allotment');
  expect(await app.share.messageText()).not.toContain('Allotment');
});

const tongues = [
  { lang: 'pl', name: 'Polski', dir: 'ltr' },
  { lang: 'ar', name: 'العربية', dir: 'rtl' },
] as const;

test('a clinician reads it in Polish and Arabic, the person’s own words as written, no dose turned round', async ({
  app,
  browser,
  baseURL,
}) => {
  await app.openExample();
  await app.share.with('everything');
  const link = await app.share.linkText();
  const { page } = await clinician(browser, baseURL);
  await appOn(page).reader.open(link);
  for (const { lang, name, dir } of tongues) {
    const { reader } = appOn(page, sayIn(lang));
    await reader.inLanguage(name);
    const { summary } = reader;
    await expect(summary).toHaveAttribute('lang', lang);
    await expect(summary).toHaveAttribute('dir', dir);
    const words = await wordsIn(summary);
    for (const key of ['medicines_now', 'not_a_request', 'record'])
      expect(words).toContain(reader.say(`summary:${key}`));
    expect(words).not.toContain(say('summary:not_a_request'));
    const own = summary.locator('[lang="tr"]', { hasText: ownLetters });
    await expect(own.first()).toBeAttached();
    expect(await own.first().evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    expect(await turnedDoses(summary), lang).toEqual([]);
  }
  await page.context().close();
});

/** Doses whose figure does not stand to the left of its unit, as they are drawn. */
const turnedDoses = (article: Locator) =>
  article.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const turned: string[] = [];
    let doses = 0;
    const leftOf = (node: Node, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: dose, index } of (node.textContent ?? '').matchAll(/\d[\d\s/.–-]*mg/g)) {
        const [figure, unit] = [leftOf(node, index), leftOf(node, index + dose.length - 2)];
        doses += 1;
        if (figure.top === unit.top && figure.left > unit.left) turned.push(dose);
      }
    }
    return doses > 3 ? turned : [`only ${doses} doses found`];
  });

test('a clinician takes it away as text and as a PDF, with nothing installed', async ({ app, browser, baseURL }) => {
  await app.openExample();
  await app.share.with('gp');
  const link = await app.share.linkText();
  const other = await clinician(browser, baseURL);
  await other.reader.open(link);
  await other.reader.button('reader:copy').click();
  await expect(other.page.getByRole('status').filter({ hasText: say('reader:copied') })).toBeVisible();
  const copied = await other.page.evaluate(() => navigator.clipboard.readText());
  for (const words of ['Duloxetine 30 mg', 'Naproxen', say('summary:not_a_request')]) expect(copied).toContain(words);
  const file = await other.reader.savePdf();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  test.skip(!hasTool('qpdf'), 'qpdf is not installed: the clinician’s PDF was not checked.');
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  await other.page.context().close();
});

test('Show turns the phone round: the summary alone, and only its owner goes back', async ({ app, page }) => {
  await app.openExample();
  await app.home.goTo('share');
  await app.share.link('share:show.button').click();
  await expect(app.show.summary).toContainText('Duloxetine');
  await expect(page.getByRole('link')).toHaveCount(0);
  await expect(app.home.bar).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeVisible();
  await app.show.button('share:show.stay').click();
  await expect(app.show.summary).toBeVisible();
  await app.show.leave();
  await expect(app.home.bar).toBeVisible();
});

test('at a desktop a clinician sees the summary on one page, medicines as a table @desktop', async ({
  app,
  browser,
  baseURL,
}) => {
  await app.openExample();
  await app.share.with('gp');
  const link = await app.share.linkText();
  const other = await clinician(browser, baseURL);
  await other.page.setViewportSize({ width: 1280, height: 800 });
  await other.reader.open(link);
  await expect(other.reader.summary.getByRole('table').first()).toBeVisible();
  const wide = await other.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(1280);
  await other.page.context().close();
});
