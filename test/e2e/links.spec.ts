import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './app.ts';
import { say } from './say.ts';

test.afterEach(({ site }) => site.start());

const fixture = readFileSync(new URL('../fixtures/code-v1.json', import.meta.url), 'utf8');
const [digits = ''] = /(?<=#)1\d{60,}/.exec(fixture) ?? [];

test('a link whose # a mail program rewrote leads to the summary, and its digits go nowhere else', async ({
  app,
  page,
}) => {
  expect(digits).not.toBe('');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url() + JSON.stringify(request.headers())));
  await page.goto(`/%23${digits}`);
  await expect(app.reader.summary).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
  expect(asked.filter((one) => one.includes(digits.slice(0, 40)))).toHaveLength(1);
  await page.reload();
  await expect(app.reader.summary).toBeVisible();
  expect(asked.filter((one) => one.includes(`%23${digits.slice(0, 40)}`))).toHaveLength(1);
});

test('it does so with no network, too', async ({ app, page, site }) => {
  await app.goTo('#/more');
  await expect(app.more.offlineWords).toBeVisible({ timeout: 30_000 });
  await site.stop();
  for (const path of [`/%23${digits}`, `/index.html%23${digits}`, `/anything/at/all?x=%23${digits}`]) {
    await page.goto(path);
    await expect(app.reader.summary).toBeVisible();
  }
});

test('an address that leads nowhere says what happened, and takes the message the link came in', async ({
  app,
  page,
}) => {
  await page.goto('/anything');
  await app.home.seesWords(say('reader:astray.title'));
  await expect(page.getByRole('button', { name: say('reader:scan.camera') })).toBeVisible();
  const mail = `Hello,\n> <https://passport.example.org/%23${digits.replace(/(.{70})/g, '$1=\n')}>\n30 November`;
  await page.getByRole('textbox', { name: say('reader:scan.paste') }).fill(mail);
  await app.home.button('reader:scan.read').click();
  await expect(app.reader.summary).toBeVisible();
});

test('someone whose link lost its end finds the way to read it on the first page', async ({ app, page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: say('app:welcome.given') }).click();
  await app.home.seesWords(say('reader:scan.title'));
});
