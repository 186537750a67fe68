import { readFileSync } from 'node:fs';
import { type Browser, expect, type Locator } from '@playwright/test';
import { parts } from '#passport/catalogue.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { fieldOf } from '#passport/part.ts';
import { hasTool } from '../tools/debian-tool.ts';
import { type App, appOn, test } from './app.ts';
import type { ReaderName } from './models/share.ts';
import { run, zbar, zxing } from './outside.ts';
import { problem, say, sayIn, term } from './say.ts';

// A phone of 390 points has three dots a point: what a camera in front of it sees.
test.use({ serviceWorkers: 'block', deviceScaleFactor: 3 });

const readers = ['gp', 'specialist', 'emergency', 'everything'] as const satisfies readonly ReaderName[];
const ownLetters = 'Suda bacaklarım benim oluyor.';

/** Everything that stands in an article, the folded record included, as a person would read it. */
async function wordsIn(article: Locator): Promise<string> {
  await article.evaluate((element) => {
    for (const fold of element.querySelectorAll('details')) fold.open = true;
  });
  return (await article.allInnerTexts()).join('\n');
}

/** A clinician: another browser, with nothing of the person's in it. */
async function clinician(browser: Browser, baseURL: string | undefined): Promise<App> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    locale: 'en-GB',
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return appOn(await context.newPage());
}

for (const reader of readers) {
  test(`what is previewed for “${reader}” is to the letter what the link shows in another browser`, async ({
    app,
    browser,
    baseURL,
  }) => {
    await app.openExample();
    await app.share.with(reader);
    const previewed = await wordsIn(app.share.preview.getByRole('article'));
    const link = await app.share.linkText();
    const other = await clinician(browser, baseURL);
    await other.reader.open(link);
    await expect(other.reader.summary).toBeVisible();
    expect(await wordsIn(other.reader.summary)).toBe(previewed);
    expect(previewed).toContain(say('summary:notice_example'));
    const kept = await other.page.evaluate(async () => [
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...Object.keys(sessionStorage),
    ]);
    expect(kept).toEqual([]);
    await other.page.context().close();
  });
}

test('nothing private is in any preview until it is ticked, for this one time', async ({ app, page }) => {
  const secrets = exampleEdits().flatMap(({ part: id, set }) => {
    const part = parts.find((one) => one.id === id);
    return Object.entries(set ?? {}).flatMap(([field, value]) =>
      part && fieldOf(part, field)?.private ? [value].flat().map((one) => (typeof one === 'string' ? one : '')) : [],
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

const cards = [
  { reader: 'emergency', version: 15 },
  { reader: 'gp', version: 22 },
] as const;

for (const { reader, version } of cards) {
  test(`one code for “${reader}” is read off the screen by two strangers, at version ${version} or less`, async ({
    app,
    browser,
    baseURL,
  }) => {
    await app.openExample();
    await app.share.with(reader);
    const pictures = await app.share.codes('short');
    expect(pictures).toHaveLength(1);
    const [found] = await zxing(pictures[0] as Buffer);
    expect(Number(found?.version)).toBeLessThanOrEqual(version);
    const other = await clinician(browser, baseURL);
    await other.reader.open(found?.text ?? '');
    await expect(other.reader.summary).toContainText('Naproxen');
    await other.page.context().close();
    test.skip(!hasTool('zbarimg'), 'zbarimg is not installed: the second reader of the code was left out.');
    expect(zbar(pictures[0] as Buffer)).toEqual([found?.text]);
  });
}

test('the whole passport is in four codes or fewer, scanned in any order', async ({ app, browser, baseURL }) => {
  await app.openExample();
  await app.share.with('everything');
  const pictures = await app.share.codes('all');
  expect(pictures.length).toBeGreaterThan(1);
  expect(pictures.length).toBeLessThanOrEqual(4);
  const found = (await Promise.all(pictures.map(zxing))).flat();
  expect(found).toHaveLength(pictures.length);
  const texts = found.map(({ text }) => text);
  const seen = [];
  for (const [order, isInOneTab] of [
    [[...texts].reverse(), true],
    [[...texts.slice(1), ...texts.slice(0, 1)], false],
  ] as const) {
    let other = await clinician(browser, baseURL);
    for (const [place, text] of order.entries()) {
      if (place > 0 && !isInOneTab) other = appOn(await other.page.context().newPage());
      await other.reader.open(text);
      const missing = order.length - place - 1;
      const note = other.page.getByText(say('summary:notice_missing', { count: Math.max(missing, 1) }));
      await expect(other.reader.summary).toBeVisible();
      await expect(note).toHaveCount(missing > 0 ? 1 : 0);
    }
    seen.push(await wordsIn(other.reader.summary));
    await other.page.context().close();
  }
  expect(seen[0]).toBe(seen[1]);
  for (const word of ['Duloxetine', 'Naproxen', 'Allotment', 'Dr Grace Osei', ownLetters])
    expect(seen[0]).toContain(word);
  test.skip(!hasTool('zbarimg'), 'zbarimg is not installed: the second reader of the codes was left out.');
  expect(pictures.flatMap(zbar)).toEqual(texts);
});

const tongues = [
  { lang: 'pl', name: 'Polski', dir: 'ltr' },
  { lang: 'ar', name: 'العربية', dir: 'rtl' },
] as const;

for (const { lang, name, dir } of tongues) {
  test(`a clinician reads it in ${lang}, the person’s own words as written, no dose turned round`, async ({
    app,
    browser,
    baseURL,
  }) => {
    await app.openExample();
    await app.share.with('everything');
    const link = await app.share.linkText();
    const other = appOn((await clinician(browser, baseURL)).page, sayIn(lang));
    await other.reader.open(link);
    await other.reader.inLanguage(name);
    const { summary } = other.reader;
    await expect(summary).toHaveAttribute('lang', lang);
    await expect(summary).toHaveAttribute('dir', dir);
    const words = await wordsIn(summary);
    for (const key of ['medicines_now', 'not_a_request', 'record'])
      expect(words).toContain(other.reader.say(`summary:${key}`));
    expect(words).not.toContain(say('summary:not_a_request'));
    const own = summary.locator('[lang="tr"]', { hasText: ownLetters });
    await expect(own.first()).toBeAttached();
    expect(await own.first().evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    expect(await turnedDoses(summary)).toEqual([]);
    await other.page.context().close();
  });
}

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

test('the paper is a sound PDF with its words, its fonts and its codes in it', async ({ app }) => {
  test.skip(
    !['qpdf', 'pdftotext', 'pdffonts', 'pdftoppm', 'zbarimg'].every(hasTool),
    'Tools that look into a PDF are not installed.',
  );
  await app.openExample();
  await app.share.with('gp');
  const codes = (await Promise.all((await app.share.codes('all')).map(zxing))).flat().map(({ text }) => text);
  const file = await app.share.paper();
  await app.share.seesWords(say('share:ways.paper.ready', { file: 'summary.pdf' }));
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  const words = run('pdftotext', ['-layout', file, '-']).replace(/\s+/g, ' ');
  for (const part of [
    'Duloxetine',
    'Naproxen',
    'Persistent pain',
    say('summary:not_a_request'),
    say('summary:example'),
  ]) {
    expect(words.toLowerCase()).toContain(part.toLowerCase());
  }
  const fonts = run('pdffonts', [file]).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  // Columns from the right: object (two figures), uni, sub, emb.
  for (const font of fonts) expect(font.trim().split(/\s+/).slice(-5, -2)).toEqual(['yes', 'yes', 'yes']);
  const pages = run('pdftoppm', ['-r', '150', '-png', file, `${file}-page`]);
  expect(pages).toBe('');
  const read = zbarPages(file);
  expect([...read].sort()).toEqual([...codes].sort());
});

/** Every code on the pages of a PDF drawn at 150 dots an inch. */
const zbarPages = (file: string) =>
  run('sh', [
    '-c',
    `for page in "${file}"-page-*.png; do zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$page"; done; true`,
  ])
    .split('\n')
    .filter(Boolean);

test('a wrong, cut, changed, newer or hostile code gets a sentence, never an empty page', async ({ app, page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await app.openExample();
  await app.share.with('gp');
  const link = await app.share.linkText();
  const digits = link.slice(link.indexOf('#') + 1);
  const middle = Math.floor(digits.length / 2);
  const changed = `${digits.slice(0, middle)}${(Number(digits[middle]) + 1) % 10}${digits.slice(middle + 1)}`;
  const bad: readonly (readonly [string, string])[] = [
    ['1', 'code-not-ours'],
    ['0123456789012345678901234567890', 'code-not-ours'],
    [digits.slice(0, -40), 'code-cut'],
    [digits.slice(0, 12), 'code-cut'],
    [changed, 'code-damaged'],
    [`2${digits.slice(1)}`, 'code-newer'],
    [`1${'9'.repeat(5_000)}`, 'code-damaged'],
    ['9'.repeat(200_000), 'code-newer'],
    [`1<img src=x onerror=alert(1)>${digits}`, 'code-not-ours'],
    [`1%00%E2%80%AE${digits.slice(3)}`, 'code-not-ours'],
  ];
  for (const [fragment, id] of bad) {
    await page.goto('about:blank');
    await app.goTo(`#${fragment}`);
    await expect(app.reader.problem, fragment.slice(0, 40)).toContainText(problem(id));
    await expect(app.reader.heading).toBeVisible();
    await expect(app.reader.summary).toHaveCount(0);
  }
  for (const [fragment] of [
    ['/nowhere'],
    ['/passport/nothing'],
    ['/passport/medicines/../../x'],
    ['%'],
    ['constructor'],
  ]) {
    await page.goto('about:blank');
    await app.goTo(`#${fragment}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('notFound.title'));
  }
  expect(faults).toEqual([]);
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
