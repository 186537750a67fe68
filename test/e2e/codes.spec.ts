import { expect } from '@playwright/test';
import { hasTool } from '../tools/debian-tool.ts';
import { appOn, test } from './app.ts';
import { clinician, wordsIn } from './clinician.ts';
import { run, zbar, zxing } from './outside.ts';
import { problem, say } from './say.ts';

// A phone of 390 points has three dots a point: what a camera in front of it sees.
test.use({ serviceWorkers: 'block', deviceScaleFactor: 3 });

const cards = [
  { reader: 'emergency', version: 15, count: 2 },
  { reader: 'gp', version: 22, count: 1 },
] as const;

test('the codes for a GP or for A&E are read off the screen by two strangers, and are not too fine for a camera', async ({
  app,
  browser,
  baseURL,
}) => {
  await app.openExample();
  const other = await clinician(browser, baseURL);
  const seen: (readonly [picture: Buffer, text: string])[] = [];
  for (const { reader, version, count } of cards) {
    await app.share.with(reader);
    const pictures = await app.share.codes('short');
    expect(pictures, reader).toHaveLength(count);
    await other.page.goto('/manifest.webmanifest');
    for (const picture of pictures) {
      const [found] = await zxing(picture);
      expect(Number(found?.version), reader).toBeLessThanOrEqual(version);
      await other.reader.open(found?.text ?? '');
      await expect(other.reader.summary).toBeVisible();
      seen.push([picture, found?.text ?? '']);
    }
    for (const medicine of ['Naproxen', 'Duloxetine']) await expect(other.reader.summary).toContainText(medicine);
  }
  await other.page.context().close();
  test.skip(!hasTool('zbarimg'), 'zbarimg is not installed: the second reader of the code was left out.');
  for (const [picture, text] of seen) expect(zbar(picture)).toEqual([text]);
});

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
  for (const word of ['Duloxetine', 'Naproxen', 'Allotment', 'Dr Grace Osei', 'Suda bacaklarım benim oluyor.'])
    expect(seen[0]).toContain(word);
  test.skip(!hasTool('zbarimg'), 'zbarimg is not installed: the second reader of the codes was left out.');
  expect(pictures.flatMap(zbar)).toEqual(texts);
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
    [`1<img src=x onerror=alert(1)>${changed}`, 'code-not-ours'],
    [`1%00%E2%80%AE${digits.slice(3)}`, 'code-not-ours'],
  ];
  for (const [fragment, id] of bad) {
    // another document, or the same page would go on
    await page.goto('/manifest.webmanifest');
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
    await page.goto('/manifest.webmanifest');
    await app.goTo(`#${fragment}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('notFound.title'));
  }
  expect(faults).toEqual([]);
});
