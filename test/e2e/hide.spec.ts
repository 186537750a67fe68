import { expect, type Page } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { Hide } from './models/hide.ts';
import { ask, say, sayIn } from './say.ts';

test.use({ serviceWorkers: 'block', actionTimeout: 15_000 });

const name = 'Nadia';
const planted = 'Amitriptylinum';
const half = 'half a sentence about my';

async function begin(app: App) {
  await app.writeName(name);
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.write('medicines', 'name', planted);
  await app.record.isSaved();
  await app.record.openHistory();
  return new URL(app.page.url()).hash;
}

/** Nothing the person wrote is anywhere in the document, seen or unseen. */
async function holdsNothing(page: Page) {
  const all = await page.evaluate(() => document.documentElement.outerHTML);
  for (const word of [name, planted, half]) expect(all).not.toContain(word);
}

const sees = (page: Page) => page.getByText(planted).filter({ visible: true }).first().waitFor();

const places: [what: string, hash: string, ready: (app: App) => Promise<unknown>][] = [
  ['home', '#/', (app) => sees(app.page)],
  ['the passport', '#/passport', (app) => app.passport.used.waitFor()],
  ['a part', '#/passport/medicines', (app) => sees(app.page)],
  ['a form', '#/passport/me', (app) => app.part.box('me', 'preferredName').waitFor()],
  ['share', '#/share', (app) => app.share.heading.waitFor()],
  ['share with a GP', '#/share/gp', (app) => app.share.isReady()],
  ['show', '#/show', (app) => app.show.summary.waitFor()],
  ['flare', '#/flare', (app) => app.flare.help.waitFor()],
  ['more', '#/more', (app) => app.more.heading.waitFor()],
  ['safety', '#/safety', (app) => app.page.getByRole('heading', { name: say('hide:title') }).waitFor()],
  ['reading codes', '#/scan', (app) => app.home.heading.waitFor()],
  ['pasting', '#/paste/problems', (app) => app.paste.list.waitFor()],
];

test('one tap hides every screen, through back, reload and any address', async ({ app, page }) => {
  const hiding = new Hide(page);
  const history = await begin(app);
  const all: typeof places = [
    ...places,
    ['history', history, () => sees(page)],
    ['a record', history.replace('history', 'passport'), () => app.record.box('medicines', 'name').waitFor()],
  ];
  for (const [what, hash, ready] of all) {
    await test.step(what, async () => {
      await app.goTo(hash);
      await ready(app);
      await hiding.hide.click();
      await hiding.isHidden();
      await holdsNothing(page);
      await page.goBack();
      await hiding.isHidden();
      await holdsNothing(page);
      await page.reload();
      await hiding.isHidden();
      await hiding.open();
    });
  }
  await app.goTo('#/passport');
  await hiding.hide.click();
  await hiding.isHidden();
  for (const hash of ['#/passport/medicines', '#/flare', '#/show', '#/welcome', '#/nowhere']) {
    await app.goTo(hash);
    await hiding.isHidden();
    await holdsNothing(page);
  }
});

test('a first run can be hidden on each of its pages', async ({ app, page }) => {
  const hiding = new Hide(page);
  await app.goTo('#/');
  for (const key of ['welcome.next', 'welcome.next', 'welcome.skip', 'welcome.skip'] as const) {
    await expect(hiding.hide).toBeVisible();
    await app.welcome.button(key).click();
  }
  await hiding.hide.click();
  await hiding.isHidden();
  await page.reload();
  await hiding.isHidden();
  await hiding.open();
  await app.welcome.heading.waitFor();
});

test('what was half typed is there again after opening', async ({ app, page }) => {
  const hiding = new Hide(page);
  await app.goTo('#/passport/matters');
  const box = app.part.box('matters', 'most');
  await box.pressSequentially(half);
  await hiding.shiftThreeTimes();
  await hiding.isHidden();
  await holdsNothing(page);
  await hiding.open();
  await expect(box).toHaveValue(half);
  await expect(page).toHaveURL(/#\/passport\/matters$/);

  await app.part.box('matters', 'goodDay').pressSequentially('A day with');
  await hiding.hide.click();
  await page.reload();
  await hiding.isHidden();
  await hiding.open();
  await app.goTo('#/passport/matters');
  await expect(page.getByRole('textbox', { name: ask('matters', 'goodDay'), exact: true })).toHaveValue('A day with');
});

test('where there is a lock, hiding closes it, and the way back is through it', async ({ app, page }) => {
  const hiding = new Hide(page);
  await begin(app);
  await app.goTo('#/lock');
  await hiding.button('lock:off.pin').click();
  await page.getByLabel(say('lock:pin.label'), { exact: true }).fill('4711');
  await page.getByLabel(say('lock:pin.again'), { exact: true }).fill('4711');
  await hiding.button('lock:next').click();
  await hiding.button('lock:pin.turnOn').click();
  await app.more.seesWords(say('lock:on.pin'));
  await app.goTo('#/passport/matters');
  const box = app.part.box('matters', 'most');
  await box.pressSequentially(half);
  await hiding.hide.click();
  await hiding.isHidden();
  await hiding.open();
  const secret = page.getByLabel(say('lock:locked.pin'), { exact: true });
  await expect(secret).toBeVisible();
  await holdsNothing(page);
  await secret.fill('4711');
  await hiding.button('lock:locked.open').click();
  await expect(box).toHaveValue(half);
});

test('Shift three times hides; capitals, slow presses and short cuts do not', async ({ app, page }) => {
  await page.clock.install();
  const hiding = new Hide(page);
  await app.goTo('#/passport/matters');
  const box = app.part.box('matters', 'most');
  await box.click();
  for (const letter of 'ABCD') await page.keyboard.press(`Shift+${letter}`);
  await expect(box).toHaveValue('ABCD');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Alt+Shift');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  const said = page.getByText(say('hide.shift', { count: 1 }), { exact: true });
  await expect(said).toBeAttached();
  await page.clock.runFor(5_100);
  await expect(page.getByText(say('hide.shiftOver'), { exact: true })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(hiding.hide).toBeVisible();
  await hiding.shiftThreeTimes();
  await hiding.isHidden();
  await hiding.shiftThreeTimes();
  await hiding.isHidden();
});

test('a dialog in front is no hindrance to the keys', async ({ app, page }) => {
  const hiding = new Hide(page);
  await app.goTo('#/flare');
  await app.flare.getHelp();
  await hiding.shiftThreeTimes();
  await hiding.isHidden();
});

test('hiding in one tab hides the others', async ({ app, page, context }) => {
  await begin(app);
  await app.goTo('#/passport/medicines');
  await sees(page);
  const other = appOn(await context.newPage());
  await other.goTo('#/more');
  await new Hide(other.page).hide.click();
  await new Hide(page).isHidden();
  await holdsNothing(page);
});

test('the calendar is a calendar, and is all that is printed', async ({ app, page }) => {
  await page.clock.install({ time: new Date('2026-11-21T10:00:00Z') });
  const hiding = new Hide(page);
  await app.goTo('#/more');
  await hiding.hide.click();
  await expect(hiding.heading).toHaveText('November 2026');
  await expect(hiding.heading).toBeFocused();
  expect(await page.title()).toBe('November 2026');
  await expect(hiding.days).toHaveCount(30);
  await expect(page.locator('[aria-current="date"]')).toHaveText('21');
  await hiding.button('hide.next').click();
  await hiding.page.getByRole('button', { name: /25 December 2026/ }).click();
  await expect(page.getByRole('status')).toContainText('in 34 days');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^\S+ 2 January 2027$/ })).toBeFocused();
  await hiding.button('hide.today').click();
  await expect(hiding.heading).toHaveText('November 2026');
  await page.emulateMedia({ media: 'print' });
  await expect(hiding.button('hide.open')).toBeHidden();
  await expect(page.getByRole('main')).toBeVisible();
});

test('the way back can be reached by keys', async ({ app, page }) => {
  const hiding = new Hide(page);
  await app.goTo('#/more');
  await hiding.hide.click();
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('Tab');
  await expect(hiding.button('hide.open')).toBeFocused();
  await page.keyboard.press('Enter');
  await app.more.heading.waitFor();
});

for (const lang of ['en-GB', 'pl', 'ar'] as const) {
  test(`Hide keeps its corner beside “Saved” on the smallest phone with the largest words, in ${lang}`, async ({
    page,
  }) => {
    const words = sayIn(lang);
    const app = appOn(page, words);
    const hiding = new Hide(page, words);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript(
      (lang) => localStorage.setItem('mf-settings', JSON.stringify({ lang, welcomed: true })),
      lang,
    );
    await app.goTo('#/passport/me');
    for (const size of ['100%', '200%']) {
      await app.part.write('me', 'preferredName', `${name} ${size}`);
      await app.part.isSaved();
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, size);
      const box = await hiding.hide.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(44);
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(lang === 'ar' ? box?.x : 320 - ((box?.x ?? 0) + (box?.width ?? 0))).toBeLessThan(24);
      expect(box?.y).toBeLessThan(8);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    await hiding.hide.click();
    await hiding.isHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('a plain name holds in the title, the icon, the manifest and the names of files', async ({ app, page }) => {
  await begin(app);
  await app.goTo('#/safety');
  await page.getByRole('checkbox', { name: say('hide.discreet', { name: say('hide.name') }) }).check();
  const client = await page.context().newCDPSession(page);
  const manifest = async () => {
    const { url, data } = await client.send('Page.getAppManifest');
    return { file: url.split('/').at(-1), ...(data ? JSON.parse(data) : {}) };
  };
  for (const hash of ['#/safety', '#/', '#/passport/medicines', '#/flare', '#/share']) {
    await app.goTo(hash);
    await page.reload();
    await expect(page).toHaveTitle('Notes');
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /notes\.svg$/);
    await expect(page.locator('link[rel="apple-touch-icon"]')).toHaveAttribute('href', /notes-180\.png$/);
    await expect(page.locator('meta[name="apple-mobile-web-app-title"]')).toHaveAttribute('content', 'Notes');
  }
  expect(await manifest()).toMatchObject({ file: 'manifest-discreet-en-GB.webmanifest', name: 'Notes' });

  await app.share.with('gp');
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await app.share.button('share:ways.paper.make').click();
  expect((await download).suggestedFilename()).toBe('notes.pdf');

  await app.goTo('#/safety');
  await page.getByRole('checkbox', { name: say('hide.discreet', { name: say('hide.name') }) }).uncheck();
  await expect(page).toHaveTitle(new RegExp(say('name')));
  expect(await manifest()).toMatchObject({ file: 'manifest.webmanifest', name: 'Moving Forwards' });
});

test('the first run speaks of watched phones and a plain name before it speaks of installing', async ({ page }) => {
  const words = sayIn('pl');
  const app = appOn(page, words);
  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => ['pl'] }));
  await app.goTo('#/');
  await app.welcome.button('welcome.next').click();
  const [fold, install] = [page.getByText(words('welcome.watched')), page.getByText(words('place.browser'))];
  const [above, below] = [await fold.boundingBox(), await install.boundingBox()];
  expect(above?.y).toBeLessThan(below?.y ?? 0);
  await fold.click();
  await app.welcome.seesWords(words('hide.watchedText'));
  await page.getByRole('checkbox').check();
  await expect(page).toHaveTitle('Notatki');
  await expect(page.locator('link[rel="manifest"]')).toHaveAttribute('href', /manifest-discreet-pl\.webmanifest$/);
});
