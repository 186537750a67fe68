/**
 * `npm run sample -- DIR [COPY]`: writes every export of the example passport, or of the open copy COPY (an .mfp that
 * someone saved), into DIR, made by the built app itself, for every reader and language that it has:
 *
 *     summary-<reader>-<language>.pdf   the paper, A4
 *     text-<reader>.txt                 the message text, in the app's first language
 *     code-<reader>-<n>.png             the codes, one picture each: for an ambulance the small card, else all
 *     card-<reader>.png                 for the others the short code (for an ambulance all of it), `-<n>` where many
 *     link-<reader>.txt                 the link
 *     saved-copy.mfp                    the download of everything, open
 *     backup.age, backup.txt            the same sealed, and the phrase that opens it
 *
 * What cannot be made is said in a sentence, the rest is written all the same, and the program ends with 1. A part of
 * it that takes longer than two minutes is given up. With `--built` the build is taken as it stands, old or not.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  go,
  openChromium,
  openCopy,
  openExample,
  openPage,
  openSite,
  problemOn,
  readersOf,
  stop,
  unfold,
  wordsOf,
} from './drive.mjs';
import { dist } from './serve.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { built: { type: 'boolean' } } });
const [where, copy] = positionals;
if (!where) stop('Say where to write: npm run sample -- DIR [COPY]');
const bytes = copy === undefined ? null : readCopy(copy);
const folder = resolve(where);
mkdirSync(folder, { recursive: true });

const patience = 120_000;
const begun = performance.now();
const t = await wordsOf('en-GB');
const site = await openSite(values.built ? dist : undefined);
const browser = await openChromium();
const failed = [];
let written = 0;
try {
  // three device pixels a CSS pixel: a module of the largest code is then at least eight across
  const page = await openPage(browser, { deviceScaleFactor: 3, acceptDownloads: true });
  page.setDefaultTimeout(patience);
  if (bytes === null) await openExample(page, site.address, t);
  else await takeIn(page);
  if (await isEmpty(page)) console.log('The passport is empty: there is no copy of it to save.');
  else {
    await attempt('the open copy', () => writeOpenCopy(page));
    await attempt('the backup', () => writeBackup(page));
  }
  for (const reader of await readersOf(page)) await writeReader(page, reader);
} finally {
  await browser.close();
  await site.end();
}
for (const sentence of failed) console.error(sentence);
console.log(`${written} files in ${folder}, in ${Math.round((performance.now() - begun) / 1_000)} seconds`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** The bytes of the file, or the end of the program with a sentence. */
function readCopy(path) {
  if (!existsSync(path)) stop(`There is no file ${path}.`);
  if (!statSync(path).isFile()) stop(`${path} is not a file.`);
  const found = readFileSync(path);
  const start = found.subarray(0, 64).toString('latin1');
  if (start.startsWith('age-encryption.org/') || start.startsWith('-----BEGIN AGE'))
    stop(`${path} is a sealed backup: open it in the app, save an open copy (.mfp) there, and give that.`);
  return found;
}

async function takeIn(page) {
  const refused = await openCopy(page, site.address, t, bytes).catch((error) => inWords(error));
  if (refused === null) return;
  await browser.close();
  await site.end();
  const [sentence] = refused.split(/(?<=[.!?]) /);
  stop(`${copy} could not be opened: ${sentence}`);
}

/** Does one part of the work; what goes wrong is kept as a sentence. Returns whether it was done. */
async function attempt(what, work) {
  try {
    await work();
    return true;
  } catch (error) {
    failed.push(`Not written: ${what}. ${inWords(error)}`);
    return false;
  }
}

function inWords(error) {
  if (error.name === 'TimeoutError') return `Nothing came within ${patience / 1_000} seconds.`;
  return error.message.split('\n')[0];
}

async function isEmpty(page) {
  await go(page, '#/keep');
  const empty = page.getByText(t('keep:now.empty'), { exact: true });
  await page
    .locator('summary')
    .filter({ hasText: t('keep:plain.title') })
    .or(empty)
    .first()
    .waitFor();
  return (await empty.count()) > 0;
}

async function writeOpenCopy(page) {
  await go(page, '#/keep');
  await unfold(page, t('keep:plain.title'));
  await keep(await download(page, buttonOf(page, 'keep:plain.save')), 'saved-copy.mfp');
}

async function writeBackup(page) {
  await go(page, '#/keep/backup');
  await buttonOf(page, 'keep:next').click();
  const words = page.getByRole('list', { name: t('keep:phrase.label'), exact: true }).locator('li > :last-child');
  await words.first().waitFor();
  put('backup.txt', `${(await words.allTextContents()).join(' ')}\n`);
  await buttonOf(page, 'keep:phrase.written').click();
  await keep(await download(page, buttonOf(page, 'keep:ready.save')), 'backup.age');
}

async function writeReader(page, reader) {
  const pageIn = (lang) =>
    page.locator('section[aria-busy="false"]').locator(`> [lang="${lang}"], article[lang="${lang}"]`).first();
  const language = page.getByLabel(t('share:language'), { exact: true });
  let languages = [];
  const isThere = await attempt(`anything for ${reader}`, async () => {
    await go(page, `#/share/${reader}`);
    const nothing = page.getByText(t('share:empty.title'), { exact: true });
    const unticked = page.getByText(t('share:empty.unticked'), { exact: true });
    await page.locator('section[aria-busy="false"]').or(nothing).or(unticked).first().waitFor();
    if ((await nothing.count()) + (await unticked.count()) > 0)
      console.log(`For ${reader} there is nothing to hand over: what this reader starts with is empty.`);
    else languages = await language.locator('option').evaluateAll((all) => all.map(({ value }) => value));
  });
  if (!isThere || languages.length === 0) return;

  const make = buttonOf(page, 'share:ways.paper.make').or(buttonOf(page, 'share:ways.paper.save'));
  for (const lang of languages) {
    await attempt(`the paper for ${reader} in ${lang}`, async () => {
      await language.selectOption(lang);
      await pageIn(lang).waitFor();
      await keep(await download(page, make), `summary-${reader}-${lang}.pdf`);
      const missing = page.getByRole('alert').filter({ hasNot: page.getByRole('heading') });
      for (const sentence of await missing.allTextContents()) console.log(`           ${sentence}`);
    });
  }
  const [first] = languages;
  await attempt(`the text for ${reader}`, async () => {
    await language.selectOption(first);
    await pageIn(first).waitFor();
    await unfold(page, t('share:ways.message.title'));
    const text = await page.getByLabel(t('share:ways.message.box'), { exact: true }).inputValue();
    put(`text-${reader}.txt`, `${text}\n`);
  });
  await attempt(`the link for ${reader}`, async () => {
    await unfold(page, t('share:ways.link.title'));
    const link = await page.getByLabel(t('share:ways.link.box'), { exact: true }).inputValue();
    put(`link-${reader}.txt`, `${link}\n`);
  });
  await attempt(`the codes for ${reader}`, () => writeCodes(page, reader));
}

/** The size a reader is shown first as `code-<reader>-<n>`, the other as `card-<reader>`. */
async function writeCodes(page, reader) {
  await unfold(page, t('share:ways.code.title'));
  const open = page.getByRole('button', { name: counted('share:ways.code.show') });
  await open.waitFor();
  const short = page.getByRole('radio', { name: counted('share:ways.code.short', false) });
  const all = page.getByRole('radio', { name: counted('share:ways.code.all', false) });
  if (await short.count()) {
    const [first, other] = reader === 'emergency' ? [short, all] : [all, short];
    await other.check();
    const cards = await takeCodes(page, open);
    for (const [at, picture] of cards.entries())
      put(`card-${reader}${cards.length > 1 ? `-${at + 1}` : ''}.png`, picture);
    await first.check();
  }
  for (const [at, picture] of (await takeCodes(page, open)).entries()) put(`code-${reader}-${at + 1}.png`, picture);
}

/** A picture of every code the app now shows, the white card and nothing else. */
async function takeCodes(page, open) {
  await open.click();
  const player = page.getByRole('region', { name: t('share:ways.code.title'), exact: true });
  const code = player.getByRole('img');
  await code.waitFor();
  const next = player.getByRole('button', { name: t('share:ways.code.next'), exact: true });
  const seen = new Set();
  const pictures = [];
  for (;;) {
    const path = await code.locator('path').getAttribute('d');
    if (seen.has(path)) break;
    seen.add(path);
    pictures.push(await code.screenshot());
    if (!(await next.count())) break;
    await next.click();
  }
  await player.getByRole('button', { name: t('share:ways.code.hide'), exact: true }).click();
  return pictures;
}

/** The words of the app for any number of things. */
function counted(key, isWhole = true) {
  const plain = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('7777', '\\d+');
  const ways = [1, 7777].map((count) => plain(t(key, { count }))).join('|');
  return new RegExp(isWhole ? `^(?:${ways})$` : ways);
}

function buttonOf(page, key) {
  return page.getByRole('button', { name: t(key), exact: true });
}

/** Presses the button; what comes of it, or what the app says instead as an error. */
async function download(page, button) {
  const file = page.waitForEvent('download');
  const problem = problemOn(page, t);
  await button.click();
  const refused = problem
    .locator('p')
    .first()
    .textContent()
    .then((sentence) => Promise.reject(new Error(sentence)));
  // the one that comes second is of no interest
  for (const one of [file, refused]) one.catch(() => {});
  return Promise.race([file, refused]);
}

async function keep(file, name) {
  await file.saveAs(join(folder, name));
  put(name, readFileSync(join(folder, name)));
}

/** Writes a file and says so; half a file is an error. */
function put(name, content) {
  const data = Buffer.from(content);
  const isHalf = name.endsWith('.pdf') ? !isWholePdf(data) : data.toString('latin1').trim() === '';
  if (isHalf) throw new Error(`${name} is not a whole file.`);
  writeFileSync(join(folder, name), data);
  written += 1;
  console.log(`${String(data.length).padStart(9)}  ${name}`);
}

function isWholePdf(data) {
  return data.subarray(0, 5).toString() === '%PDF-' && data.subarray(-16).toString().trim().endsWith('%%EOF');
}
