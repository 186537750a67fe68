import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parts } from '#passport/catalogue.ts';
import { hasTool } from '../tools/debian-tool.ts';
import { appOn, test } from './app.ts';
import { run } from './outside.ts';
import { problem, say } from './say.ts';

test.use({ serviceWorkers: 'block' });

/** A page of this site that is not the app. */
async function besideTheApp(page: Page, address: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${address}manifest.webmanifest`);
  return other;
}

test('a full device is said in a sentence, the words stay, and are saved once there is room', async ({
  app,
  page,
  context,
  site,
}) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.address.slice(0, -1), quotaSize: 5_000_000 });
  await app.writeName('Sam');
  await app.goTo('#/passport/matters');
  const other = await besideTheApp(page, site.address);
  await other.evaluate(fillDisk);
  const words = 'My garden. '.repeat(4_000).trim();
  await app.part.write('matters', 'most', words);
  await expect(app.part.problem).toContainText(problem('save-full'));
  await expect(app.part.box('matters', 'most')).toHaveValue(words);
  await other.evaluate(() => {
    indexedDB.deleteDatabase('ballast');
  });
  await expect(async () => {
    await app.part.box('matters', 'most').focus();
    await app.part.box('matters', 'most').blur();
    await expect(app.part.page.getByRole('status').filter({ hasText: say('saved') })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.reload();
  await expect(app.part.box('matters', 'most')).toHaveValue(words);
});

/** Writes beside the app until there is no room for a kilobyte more. */
async function fillDisk(): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('ballast', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('stones', { autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  const put = (size: number) =>
    new Promise<boolean>((done) => {
      const writing = database.transaction('stones', 'readwrite');
      writing.objectStore('stones').put(crypto.getRandomValues(new Uint8Array(Math.min(size, 60_000))));
      writing.oncomplete = () => done(true);
      writing.onabort = () => done(false);
    });
  for (let size = 60_000; size > 1_000; size /= 2) while (await put(size));
  database.close();
}

test('a browser that refuses to keep anything says so, and flare mode and codes still open', async ({
  app,
  page,
  context,
  browser,
  baseURL,
}) => {
  const example = appOn(await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage());
  await example.openExample();
  await example.share.with('emergency');
  const link = await example.share.linkText();
  await example.page.context().close();

  await context.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await app.goTo('#/passport');
  await expect(app.passport.problem).toContainText(problem('store-refused'));
  await app.goTo('#/flare');
  await expect(app.flare.heading).toHaveText(say('flare:idea.position.do'));
  await expect(await app.flare.getHelp()).toContainText('999');
  await page.goto('about:blank');
  await app.reader.open(link);
  await expect(app.reader.summary).toContainText('Naproxen');
});

test('two tabs of one passport stay in step', async ({ app, context }) => {
  await app.goTo('#/passport/medicines');
  const other = appOn(await context.newPage());
  await other.goTo('#/passport/medicines');
  await other.part.add('medicines');
  await other.record.write('medicines', 'name', 'Baclofen');
  await other.record.isSaved();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Baclofen']);
  await app.part.open('Baclofen');
  await app.record.write('medicines', 'purpose', 'Cramps');
  await app.record.isSaved();
  await other.record.unfoldFor('medicines', 'purpose');
  await expect(other.record.box('medicines', 'purpose')).toHaveValue('Cramps');
});

test('when another tab runs a newer version, what was typed is kept and the person is told', async ({
  app,
  page,
  site,
}) => {
  await app.writeName('Sam');
  await app.goTo('#/passport/matters');
  const box = app.part.box('matters', 'most');
  await box.pressSequentially('half a thought', { delay: 10 });
  const other = await besideTheApp(page, site.address);
  await other.evaluate(async () => {
    const { name = '' } = (await indexedDB.databases()).find((found) => /^mf-[\w-]{16}$/.test(found.name ?? '')) ?? {};
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open(name, 1_000);
      opening.onsuccess = () => {
        opening.result.close();
        done();
      };
      opening.onerror = () => failed(opening.error);
    });
  });
  await box.blur();
  await expect(
    page
      .getByText(problem('save-newer-tab'))
      .or(page.getByText(say('newer.text')))
      .first(),
  ).toBeVisible();
  await expect(box).toHaveValue('half a thought');
  await page.reload();
  await expect(app.passport.problem).toContainText(problem('store-newer'));
});

test('50,000 characters pasted in a note are kept, shown, and never cut silently in a code', async ({ app, page }) => {
  // Words that no packing makes short.
  const note = Array.from({ length: 9_000 }, (_, at) => ((at * 2_654_435_761) % 2 ** 31).toString(36))
    .join(' ')
    .slice(0, 50_000);
  await app.writeName('Sam');
  await app.goTo('#/passport/matters');
  await app.part.write('matters', 'most', note);
  await app.part.isSaved();
  await page.reload();
  await expect(app.part.box('matters', 'most')).toHaveValue(note);
  await app.share.with('everything');
  await app.share.unfold(say('summary:record'));
  await expect(app.share.preview).toContainText(note.slice(-200).trim());
  const codes = await app.share.codes('all');
  expect(codes.length).toBeLessThanOrEqual(4);
  await expect(
    page
      .getByText(say('share:ways.code.shorter'))
      .or(page.getByText(/Left out/))
      .first(),
  ).toBeVisible();
});

const strange = [
  'family 👨‍👩‍👧‍👦 flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'marks e\u0301\u0323 a\u0300\u0301\u0302',
  'turned \u202Eright to left\u202C and \u2067isolated',
  'nul \u0000 bell \u0007 end',
  'lone \uD83D half',
  '<img src=x onerror=alert(1)> {{name}} $t(app:name)',
] as const;

test('emoji, combining marks, turning marks and NULs in every text field are kept and break nothing', async ({
  app,
  page,
}) => {
  test.slow();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.pick('medicines', 'pattern', 'pattern', 'stopped');
  await app.record.addMore();
  const fields = Object.entries(parts.find(({ id }) => id === 'medicines')?.fields ?? {})
    .filter(([, { kind }]) => kind === 'text' || kind === 'long')
    .map(([id], place) => [id, strange[place % strange.length] as string] as const);
  expect(fields.length).toBeGreaterThan(10);
  for (const [id, words] of fields) {
    await app.record.box('medicines', id).evaluate((box, text) => {
      const prototype = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(box, text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }, words);
    await app.record.box('medicines', id).focus();
    await app.record.box('medicines', id).blur();
    await app.record.isSaved();
  }
  await page.reload();
  await app.record.addMore();
  const kept = [];
  for (const [id, words] of fields) {
    const value = await app.record.box('medicines', id).inputValue();
    if (Buffer.from(value).compare(Buffer.from(words)) !== 0) kept.push([id, value]);
  }
  expect(kept).toEqual([]);

  await app.share.with('everything');
  await app.share.unfold(say('summary:record'));
  await expect(app.share.preview).toContainText('👨‍👩‍👧‍👦');
  const link = await app.share.linkText();
  await app.share.codes('all');
  // said before the paper is made
  await expect(page.getByText(/cannot be printed yet/).first()).toBeVisible();
  const file = await app.share.paper();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await app.reader.open(link);
  await expect(app.reader.summary).toContainText('👨‍👩‍👧‍👦');
  expect(faults).toEqual([]);
  test.skip(!hasTool('qpdf'), 'qpdf is not installed: the PDF was not checked.');
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
});
