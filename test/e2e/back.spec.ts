import { expect, type Page } from '@playwright/test';
import { type App, test } from './app.ts';
import type { BackupFile } from './models/keep.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce', actionTimeout: 15_000 });

const before = '#/scan';
const passphrase = 'my blue bicycle sings';
const hashOf = (page: Page) => new URL(page.url()).hash;
const press = (key: string) => (app: App) => app.home.button(key).click();
const made = { file: null as BackupFile | null, key: [] as readonly string[] };

/** A walk of several pages under one address, and how to come from each to the next. */
type Steps = {
  readonly name: string;
  readonly begin?: (app: App) => Promise<unknown>;
  readonly at: string;
  readonly steps: readonly ((app: App) => Promise<unknown>)[];
};

const walks: readonly Steps[] = [
  {
    name: 'the first run',
    at: '#/welcome',
    steps: [press('welcome.next'), press('welcome.next'), press('welcome.skip'), press('welcome.skip')],
  },
  {
    name: 'a passphrase',
    begin: (app) => app.writeName('Sam'),
    at: '#/lock',
    steps: [
      press('lock:off.passphrase'),
      press('lock:before.go'),
      async (app) => {
        await app.lock.box.fill(passphrase);
        await app.page.locator('#secret-again').fill(passphrase);
        await app.lock.next();
        const groups = app.page.getByRole('list', { name: app.say('lock:key.list') }).first();
        made.key = await groups.locator('li > span:nth-child(2)').allTextContents();
      },
      press('lock:key.written'),
      async (app) => {
        await app.page.locator('#typed-key').fill(made.key.join(' '));
        await app.lock.next();
      },
    ],
  },
  {
    name: 'a PIN',
    begin: (app) => app.writeName('Sam'),
    at: '#/lock',
    steps: [
      press('lock:off.pin'),
      async (app) => {
        await app.lock.box.fill('294817');
        await app.page.locator('#secret-again').fill('294817');
        await app.lock.next();
      },
    ],
  },
  {
    name: 'a backup',
    begin: (app) => app.writeName('Sam'),
    at: '#/keep/backup',
    steps: [press('keep:next'), (app) => app.keep.seal()],
  },
  {
    name: 'a phrase of one’s own',
    begin: (app) => app.writeName('Sam'),
    at: '#/keep/backup',
    steps: [press('keep:next'), press('keep:phrase.useOwn')],
  },
  {
    name: 'a new phone',
    at: '#/keep/move',
    steps: [press('keep:move.oneSkip'), press('keep:next'), press('keep:move.differs')],
  },
  {
    name: 'opening a backup',
    begin: async (app) => {
      await app.writeName('Sam');
      made.file = await app.keep.backUp();
    },
    at: '#/keep/restore',
    steps: [
      (app) => app.keep.choose(made.file?.bytes ?? new Uint8Array()),
      (app) => app.keep.givePhrase(made.file?.phrase ?? ''),
    ],
  },
  {
    name: 'a pasted problem list',
    at: '#/paste/problems',
    steps: [
      (app) => app.paste.read('Depressive disorder NEC\t2012\nAsthma\t1999\nGout\t2001'),
      (app) => app.paste.start(),
      (app) => app.paste.leave(),
      (app) => app.paste.leave(),
      (app) => app.paste.stop(),
    ],
  },
  {
    name: 'removing for ever',
    begin: async (app) => {
      await app.goTo('#/passport/medicines');
      await app.part.add('medicines');
      await app.record.write('medicines', 'name', 'Zapain');
      await app.record.isSaved();
      await app.record.remove();
    },
    at: '#/removed',
    steps: [
      (app) => app.history.button('part:forever.record.askName', { name: 'Zapain' }).click(),
      press('part:forever.next'),
    ],
  },
  {
    name: 'the locked page',
    begin: async (app) => {
      await app.writeName('Sam');
      await app.lock.turnOn(passphrase);
      await app.lock.lockNow();
    },
    at: '#/passport',
    steps: [press('lock:locked.useRecovery'), press('lock:again.lost')],
  },
];

for (const { name, begin, at, steps } of walks) {
  test(`${name}: "back" is the page before, and at the first the screen before`, async ({ app, page }) => {
    await begin?.(app);
    await app.goTo(before);
    await app.home.heading.waitFor();
    await app.goTo(at);
    await app.home.heading.waitFor();
    const title = () => app.home.heading.textContent();
    await expect.poll(() => hashOf(page)).toBe(at);
    const titles = [await title()];
    for (const step of steps) {
      await step(app);
      await expect.poll(title, { timeout: 60_000 }).not.toBe(titles.at(-1));
      titles.push(await title());
    }
    for (const expected of titles.slice(0, -1).reverse()) {
      await page.goBack();
      await expect.poll(title).toBe(expected);
      expect(hashOf(page)).toBe(at);
    }
    // nothing but a number, or the name of a page of ours
    expect(JSON.stringify(await page.evaluate(() => history.state))).not.toMatch(/Sam|bicycle|Asthma|Zapain/);
    await page.goBack();
    await expect.poll(() => hashOf(page)).toBe(before);
  });
}

type Over = Pick<Steps, 'name' | 'begin' | 'at'> & { readonly open: (app: App) => Promise<unknown> };

const dialogs: readonly Over[] = [
  { name: 'help in a flare', at: '#/flare', open: (app) => app.flare.getHelp() },
  { name: 'erasing', at: '#/more', open: press('more.erase') },
];

for (const { name, begin, at, open } of dialogs) {
  test(`${name}: "back" shuts the dialog and stays, "forward" opens nothing`, async ({ app, page }) => {
    await begin?.(app);
    await app.goTo(before);
    await app.home.heading.waitFor();
    await app.goTo(at);
    await open(app);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(hashOf(page)).toBe(at);
    await page.goForward();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // opened and shut by its own ways: "back" then leaves at once
    await open(app);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.goBack();
    await expect.poll(() => hashOf(page)).toBe(before);
  });
}

test('"back" in a flare is the step before, with help over it first', async ({ app, page }) => {
  await app.openExample();
  await app.home.goTo('flare');
  const first = await app.flare.heading.textContent();
  await app.flare.done();
  await expect(app.flare.heading).not.toHaveText(first ?? '');
  const second = await app.flare.heading.textContent();
  await app.flare.notNow();
  await expect(app.flare.heading).not.toHaveText(second ?? '');
  const third = await app.flare.heading.textContent();
  await app.flare.getHelp();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(app.flare.heading).toHaveText(third ?? '');
  await page.goBack();
  await expect(app.flare.heading).toHaveText(second ?? '');
  await page.goBack();
  await expect(app.flare.heading).toHaveText(first ?? '');
  await page.goBack();
  await expect.poll(() => hashOf(page)).not.toBe('#/flare');
});

test('what was typed is there after "back", and a reload stays on its page', async ({ app, page }) => {
  await app.goTo('#/welcome');
  await app.welcome.next();
  await app.welcome.next();
  await app.welcome.skip();
  await app.welcome.writeName('Sam');
  await page.goBack();
  await expect(app.home.heading).toHaveText(app.say('welcome.label'));
  await page.reload();
  await expect(app.home.heading).toHaveText(app.say('welcome.label'));
  await app.welcome.skip();
  await expect(page.getByRole('textbox')).toHaveValue('Sam');
});

test('"back" does not leave Show, before nor after it has asked', async ({ app, page }) => {
  await app.openExample();
  await app.goTo('#/show');
  await app.show.summary.waitFor();
  for (let press = 0; press < 2; press += 1) {
    await page.goBack();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(app.show.summary).toBeVisible();
  }
  expect(hashOf(page)).toBe('#/show');
});

test('held and let go, Show leads back; the finger presses nothing of what comes under it', async ({ app, page }) => {
  await app.openExample();
  await app.goTo('#/show');
  await app.show.summary.waitFor();
  const box = await app.show.button('share:show.hold').boundingBox();
  if (!box) throw new Error('no button');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await expect(app.show.button('share:show.letGo')).toBeVisible();
  expect(hashOf(page)).toBe('#/show');
  await page.mouse.up();
  await expect(app.home.bar).toBeVisible();
  expect(hashOf(page)).toBe('#/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('hidden in the middle of a walk, "back" shows nothing; opened again, it is the page before', async ({
  app,
  page,
}) => {
  await app.goTo(before);
  await app.home.heading.waitFor();
  await app.goTo('#/flare');
  await app.flare.done();
  await app.flare.getHelp();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: app.say('hide.button'), exact: true })
    .click();
  await app.hide.isHidden();
  await page.goBack();
  await app.hide.isHidden();
  await page.goForward();
  await app.hide.open();
  await expect(app.flare.help).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
