import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { toArmour } from '#exchange/file/age-file.ts';
import type { Change } from '#passport/change.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { type App, test as base } from './app.ts';
import { Keep } from './models/keep.ts';
import { problem, say, sayIn } from './say.ts';

const test = base.extend<{ keep: Keep }>({ keep: async ({ page }, use) => use(new Keep(page)) });
test.use({ serviceWorkers: 'block', reducedMotion: 'reduce', actionTimeout: 15_000 });

/** Every change of this passport. */
async function changesOf(keep: Keep): Promise<readonly Change[]> {
  const read = await readDownload(await keep.plainCopy());
  if (!read.ok) throw new Error(read.problem);
  return read.changes;
}

async function rename(app: App, name: string) {
  await app.goTo('#/passport/me');
  await app.part.write('me', 'preferredName', name);
  await app.part.isSaved();
}

async function erase(app: App) {
  await app.goTo('#/more');
  await app.more.button('more.erase').click();
  await app.more
    .dialog(say('more.eraseConfirm'))
    .getByRole('button', { name: say('more.eraseYes') })
    .click();
  await expect(app.welcome.heading).toHaveText(say('welcome.language'));
}

const nameBox = (app: App) => app.part.box('me', 'preferredName');

/** Many small changes of another passport, as a copy that is not sealed. */
function otherCopy(count: number): Promise<Uint8Array> {
  const at = '2026-03-03T10:00:00.000Z';
  const changes = Array.from({ length: count }, (_, n): Change => {
    const goal = { part: 'goals', record: `goal${n}`, set: { goal: `Walk ${n} steps` } };
    return { id: `other${n}`, n: n + 1, at, by: '', lang: 'en-GB', ...goal };
  });
  return encodeDownload(changes, at);
}

test('a backup, everything erased, and all of it back from the file and the phrase', async ({ app, keep, page }) => {
  await app.writeName('Samira');
  await app.goTo('#/keep');
  await keep.seesWords(say('keep:now.never'));
  const { name, bytes, phrase } = await keep.backUp();
  expect(name).toMatch(/^backup-\d{4}-\d{2}-\d{2}\.age$/);
  expect(phrase).toMatch(/^[a-z]+( [a-z]+){5}$/);
  expect(bytes.subarray(0, 40).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  expect(bytes.includes('Samira')).toBe(false);
  const word = await (async () => {
    await app.goTo('#/keep');
    await keep.unfold(say('keep:check.title'));
    return keep.checkWord();
  })();

  await erase(app);
  await keep.look(bytes, phrase);
  await keep.seesWords(say('keep:found.empty'));
  await keep.merge();
  expect(await keep.checkWord()).toBe(word);
  await page.reload();
  await app.goTo('#/passport/me');
  await expect(nameBox(app)).toHaveValue('Samira');
  // nothing on this device is missing from that file
  await app.goTo('#/keep');
  await expect(page.getByText(say('keep:now.last', { date: '' }).split('.')[1] as string)).toBeVisible();
});

test('the same file twice adds nothing the second time', async ({ app, keep }) => {
  await app.writeName('Sam');
  const copy = await otherCopy(3);
  await keep.look(copy);
  await keep.seesWords(say('keep:found.stranger'));
  await keep.know();
  await keep.merge();
  await keep.seesWords(say('keep:restored.added', { count: 3 }));
  const after = await changesOf(keep);
  await keep.look(copy);
  await keep.seesWords(say('keep:merge.none'));
  expect(await changesOf(keep)).toEqual(after);
});

test('a stranger’s file is not put with mine before its name and birth date were typed, and is taken out after a reload', async ({
  app,
  keep,
  page,
}) => {
  await app.writeName('Sam');
  const mine = await changesOf(keep);
  const theirs = { preferredName: 'Zoë', fullName: 'Zoë Łęcka', birthDate: '1980-05-03' };
  const change = { id: 'there', n: 4, at: '2026-03-03T10:00:00.000Z', by: '', lang: 'en-GB', part: 'me', record: 'me' };
  await keep.look(await encodeDownload([{ ...change, set: theirs }], change.at));
  await expect(keep.button('keep:merge.stranger')).toHaveCount(0);
  await expect(page.getByText(/Zoë|1980/)).toHaveCount(0);
  await keep.answer('Sam', '3 May 1980');
  await keep.seesWords(say('keep:whose.nameNot'));
  await keep.answer('zoe', '3 May 1980');
  await keep.merge();
  await app.goTo('#/passport/me');
  await rename(app, 'Samira');
  await page.reload();
  await keep.takeOut();
  await app.goTo('#/passport/me');
  await expect(nameBox(app)).toHaveValue('Samira');
  const after = await changesOf(keep);
  expect(after.slice(0, mine.length)).toEqual(mine);
  expect(after.slice(mine.length).map(({ set }) => set)).toEqual([{ preferredName: 'Samira' }]);
});

test('a file that once made every later backup unreadable: the next backup opens, and brings back what was written after it', async ({
  app,
  keep,
}) => {
  await app.writeName('Samira');
  await keep.look(readFileSync(new URL('../fixtures/merge-poison.passport', import.meta.url)));
  await keep.know();
  await keep.merge();
  await rename(app, 'Written later');
  const { bytes, phrase } = await keep.backUp();
  await keep.page.reload();
  await app.goTo('#/keep');
  await keep.seesWords(say('keep:now.safe.kept'));
  await erase(app);
  await keep.look(bytes, phrase);
  await keep.merge();
  await app.goTo('#/passport/me');
  await expect(nameBox(app)).toHaveValue('Written later');
});

test('what both sides changed is asked, and stays as it was said', async ({ app, keep }) => {
  await app.writeName('Sam');
  const copy = await changesOf(keep);
  const [first] = copy;
  const there: Change = {
    ...(first as Change),
    id: 'there',
    n: 2,
    at: '2026-03-03T10:00:00.000Z',
    set: { preferredName: 'Sami' },
  };
  await rename(app, 'Samira');
  await keep.look(await encodeDownload([...copy, there], there.at));
  const choice = keep.page.getByRole('group', { name: /–/ });
  await expect(choice.getByRole('radio').first()).toBeChecked();
  await choice.getByRole('radio', { name: 'Sami', exact: false }).last().check();
  await keep.merge();
  await app.goTo('#/passport/me');
  await expect(nameBox(app)).toHaveValue('Sami');
  await keep.look(await encodeDownload([...copy, there], there.at));
  await keep.seesWords(say('keep:merge.none'));
});

test('a replacement makes it what it was, and can be undone', async ({ app, keep }) => {
  await app.writeName('Samira');
  const copy = await keep.plainCopy();
  await rename(app, 'Someone else');
  await keep.look(copy);
  await keep.seesWords(say('keep:merge.none'));
  await keep.replace();
  await app.goTo('#/passport/me');
  await expect(nameBox(app)).toHaveValue('Samira');

  await rename(app, 'A third');
  await keep.look(copy);
  await keep.replace();
  await keep.button('keep:restored.undo').click();
  await keep.seesWords(say('keep:restored.undone'));
  await app.goTo('#/passport/me');
  await expect(nameBox(app)).toHaveValue('A third');
});

test('a wrong phrase, a damaged, cut or other file changes nothing and says so; armour and capitals do no harm', async ({
  app,
  keep,
}) => {
  await app.writeName('Samira');
  const { bytes, phrase } = await keep.backUp();
  const before = await changesOf(keep);
  const changed = Uint8Array.from(bytes);
  changed[changed.length - 3] = (changed.at(-3) ?? 0) ^ 1;

  await app.goTo('#/keep/restore');
  await keep.choose(new TextEncoder().encode('%PDF-1.7 a letter'), 'letter.pdf');
  await expect(keep.problem).toContainText(problem('file-not-ours'));
  await keep.choose(bytes.subarray(0, 60));
  await keep.givePhrase(phrase);
  await expect(keep.problem).toContainText(problem('backup-cut'));
  await keep.choose(changed);
  await keep.givePhrase(phrase);
  await expect(keep.problem).toContainText(problem('backup-damaged'), { timeout: 60_000 });
  await keep.choose(bytes);
  await keep.button('keep:restore.open').click();
  await keep.seesWords(say('keep:restore.phraseEmpty'));
  await keep.givePhrase('maple river stone candle orbit mirror');
  await expect(keep.problem).toContainText(problem('backup-wrong-phrase'), { timeout: 60_000 });
  expect(await changesOf(keep)).toEqual(before);

  await keep.look(new TextEncoder().encode(toArmour(bytes)), phrase.toUpperCase().replaceAll(' ', '-'));
  await keep.seesWords(say('keep:found.same'));
});

test('a short phrase of one’s own is kindly said to be short, and taken; the next backup offers it again', async ({
  app,
  keep,
  page,
}) => {
  await app.writeName('Samira');
  await keep.toPhrase();
  await keep.button('keep:phrase.useOwn').click();
  await page.getByRole('textbox', { name: say('keep:own.label'), exact: true }).fill('my cat');
  await keep.button('keep:own.use').click();
  await keep.seesWords(say('keep:own.short'));
  await keep.button('keep:own.use').click();
  expect(await keep.phrase()).toBe('my cat');
  const tick = page.getByRole('checkbox', { name: say('keep:phrase.keep') });
  await expect(tick).not.toBeChecked();
  await tick.check();
  await keep.seal();
  const { bytes } = await keep.save();
  await keep.unfold(say('keep:given.check'));
  const box = page.getByRole('textbox', { name: say('keep:given.checkLabel'), exact: true });
  await box.fill('my dog');
  await keep.button('keep:given.checkGo').click();
  await keep.seesWords(say('keep:given.checkNot'));
  await box.fill('my cat');
  await keep.button('keep:given.checkGo').click();
  await keep.seesWords(say('keep:given.checkSame'));

  await page.reload();
  expect(await keep.toPhrase()).toBe('my cat');
  await keep.look(bytes, 'my cat');
});

test('a word about a backup comes after many changes, and "not now" sends it away', async ({ app, keep }) => {
  await app.writeName('Samira');
  await keep.look(await otherCopy(30));
  await keep.know();
  await keep.merge();
  await app.goTo('#/');
  await keep.seesWords(say('keep:reminder.never', { count: 31 }));
  await keep.button('keep:reminder.later').click();
  await expect(keep.page.getByText(say('keep:reminder.title'), { exact: true })).toHaveCount(0);
  await keep.page.reload();
  await expect(app.home.heading).toContainText('Samira');
  await expect(keep.page.getByText(say('keep:reminder.title'), { exact: true })).toHaveCount(0);
});

test('the share sheet gets the file as text that opens again', async ({ app, keep, page }) => {
  await page.addInitScript(() => {
    const shared: string[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => {
        for (const file of files) shared.push(file.name, await file.text());
      },
    });
  });
  await app.writeName('Samira');
  const phrase = await keep.toPhrase();
  await keep.seal();
  await keep.button('keep:ready.share').click();
  await expect(keep.heading).toHaveText(say('keep:given.title'));
  const [name, text] = await page.evaluate(() => (window as unknown as { shared: [string, string] }).shared);
  expect(name).toMatch(/^backup-\d{4}-\d{2}-\d{2}\.txt$/);
  await keep.look(new TextEncoder().encode(text), phrase);
  await keep.seesWords(say('keep:found.same'));
});

/** A folder in the browser's own private files stands in for one that a picker would give. */
async function withFolder(page: Page) {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true }),
    });
  });
}

const filesIn = (page: Page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('picked');
    const found: [string, number[]][] = [];
    for await (const [name, handle] of folder.entries()) {
      const file = await (handle as FileSystemFileHandle).getFile();
      found.push([name, [...new Uint8Array(await file.arrayBuffer())]]);
    }
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  });

test('a chosen folder gets a sealed file at once, another after a change, and no more than three', async ({
  app,
  keep,
  page,
}) => {
  await withFolder(page);
  await app.writeName('Samira');
  await app.goTo('#/keep/folder');
  await keep.button('keep:folder.choose').click();
  const phrase = await keep.phrase();
  await keep.button('keep:phrase.written').click();
  await expect(keep.button('keep:folder.nowGo')).toBeEnabled({ timeout: 60_000 });
  await expect.poll(async () => (await filesIn(page)).length, { timeout: 60_000 }).toBe(1);

  await rename(app, 'Sami');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  });
  await expect.poll(async () => (await filesIn(page)).length, { timeout: 60_000 }).toBe(2);

  await app.goTo('#/keep/folder');
  for (let n = 0; n < 2; n += 1) {
    const [last] = (await filesIn(page)).at(-1) ?? [];
    await keep.button('keep:folder.nowGo').click();
    await expect.poll(async () => (await filesIn(page)).at(-1)?.[0] !== last, { timeout: 60_000 }).toBe(true);
    await expect(keep.button('keep:folder.nowGo')).toBeEnabled({ timeout: 60_000 });
  }
  const files = await filesIn(page);
  expect(files).toHaveLength(3);
  const [name, bytes] = files.at(-1) as [string, number[]];
  expect(name).toMatch(/^backup-\d{4}-\d{2}-\d{2}-\d{6}\.age$/);
  await keep.look(Uint8Array.from(bytes), phrase);
  await keep.seesWords(say('keep:found.same'));
  await app.goTo('#/keep');
  await keep.seesWords(say('keep:now.folder', { name: '\u2068picked\u2069' }));

  await app.goTo('#/keep/folder');
  await keep.button('keep:folder.stop').click();
  await keep.seesWords(say('keep:folder.stopped'));
  await page.reload();
  await keep.button('keep:folder.choose').waitFor();
});

test('a sealed copy with someone: the message, the phrase apart, and where it is', async ({ app, keep, page }) => {
  await app.writeName('Samira');
  await app.goTo('#/keep/trusted');
  await keep.button('keep:trusted.go').click();
  await keep.phrase();
  await keep.seal();
  await keep.button('keep:ready.save').click();
  await expect(keep.heading).toHaveText(say('keep:trusted.givenTitle'));
  const message = page.getByRole('textbox', { name: say('keep:trusted.message'), exact: true });
  await expect(message).toHaveValue(say('keep:trusted.messageText'));
  await page.getByRole('textbox', { name: say('keep:trusted.where'), exact: true }).fill('With Ada');
  await keep.button('keep:trusted.whereSave').click();
  await keep.seesWords(say('keep:trusted.whereSaved'));
  await app.goTo('#/keep');
  await page.reload();
  await expect(page.getByText('With Ada')).toBeVisible();
  await app.goTo('#/keep/trusted');
  await keep.button('keep:trusted.forget').click();
  await expect(page.getByText('With Ada')).toHaveCount(0);
});

test('the way to a new phone: back up, open there, compare, and only then remove', async ({
  app,
  keep,
  browser,
  baseURL,
}) => {
  await app.writeName('Samira');
  await app.goTo('#/keep/move');
  await keep.seesWords(say('keep:move.oneSince', { count: 1 }));
  const { bytes, phrase } = await keep.backUp();
  await app.goTo('#/keep/move');
  await keep.seesWords(say('keep:move.oneDone'));
  await keep.button('keep:next').click();
  await expect(keep.heading).toHaveText(say('keep:move.two'));
  await keep.button('keep:next').click();
  await expect(keep.heading).toHaveText(say('keep:move.three'));
  const word = await keep.checkWord();

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), serviceWorkers: 'block' });
  const there = new Keep(await context.newPage());
  await there.look(bytes, phrase);
  await there.merge();
  expect(await there.checkWord()).toBe(word);
  await context.close();

  await keep.page.goBack();
  await expect(keep.heading).toHaveText(say('keep:move.two'));
  await keep.page.goForward();
  await keep.button('keep:move.same').click();
  await keep.link('keep:move.fourGo', { erase: say('more.erase') }).click();
  await expect(app.more.button('more.erase')).toBeVisible();
});

for (const lang of ['en-GB', 'pl', 'ar']) {
  const tag = lang === 'en-GB' ? [] : ['@whole'];
  test(`no page of keeping it safe has a fault of access, or stands over the edge of a small phone, in ${lang}`, {
    tag,
  }, async ({ app, page }) => {
    const words = sayIn(lang);
    await withFolder(page);
    await page.addInitScript(
      (settings) => localStorage.setItem('mf-settings', settings),
      JSON.stringify({ lang, welcomed: true }),
    );
    await app.goTo('#/passport/me');
    await page.getByRole('textbox').first().fill('Samira');
    await page.getByRole('textbox').first().blur();
    await expect(page.getByRole('status').filter({ hasText: words('saved') })).toBeVisible();
    const keep = new Keep(page, words);
    const check = async () => {
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) (fold as HTMLDetailsElement).open = true;
      });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().disableRules(['target-size']).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      const { clientWidth, scrollWidth } = await page.evaluate(() => ({
        clientWidth: document.documentElement.clientWidth,
        scrollWidth: document.documentElement.scrollWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      await page.setViewportSize({ width: 390, height: 844 });
    };
    for (const hash of [
      '#/keep',
      '#/keep/restore',
      '#/keep/trusted',
      '#/keep/move',
      '#/keep/folder',
      '#/keep/backup',
    ]) {
      await app.goTo(hash);
      await keep.heading.waitFor();
      await check();
    }
    const { bytes, phrase } = await keep.backUp();
    await check();
    expect(phrase).toMatch(lang === 'en-GB' ? /^[a-z]+( [a-z]+){5}$/ : /^\d{4}( \d{4}){5}$/);
    await app.goTo('#/passport/me');
    await page.getByRole('textbox').first().fill('Someone else');
    await page.getByRole('textbox').first().blur();
    await expect(page.getByRole('status').filter({ hasText: words('saved') })).toBeVisible();
    await keep.look(bytes, phrase);
    await check();
  });
}
