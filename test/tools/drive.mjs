/** Drives the built app in Chromium as a person would, for pictures, samples and measurements. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import i18next from 'i18next';
import { bringBuild } from './build.mjs';
import { findChromium, quiet } from './chromium.mjs';
import { root } from './install.mjs';
import { dist, serve } from './serve.mjs';

const size = { width: 390, height: 844 };

/** Ends the program with a sentence. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * A copy of the built app, served on a port of its own: built now if it must be, or as it stands in the folder `from`.
 * `close` takes the server away, `end` everything.
 */
export async function openSite(from) {
  if (from === undefined && !bringBuild()) stop('The build failed: see above.');
  const folder = mkdtempSync(join(tmpdir(), 'moving-forwards-'));
  cpSync(from ?? dist, folder, { recursive: true });
  const port = await freePort();
  const close = await serve({ port, folder });
  const end = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `http://localhost:${port}/`, folder, close, end };
}

/** A Chromium without a profile; with `profile`, one that keeps everything in that folder, as a context. */
export async function openChromium({ profile, ...options } = {}) {
  const executablePath = findChromium();
  if (!executablePath) stop('There is no Chromium here. Install one, or give its path: CHROMIUM=/path/to/chromium');
  const launch = { executablePath, args: quiet };
  if (profile === undefined) return chromium.launch(launch);
  const asked = { viewport: size, locale: 'en-GB', timezoneId: 'Europe/London', ...options };
  return chromium.launchPersistentContext(profile, { ...launch, ...asked });
}

/** A page of a person who has seen the first run, unless `settings` says otherwise. */
export async function openPage(browser, { settings = {}, ...options } = {}) {
  const asked = { viewport: size, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', ...options };
  const context = await browser.newContext(asked);
  const kept = { lang: 'en-GB', theme: 'light', welcomed: true, ...settings };
  await context.addInitScript((value) => localStorage.setItem('mf-settings', value), JSON.stringify(kept));
  const page = await context.newPage();
  page.on('pageerror', (error) => stop(`The app broke: ${error.stack}`));
  return page;
}

/** Opens the app and, from the page More, its example passport. `t` speaks the language of the page. */
export async function openExample(page, address, t) {
  await page.goto(`${address}#/more`);
  await page.getByRole('button', { name: t('more.openExample'), exact: true }).click();
  await page.getByText(t('example.banner'), { exact: true }).waitFor();
}

/**
 * Opens the app and takes in an open copy (`bytes`), as a person does on a new device. Returns null when it is there,
 * otherwise what the app says instead.
 */
export async function openCopy(page, address, t, bytes) {
  const button = (key) => page.getByRole('button', { name: t(key), exact: true });
  const heading = (key) => page.getByRole('heading', { level: 1, name: t(key), exact: true });
  const problem = problemOn(page, t);
  await page.goto(`${address}#/keep/restore`);
  await button('keep:restore.pick').waitFor();
  const file = { name: 'copy.mfp', mimeType: 'application/octet-stream', buffer: bytes };
  await page.locator('input[type="file"]').setInputFiles(file);
  await button('keep:found.takeAll').or(problem).or(heading('keep:restore.phraseTitle')).first().waitFor();
  if (await problem.count()) return problem.locator('p').first().textContent();
  if (await heading('keep:restore.phraseTitle').count()) return t('keep:restore.phraseTitle');
  await button('keep:found.takeAll').click();
  await heading('keep:restored.title').or(problem).first().waitFor();
  return (await heading('keep:restored.title').count()) ? null : problem.locator('p').first().textContent();
}

/** Where the app says what went wrong and what to do. */
export function problemOn(page, t) {
  return page.getByRole('alert').filter({ has: page.getByRole('heading', { name: t('problem:title'), exact: true }) });
}

/** Whom a summary can be for, as the app lists them on the page Share. */
export async function readersOf(page) {
  await go(page, '#/share');
  const links = page.locator('a[href*="#/share/"]');
  await links.first().waitFor();
  const ends = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href').split('#/share/')[1]));
  return [...new Set(ends)].filter((end) => /^[\w-]+$/.test(end));
}

/** Goes to an address inside the app; the example stays open. */
export async function go(page, hash) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator('h1').first().waitFor();
}

/** Unfolds what has this summary, inside `where`. */
export async function unfold(where, summary) {
  await where.locator('summary').filter({ hasText: summary }).click();
}

/** The words of the app in one language, as it says them itself. Every file the source has must be there. */
export async function wordsOf(lang) {
  const read = (language) => {
    const folder = `${root}locales/${language}/`;
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return Object.fromEntries(
      names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(folder + name, 'utf8'))]),
    );
  };
  const resources = read(lang);
  const missing = Object.keys(read('en-GB')).filter((space) => !resources[space]);
  if (missing.length > 0) stop(`These words are missing in ${lang}: ${missing.join(', ')}`);
  const instance = i18next.createInstance();
  await instance.init({
    lng: lang,
    fallbackLng: false,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    resources: { [lang]: resources },
  });
  return instance.t;
}

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
