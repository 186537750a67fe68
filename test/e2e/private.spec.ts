import { expect, type Page } from '@playwright/test';
import { type App, test } from './app.ts';
import { clinician, wordsIn } from './clinician.ts';
import { Pages } from './models/pages.ts';
import { say } from './say.ts';

test.use({ serviceWorkers: 'block' });

const title = 'Zagreb';
const text = 'The night of the seventh';
const elsewhere = ['#/', '#/passport', '#/history', '#/removed', '#/more', '#/keep', '#/passport/medicines'];

/** Everything a screen holds, folded or not, attributes and the window's title too. */
async function everythingOn(page: Page, hash: string): Promise<string> {
  await page.goto(`/${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return `${await page.title()} ${await page.content()}`;
}

async function expectNowhere(app: App, words: readonly string[]): Promise<void> {
  for (const hash of elsewhere) {
    const seen = await everythingOn(app.page, hash);
    for (const word of words) expect(seen, `${word} on ${hash}`).not.toContain(word);
  }
  for (const reader of ['gp', 'emergency', 'everything'] as const) {
    await app.share.with(reader);
    const seen = `${await app.page.title()} ${await wordsIn(app.share.preview.getByRole('article'))}`;
    for (const word of words) expect(seen, `${word} for ${reader}`).not.toContain(word);
  }
  await app.goTo('#/show');
  const shown = await wordsIn(app.show.summary);
  for (const word of words) expect(shown).not.toContain(word);
  await app.show.leave();
}

test('private pages are nowhere before they are begun, and only Safety leads there', async ({ app }) => {
  await app.writeName('Rosa');
  await expectNowhere(app, [say('parts:pages.name'), say('share:change.private'), '#/pages']);
  await app.goTo('#/safety');
  await app.page.locator('a[href="#/pages"]').click();
  await expect(app.home.heading).toHaveText(say('pages:title'));
  expect(await app.page.title()).not.toContain(say('pages:title'));
});

test('at a desktop the list beside an open part names no private one @desktop', async ({ app }) => {
  await app.writeName('Rosa');
  expect(await everythingOn(app.page, '#/passport/me')).not.toContain(say('parts:pages.name'));
  await app.goTo('#/passport/pages');
  await expect(app.home.heading).toHaveText(say('notFound.title'));
});

test('what is written on a page is on no other screen; the next day it is still there', async ({ app, page }) => {
  const pages = new Pages(page);
  await app.writeName('Rosa');
  await pages.begin();
  await pages.writePage(title, text);
  await pages.open();
  await expect(pages.list).toHaveText(new RegExp(title));
  await expectNowhere(app, [title, text]);
  await page.goto('about:blank');
  await pages.open();
  await pages.list.first().click();
  await expect(pages.box('pages', 'text')).toHaveValue(text);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('body')).not.toContainText(title, { useInnerText: true });
});

test('a page taken out comes back from its own list and stands in no other', async ({ app, page }) => {
  const pages = new Pages(page);
  await app.writeName('Rosa');
  await pages.begin();
  await pages.writePage(title, text);
  await pages.button('pages:page.remove').click();
  await expect(pages.button('pages:page.bringBack')).toBeVisible();
  expect(await everythingOn(page, '#/removed')).not.toContain(title);
  await pages.open();
  await pages.unfold(say('pages:out.title', { count: 1 }));
  await page.getByRole('button', { name: say('pages:out.back', { name: title }), exact: true }).click();
  await expect(pages.list).toHaveCount(1);
});

test('a page is ticked for one time, looked at once more, and arrives told in confidence', async ({
  app,
  page,
  browser,
  baseURL,
}) => {
  const pages = new Pages(page);
  await app.writeName('Rosa');
  await pages.begin();
  await pages.writePage(title, text);
  await app.share.with('gp');
  await app.share.unfold(say('share:change.private'));
  const open = app.share.button('share:change.pages');
  const tick = app.share.privateTicks.first();
  await open.or(tick).first().waitFor();
  if (await open.count()) await open.click();
  await tick.check();
  await expect(app.share.preview).toContainText(say('summary:notice_confidence'));
  await expect(app.share.button('share:ways.paper.make')).toHaveCount(0);

  await app.share.button('share:look.go').click();
  await expect(app.share.heading).toHaveText(say('share:look.title'));
  const look = page.getByRole('region', { name: say('share:look.words'), exact: true });
  await expect(look).toContainText(title);
  await expect(look).toContainText(text);
  await expect(look).not.toContainText('Rosa');
  await expect(page.getByText(say('share:look.record'))).toBeVisible();
  await expect(page.getByText(say('share:readers.gp.name'))).toBeVisible();
  await app.share.button('share:look.agree').click();
  await expect(app.share.button('share:ways.paper.make')).toBeVisible();

  const link = await app.share.linkText();
  const other = await clinician(browser, baseURL);
  await other.reader.open(link);
  const read = await wordsIn(other.reader.summary);
  for (const words of [title, text, say('summary:confidence'), say('summary:notice_confidence')])
    expect(read).toContain(words);
  await other.page.context().close();

  await app.goTo('#/share');
  await app.share.with('gp');
  await expect(app.share.button('share:ways.paper.make')).toBeVisible();
  expect(await wordsIn(app.share.preview.getByRole('article'))).not.toContain(title);
  await app.share.unfold(say('share:change.private'));
  await expect(app.share.privateTicks.first()).not.toBeChecked();
});

test('whoever helps finds no private page, tick or word of them', async ({ app, page }) => {
  const pages = new Pages(page);
  await app.writeName('Rosa');
  await pages.begin();
  await pages.writePage(title, text);
  await app.goTo('#/more');
  await app.more.helper('Ada');
  await app.goTo('#/pages');
  await expect(pages.heading).toHaveText(say('notFound.title'));
  await app.share.with('gp');
  expect(await page.content()).not.toContain(say('share:change.private'));
  await app.goTo('#/more');
  await app.more.helper('');
  await pages.open();
  await expect(pages.list).toHaveText(new RegExp(title));
});

test('with a passphrase of their own they ask for it again, and no wrong one opens them', async ({ app, page }) => {
  const pages = new Pages(page);
  await app.writeName('Rosa');
  await pages.begin('four green chairs');
  await pages.writePage(title, text);
  await page.goto('about:blank');
  await pages.open();
  await expect(pages.button('pages:ask.open')).toBeVisible();
  expect(await page.content()).not.toContain(title);
  await pages.unlock('four green tables');
  await expect(page.getByText(say('pages:wrong.other')).first()).toBeVisible({ timeout: 60_000 });
  await pages.unlock('four green chairs');
  await pages.isOpen();
  await expect(pages.list).toHaveText(new RegExp(title));
  await pages.button('pages:close').click();
  await pages.open();
  await expect(pages.button('pages:ask.open')).toBeVisible();
});

test('what is hard to say says that nobody reads it and whom to call, and is nowhere until it is ticked', async ({
  app,
  page,
}) => {
  await app.writeName('Rosa');
  await app.goTo('#/passport/visit');
  await expect(page.getByText(say('hide:notSent'), { exact: true })).toBeVisible();
  await expect(page.locator('main a[href="tel:999"]')).toBeVisible();
  await app.part.pick('visit', 'hardHow', 'hard', 'read');
  await app.part.write('visit', 'hardToSay', text);
  await app.part.isSaved();
  await expectNowhere(app, [text, say('summary:hard_read')]);
  await app.share.with('gp');
  await app.share.unfold(say('share:change.private'));
  await app.share.privateTicks.first().check();
  await app.share.button('share:look.go').click();
  await expect(page.getByRole('region', { name: say('share:look.words'), exact: true })).toContainText(text);
  await app.share.button('share:look.agree').click();
  expect(await app.share.messageText()).toContain(text);
  await app.share.with('everything');
  await app.share.with('gp');
  expect(await wordsIn(app.share.preview.getByRole('article'))).not.toContain(text);
});

test('whoever helps finds nothing hard to say, pasted or really taken, by button or by typed address', async ({
  app,
  page,
}) => {
  const [hard, pasted, really] = ['Vukovar', 'Somatoform', 'Sarajevo'];
  await app.writeName('Rosa');
  await app.goTo('#/passport/visit');
  await app.part.pick('visit', 'hardHow', 'hard', 'read');
  await app.part.write('visit', 'hardToSay', hard);
  await app.part.isSaved();
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.part.write('medicines', 'name', 'Naproxen');
  await app.part.addMore();
  await app.part.write('medicines', 'reallyTake', really);
  await app.part.isSaved();
  const medicine = new URL(page.url()).hash;
  await app.goTo('#/paste/problems');
  await app.paste.read(`${pasted} disorder`);
  await expect(app.paste.button('paste:kept.start')).toBeVisible();
  await app.goTo('#/more');
  await app.more.helper('Ada');

  const waiting = [
    ...['', 'passport', 'share', 'share/everything', 'more', 'history', 'removed', 'safety', 'lock', 'pages', 'keep'],
    ...['backup', 'restore', 'trusted', 'move', 'folder'].map((step) => `keep/${step}`),
    ...['visit', 'medicines', 'problems', 'me'].flatMap((part) => [`passport/${part}`, `history/${part}`]),
    ...['paste/problems', 'history/visit/visit', 'passport/problems/problems'],
    ...[medicine.slice(2), medicine.slice(2).replace('passport', 'history')],
  ].map((place) => `#/${place}`);
  const been = new Set<string>();
  for (let hash = waiting.shift(); hash !== undefined; hash = waiting.shift()) {
    if (been.has(hash)) continue;
    been.add(hash);
    const seen = await everythingOn(page, hash);
    for (const word of [hard, pasted, really]) expect(seen, `${word} on ${hash}`).not.toContain(word);
    if (/^#\/(keep|lock|paste\/problems)/.test(hash))
      await expect(page.getByText(say('helping.only'), { exact: true })).toBeVisible();
    const links = page.locator('a[href^="#/"]');
    const away = ['#/show', '#/flare', '#/scan'];
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    waiting.push(...hrefs.filter((href) => !away.includes(href)));
  }
  await app.share.with('everything');
  const told = `${await app.share.messageText()} ${await app.share.linkText()}`;
  for (const word of [hard, pasted, really]) expect(told).not.toContain(word);
});
