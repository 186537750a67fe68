import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parts } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { hasTool } from '../tools/debian-tool.ts';
import { type App, appOn, test } from './app.ts';
import { run } from './outside.ts';
import { problem, say } from './say.ts';

test.use({ serviceWorkers: 'block' });

/** Every change of this passport, as a saved copy holds them. */
async function changesOf(app: App): Promise<readonly Change[]> {
  await app.goTo('#/more');
  const read = await readDownload(await app.more.download());
  if (!read.ok) throw new Error(read.problem);
  return read.changes;
}

async function writeName(app: App, name: string) {
  await app.goTo('#/passport/me');
  await app.part.write('me', 'preferredName', name);
  await app.part.isSaved();
}

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
  await writeName(app, 'Sam');
  const devtools = await context.newCDPSession(page);
  const origin = site.address.slice(0, -1);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium remembers how much room there was until the database has been closed for two seconds.
  await page.goto('about:blank');
  await page.waitForTimeout(3_000);
  await app.goTo('#/passport/matters');
  const words = 'My garden. '.repeat(2_000).trim();
  await app.part.write('matters', 'most', words);
  await expect(app.part.problem).toContainText(problem('save-full'));
  await expect(app.part.box('matters', 'most')).toHaveValue(words);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await app.part.box('matters', 'most').focus();
  await app.part.box('matters', 'most').blur();
  await app.part.isSaved();
  await page.reload();
  await expect(app.part.box('matters', 'most')).toHaveValue(words);
});

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
  await expect(other.record.box('medicines', 'purpose')).toHaveValue('Cramps');
});

test('when another tab runs a newer version, what was typed is kept and the person is told', async ({
  app,
  page,
  site,
}) => {
  await writeName(app, 'Sam');
  await app.goTo('#/passport/matters');
  const box = app.part.box('matters', 'most');
  await box.pressSequentially('half a thought', { delay: 10 });
  const other = await besideTheApp(page, site.address);
  await other.evaluate(async () => {
    const { name = '' } = (await indexedDB.databases()).find((found) => found.name?.startsWith('mf-')) ?? {};
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

test('what a newer version wrote is kept word for word through restore and download', async ({ app, page }) => {
  await writeName(app, 'Sam');
  const at = '2027-01-01T10:00:00.000Z';
  const newer: readonly Change[] = [
    {
      id: 'aaaaaaaaaaaaaaaa',
      n: 1,
      at,
      by: '',
      lang: 'en-GB',
      part: 'dreams',
      record: 'd1',
      set: { colour: 'deep blue' },
    },
    {
      id: 'bbbbbbbbbbbbbbbb',
      n: 2,
      at,
      by: 'Leyla',
      lang: 'tr',
      part: 'medicines',
      record: 'm1',
      set: { name: 'Newmedicine', pattern: 'on_the_moon', taste: 'bitter' },
    },
  ];
  await app.goTo('#/more');
  await app.more.restore(await encodeDownload(newer, at));
  await app.more.seesWords(say('more.restored', { count: 2 }));
  await page.reload();
  const kept = await changesOf(app);
  for (const change of newer) expect(kept).toContainEqual(change);
  await app.goTo('#/passport/medicines');
  await app.part.open('Newmedicine');
  await app.record.write('medicines', 'purpose', 'Nerves');
  await app.record.isSaved();
  for (const change of newer) expect(await changesOf(app)).toContainEqual(change);
});

test('a file that is cut, of another kind, newer or damaged changes nothing', async ({ app }) => {
  await writeName(app, 'Sam');
  const before = await changesOf(app);
  const other: Change = {
    id: 'cccccccccccccccc',
    n: 9,
    at: '2026-01-01T00:00:00.000Z',
    by: '',
    lang: 'en-GB',
    part: 'me',
    record: 'me',
    set: { preferredName: 'Nobody' },
  };
  const whole = await encodeDownload([other], other.at);
  const changed = (place: number, byte: number) => Uint8Array.from(whole, (old, at) => (at === place ? byte : old));
  const files = [
    [whole.subarray(0, whole.length - 20), 'file-cut'],
    [whole.subarray(0, 12), 'file-cut'],
    [new TextEncoder().encode('%PDF-1.7 a letter from the hospital'), 'file-not-ours'],
    [new Uint8Array(0), 'file-not-ours'],
    [changed(9, 2), 'file-newer'],
    [changed(whole.length - 40, (whole.at(-40) ?? 0) ^ 1), 'file-damaged'],
  ] as const;
  for (const [bytes, id] of files) {
    await app.more.choose(bytes);
    await expect(app.more.problem).toContainText(problem(id));
    await expect(app.more.page.getByRole('dialog')).toHaveCount(0);
  }
  expect(await changesOf(app)).toEqual(before);
  await app.goTo('#/');
  await expect(app.home.heading).toContainText('Sam');
});

test('a saved copy opens again on another device, and a second time adds nothing', async ({
  app,
  browser,
  baseURL,
}) => {
  await writeName(app, 'Sam');
  await app.goTo('#/more');
  const copy = await app.more.download();
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), serviceWorkers: 'block' });
  const other = appOn(await context.newPage());
  await other.goTo('#/more');
  await other.more.restore(copy);
  await other.goTo('#/');
  await expect(other.home.heading).toContainText('Sam');
  await other.goTo('#/more');
  await other.more.choose(copy);
  await other.more.seesWords(say('more.restoredNone'));
  await context.close();
});

test('50,000 characters pasted in a note are kept, shown, and never cut silently in a code', async ({ app, page }) => {
  // Words that no packing makes short.
  const note = Array.from({ length: 9_000 }, (_, at) => ((at * 2_654_435_761) % 2 ** 31).toString(36))
    .join(' ')
    .slice(0, 50_000);
  await writeName(app, 'Sam');
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
  const file = await app.share.paper();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.getByText(/could not be printed/)).toBeVisible();
  await app.reader.open(link);
  await expect(app.reader.summary).toContainText('👨‍👩‍👧‍👦');
  expect(faults).toEqual([]);
  test.skip(!hasTool('qpdf'), 'qpdf is not installed: the PDF was not checked.');
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
});

test('everything is removed from the device when the person says so', async ({ app, page }) => {
  await writeName(app, 'Sam');
  await app.goTo('#/more');
  await app.more.button('more.erase').click();
  await app.more
    .dialog(say('more.eraseConfirm'))
    .getByRole('button', { name: say('more.eraseYes') })
    .click();
  await expect(app.welcome.heading).toHaveText(say('welcome.language'));
  await page.reload();
  await app.goTo('#/passport/me');
  await expect(app.part.box('me', 'preferredName')).toHaveValue('');
});
