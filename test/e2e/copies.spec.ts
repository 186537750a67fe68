import { expect } from '@playwright/test';
import type { Change } from '#passport/change.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { type App, appOn, test } from './app.ts';
import { problem, say } from './say.ts';

test.use({ serviceWorkers: 'block' });

/** Every change of this passport, as a copy that is not sealed holds them. */
async function changesOf(app: App): Promise<readonly Change[]> {
  // the same address again would change nothing
  await app.goTo('#/');
  const read = await readDownload(await app.keep.plainCopy());
  if (!read.ok) throw new Error(read.problem);
  return read.changes;
}

test('what a newer version wrote is kept word for word, here and on another device, and a second time adds nothing', async ({
  app,
  page,
  browser,
  baseURL,
}) => {
  await app.writeName('Sam');
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
  await app.keep.look(await encodeDownload(newer, at));
  await app.keep.know();
  await app.keep.merge();
  await app.keep.seesWords(say('keep:restored.added', { count: 2 }));
  await page.reload();
  await app.goTo('#/passport/medicines');
  await app.part.open('Newmedicine');
  await app.record.write('medicines', 'purpose', 'Nerves');
  await app.record.isSaved();
  const copy = await app.keep.plainCopy();

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), serviceWorkers: 'block' });
  const other = appOn(await context.newPage());
  await other.keep.look(copy);
  await other.keep.merge();
  await other.goTo('#/');
  await expect(other.home.heading).toContainText('Sam');
  await other.keep.look(copy);
  await other.keep.seesWords(say('keep:merge.none'));
  for (const one of [app, other]) {
    const kept = await changesOf(one);
    expect(kept).toHaveLength(4);
    for (const change of newer) expect(kept).toContainEqual(change);
  }
  await context.close();
});

test('an open copy that is cut, of another kind, newer or damaged changes nothing', async ({ app }) => {
  await app.writeName('Sam');
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
  await app.goTo('#/keep/restore');
  for (const [bytes, id] of files) {
    await app.keep.choose(bytes, 'copy.mfp');
    await expect(app.keep.problem).toContainText(problem(id));
    await expect(app.keep.heading).toHaveText(say('keep:restore.title'));
  }
  expect(await changesOf(app)).toEqual(before);
  await app.goTo('#/');
  await expect(app.home.heading).toContainText('Sam');
});

test('everything is removed from the device when the person says so', async ({ app, page }) => {
  await app.writeName('Sam');
  await app.goTo('#/more');
  await app.more.button('more.erase').click();
  await app.more
    .dialog(say('more.eraseConfirm'))
    .getByRole('button', { name: say('more.eraseYes') })
    .click();
  await expect(app.welcome.heading).toHaveText(say('welcome.language'));
  await page.reload();
  await expect(app.welcome.heading).toHaveText(say('welcome.language'));
  await app.goTo('#/passport/me');
  await expect(app.part.box('me', 'preferredName')).toHaveValue('');
  await app.goTo('#/history');
  await expect(app.history.entries).toHaveCount(0);
});
