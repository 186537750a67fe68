/**
 * `npm run screenshots [-- DIR] [--readme] [--manifest] [--lives]`: pictures of the main screens with the example
 * passport, on a phone, light and dark, in English and Arabic, and of each life of `test/fixtures/lives` on a phone and
 * at a desk, into DIR (`test-results/screenshots`). With `--readme` the three of the README, with `--manifest` the three
 * of the app's manifest, with `--lives` the lives, and nothing else.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { go, openChromium, openCopy, openExample, openPage, openSite, stop, unfold, wordsOf } from './drive.mjs';
import { root } from './install.mjs';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { readme: { type: 'boolean' }, manifest: { type: 'boolean' }, lives: { type: 'boolean' } },
});
const isAll = !asked.readme && !asked.manifest && !asked.lives;
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };
const morning = new Date('2026-11-21T09:30:00Z');

const site = await openSite();
const browser = await openChromium();
try {
  if (asked.readme) await takeThree(`${root}docs/pictures`, ['home', 'flare', 'reader']);
  if (asked.manifest) {
    const names = ['home-the-last-things-you-wrote', 'flare-one-step-at-a-time', 'what-a-clinician-sees'];
    await takeThree(emptied(`${root}public/screenshots`), names);
  }
  const folder = resolve(positionals[0] ?? `${root}test-results/screenshots`);
  if (isAll || asked.lives) emptied(folder);
  if (isAll) {
    for (const lang of ['en-GB', 'ar']) {
      for (const theme of ['light', 'dark']) await takeAll(folder, lang, theme);
    }
  }
  if (isAll || asked.lives) await takeLives(folder);
} finally {
  await browser.close();
  await site.end();
}

/** Takes pictures of the page; their names begin so, and they are as tall as what is on it, unless `full` is false. */
function shooterOf(folder, begin) {
  return (page) =>
    async (name, full = true) => {
      const file = `${begin()}-${name}.png`;
      const { width, height } = page.viewportSize();
      // as tall as what is on it, so that the bar stands at its end
      const tall = full ? await page.evaluate(() => document.documentElement.scrollHeight) : height;
      await page.setViewportSize({ width, height: Math.max(height, tall) });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, file) });
      await page.setViewportSize({ width, height });
      console.log(file);
    };
}

async function takeAll(folder, lang, theme) {
  const t = await wordsOf(lang);
  let count = 0;
  const shooter = shooterOf(folder, () => {
    count += 1;
    return `${lang}-${theme}-${String(count).padStart(2, '0')}`;
  });
  await takeFirstRun(lang, theme, t, shooter);
  const page = await openMine(lang, theme, t);
  const shoot = shooter(page);
  await takePassport(page, shoot);
  await takeSharing(page, t, shoot);
  const link = await takeWays(page, t, shoot);
  await takeFlare(page, t, shoot);
  await takePaste(page, t, shoot);
  await go(page, '#/more');
  await shoot('more');
  await page.context().close();
  await takeReader(link, lang, theme, shooter);
}

/** Each life at both sizes: home, what is shared with the GP, and what the GP sees, all of it and the first screen. */
async function takeLives(folder) {
  const options = { root, configFile: false, logLevel: 'error' };
  const { lives } = (await runnerImport(`${root}test/lives/lives.ts`, options)).module;
  for (const { id, lang } of lives) {
    const t = await wordsOf(lang);
    const copy = readFileSync(`${root}test/fixtures/lives/${id}.mfp`);
    for (const [size, viewport] of Object.entries({ phone, desk })) {
      const shooter = shooterOf(folder, () => `life-${id}-${size}`);
      const page = await openPage(browser, { settings: { lang }, viewport });
      const shoot = shooter(page);
      await page.clock.setFixedTime(morning);
      const refused = await openCopy(page, site.address, t, copy);
      if (refused !== null) stop(`${id}: ${refused}`);
      await go(page, '#/');
      await page.getByRole('list').first().waitFor();
      await shoot('home');
      await go(page, '#/share/gp');
      await page.locator('section[aria-busy="false"] article').waitFor();
      await shoot('share');
      const fragment = await linkOf(page, t);
      await page.context().close();
      const reader = await openReader(fragment, 'en-GB', 'light', { viewport });
      await shooter(reader)('reader');
      await shooter(reader)('reader-first', false);
      await reader.context().close();
    }
  }
}

async function takeFirstRun(lang, theme, t, shooter) {
  const page = await openPage(browser, { settings: { lang, theme, welcomed: false }, colorScheme: theme });
  const shoot = shooter(page);
  const next = page.getByRole('button', { name: t('welcome.next'), exact: true });
  await page.goto(site.address);
  for (const step of ['language', 'what', 'label', 'name']) {
    await page.getByRole('heading', { level: 1, name: t(`welcome.${step}`), exact: true }).waitFor();
    await shoot(`welcome-${step}`);
    await next.click();
  }
  await page.getByRole('heading', { level: 1, name: t('welcome.done'), exact: true }).waitFor();
  await shoot('welcome-done');
  await go(page, '#/');
  await shoot('home-empty');
  await go(page, '#/passport');
  await shoot('passport-empty');
  await go(page, '#/show');
  await shoot('show-empty');
  await page.context().close();
}

async function openMine(lang, theme, t, options = {}) {
  const page = await openPage(browser, { settings: { lang, theme }, colorScheme: theme, ...options });
  await page.clock.setFixedTime(morning);
  await openExample(page, site.address, t);
  await go(page, '#/');
  await page.getByRole('list').first().waitFor();
  return page;
}

async function takePassport(page, shoot) {
  await shoot('home');
  await go(page, '#/passport');
  await shoot('passport');
  for (const part of ['medicines', 'words', 'flare', 'problems', 'team']) {
    await go(page, `#/passport/${part}`);
    await shoot(`part-${part}`);
  }
  await go(page, '#/passport/medicines/example-duloxetine');
  await page.getByRole('textbox').first().waitFor();
  await shoot('record');
  for (const more of await page.locator('summary').all()) await more.click();
  await shoot('record-all');
  await go(page, '#/history/medicines/example-duloxetine');
  await page.getByRole('listitem').first().waitFor();
  await shoot('history');
}

async function takeSharing(page, t, shoot) {
  await go(page, '#/show');
  await page.locator('h2').first().waitFor();
  await shoot('show');
  await page.getByRole('button', { name: t('share:show.hold'), exact: true }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await shoot('show-leave', false);
  await page.getByRole('button', { name: t('share:show.leave'), exact: true }).click();
  await go(page, '#/share');
  await shoot('share');
}

/** Shares with the GP; returns the link. */
async function takeWays(page, t, shoot) {
  await go(page, '#/share/gp');
  await page.getByText(t('share:ways.title'), { exact: true }).last().waitFor();
  await shoot('share-with');
  await unfold(page, t('share:change.title'));
  await unfold(page, t('share:change.private'));
  await shoot('share-ticks');
  await unfold(page, t('share:change.title'));
  await page.getByRole('button', { name: t('share:ways.paper.make'), exact: true }).click();
  await page.getByRole('button', { name: t('share:ways.paper.save'), exact: true }).waitFor();
  await unfold(page, t('share:ways.message.title'));
  await unfold(page, t('share:ways.link.title'));
  await unfold(page, t('share:ways.code.title'));
  const show = page.getByRole('button', { name: t('share:ways.code.show', { count: 1 }), exact: true });
  await show.waitFor();
  await shoot('share-ways');
  await show.click();
  await page
    .getByRole('region', { name: t('share:ways.code.title'), exact: true })
    .getByRole('img')
    .waitFor();
  await page.waitForTimeout(300);
  await shoot('code', false);
  return page.getByLabel(t('share:ways.link.box'), { exact: true }).inputValue();
}

async function takeFlare(page, t, shoot) {
  await go(page, '#/flare');
  await shoot('flare', false);
  await page.getByRole('button', { name: t('flare:done'), exact: true }).click();
  await shoot('flare-second', false);
  await page.getByRole('button', { name: t('flare:getHelp') }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('flare-help', false);
  await page.getByRole('button', { name: t('flare:help.close'), exact: true }).click();
  const notNow = page.getByRole('button', { name: t('flare:notNow'), exact: true });
  const next = page.getByRole('button', { name: t('flare:next'), exact: true });
  const isEnd = page.getByRole('heading', { name: t('flare:end.title'), exact: true });
  for (let step = 3; (await isEnd.count()) === 0; step += 1) {
    await notNow.or(next).first().click();
    if (step <= 7) await shoot(`flare-${step}`, false);
  }
  await shoot('flare-end');
}

async function takePaste(page, t, shoot) {
  await go(page, '#/paste/problems');
  await page.getByRole('textbox').first().waitFor();
  await shoot('paste');
  await page
    .getByRole('textbox')
    .first()
    .fill(readFileSync(`${root}test/fixtures/problem-list.tsv`, 'utf8'));
  await page.getByRole('button', { name: t('paste:problems.read'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('paste:kept.title'), exact: true }).waitFor();
  await shoot('paste-kept');
  await page.getByRole('button', { name: t('paste:kept.start'), exact: true }).click();
  await page.getByRole('radio').first().waitFor();
  await page.locator('summary').first().click();
  await shoot('paste-walk');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: t('paste:walk.next'), exact: true }).click();
  await page.getByRole('button', { name: t('paste:walk.back'), exact: true }).waitFor();
  await page.getByRole('button', { name: t('paste:walk.stop'), exact: true }).click();
  await page.waitForTimeout(200);
  await shoot('paste-end');
}

async function takeReader(link, lang, theme, shooter) {
  const fragment = link.slice(link.indexOf('#'));
  for (const [name, options] of [
    ['reader-phone', {}],
    ['reader-desktop', { viewport: desk }],
  ]) {
    const page = await openReader(fragment, lang, theme, options);
    const shoot = shooter(page);
    await shoot(name);
    if (name === 'reader-phone') {
      await page.goto(`${site.address}#/scan`);
      await page.locator('h1').waitFor();
      await shoot('scan');
      await page.goto(`${site.address}${fragment.slice(0, 200)}`);
      await page.reload();
      await page.locator('h1, h2').first().waitFor();
      await shoot('reader-cut');
    }
    await page.context().close();
  }
}

/** On a device that holds no passport. */
async function openReader(fragment, lang, theme, options = {}) {
  const settings = { lang, theme, welcomed: false };
  const page = await openPage(browser, { settings, colorScheme: theme, locale: lang, ...options });
  await page.clock.setFixedTime(morning);
  await page.goto(`${site.address}${fragment}`);
  await page.locator('h2').first().waitFor();
  return page;
}

async function linkOf(page, t) {
  await go(page, '#/share/gp');
  await unfold(page, t('share:ways.link.title'));
  const link = await page.getByLabel(t('share:ways.link.box'), { exact: true }).inputValue();
  return link.slice(link.indexOf('#'));
}

/** Home, a step of the flare plan, and what a clinician sees, under these names. */
async function takeThree(folder, [home, flare, reader]) {
  mkdirSync(folder, { recursive: true });
  const t = await wordsOf('en-GB');
  const page = await openMine('en-GB', 'light', t, { deviceScaleFactor: 2 });
  await page.screenshot({ path: join(folder, `${home}.png`) });
  await go(page, '#/flare');
  await page.screenshot({ path: join(folder, `${flare}.png`) });
  const opened = await openReader(await linkOf(page, t), 'en-GB', 'light', { viewport: { width: 1280, height: 960 } });
  await opened.screenshot({ path: join(folder, `${reader}.png`) });
}

function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
