/**
 * `npm run sample -- DIR`: writes every export of the example passport into DIR, made by the built app itself:
 *
 *     summary-<reader>-<language>.pdf   the paper, A4
 *     text-<reader>.txt                 the message text
 *     code-<reader>-<n>.png             the codes, one picture each: for an ambulance the one small card, else all
 *     card-<reader>.png                 for the others the one short code (for an ambulance the one that holds all)
 *     link-<reader>.txt                 the link
 *     saved-copy.mfp                    the download of everything, open
 *     backup.age, backup.txt            the same sealed, and the phrase that opens it
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  go,
  languages,
  openChromium,
  openExample,
  openPage,
  openSite,
  readers,
  stop,
  unfold,
  wordsOf,
} from './drive.mjs';

const [where] = process.argv.slice(2);
if (!where) stop('Say where to write: npm run sample -- DIR');
const folder = resolve(where);
mkdirSync(folder, { recursive: true });

const t = await wordsOf('en-GB');
for (const lang of languages) await wordsOf(lang);
const site = await openSite();
const browser = await openChromium();
const written = [];
try {
  // three device pixels a CSS pixel: a module of the largest code is then at least eight across
  const page = await openPage(browser, { deviceScaleFactor: 3, acceptDownloads: true });
  await openExample(page, site.address, t);
  await writeCopies(page);
  for (const reader of readers) await writeReader(page, reader);
} finally {
  await browser.close();
  await site.end();
}
for (const [name, least] of written) {
  const { size } = statSync(join(folder, name));
  if (size < least) stop(`${name} has only ${size} bytes.`);
  console.log(`${String(size).padStart(9)}  ${name}`);
}
console.log(`${written.length} files in ${folder}`);

async function writeCopies(page) {
  const press = (key) => page.getByRole('button', { name: t(key), exact: true }).click();
  await go(page, '#/keep');
  await unfold(page, t('keep:plain.title'));
  const open = page.waitForEvent('download');
  await press('keep:plain.save');
  await keep(await open, 'saved-copy.mfp');

  await go(page, '#/keep/backup');
  await press('keep:next');
  const words = page.getByRole('list', { name: t('keep:phrase.label'), exact: true }).locator('li > :last-child');
  await words.first().waitFor();
  put('backup.txt', (await words.allTextContents()).join(' '), 20);
  await press('keep:phrase.written');
  const save = page.getByRole('button', { name: t('keep:ready.save'), exact: true });
  await save.waitFor({ timeout: 120_000 });
  const sealed = page.waitForEvent('download');
  await save.click();
  await keep(await sealed, 'backup.age', 1_000);
}

async function writeReader(page, reader) {
  await go(page, `#/share/${reader}`);
  const language = page.getByLabel(t('share:language'), { exact: true });
  const make = page.getByRole('button', { name: t('share:ways.paper.make'), exact: true });
  for (const lang of languages) {
    await language.selectOption(lang);
    await page.locator(`section[aria-busy="false"] [lang="${lang}"]`).first().waitFor();
    const file = page.waitForEvent('download');
    await make.click();
    await keep(await file, `summary-${reader}-${lang}.pdf`, 10_000);
  }
  await language.selectOption(languages[0]);
  await page.locator(`section[aria-busy="false"] [lang="${languages[0]}"]`).first().waitFor();

  await unfold(page, t('share:ways.message.title'));
  put(`text-${reader}.txt`, await page.getByLabel(t('share:ways.message.box'), { exact: true }).inputValue(), 200);
  await unfold(page, t('share:ways.link.title'));
  put(`link-${reader}.txt`, await page.getByLabel(t('share:ways.link.box'), { exact: true }).inputValue(), 200);

  await unfold(page, t('share:ways.code.title'));
  const open = page.getByRole('button', { name: showsCodes(), exact: true });
  await open.waitFor();
  const short = page.getByRole('radio', { name: t('share:ways.code.short') });
  const all = page.getByRole('radio', { name: allWords() });
  const [first, other] = reader === 'emergency' ? [short, all] : [all, short];
  if (await short.count()) {
    await other.check();
    await shoot(page, open, () => `card-${reader}.png`);
    await first.check();
  }
  await shoot(page, open, (n) => `code-${reader}-${n}.png`);
}

/** Takes a picture of every code the app now shows, the white card and nothing else. */
async function shoot(page, open, nameOf) {
  await open.click();
  const player = page.getByRole('region', { name: t('share:ways.code.title'), exact: true });
  const code = player.getByRole('img');
  await code.waitFor();
  const next = player.getByRole('button', { name: t('share:ways.code.next'), exact: true });
  const seen = new Set();
  for (let n = 1; ; n += 1) {
    const path = await code.locator('path').getAttribute('d');
    if (seen.has(path)) break;
    seen.add(path);
    await code.screenshot({ path: join(folder, nameOf(n)) });
    written.push([nameOf(n), 1_000]);
    if (!(await next.count())) break;
    await next.click();
  }
  await player.getByRole('button', { name: t('share:ways.code.hide'), exact: true }).click();
}

function showsCodes() {
  return new RegExp(`^(?:${[1, 2].map((count) => t('share:ways.code.show', { count })).join('|')})$`);
}

function allWords() {
  return new RegExp([1, 2, 3, 4].map((count) => t('share:ways.code.all', { count })).join('|'));
}

async function keep(download, name, least = 100) {
  await download.saveAs(join(folder, name));
  written.push([name, least]);
}

function put(name, text, least) {
  writeFileSync(join(folder, name), `${text}\n`);
  written.push([name, least]);
}
