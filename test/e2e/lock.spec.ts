import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { Lock } from './models/lock.ts';
import { say, sayIn } from './say.ts';

test.use({ serviceWorkers: 'block', actionTimeout: 30_000 });
test.setTimeout(240_000);

const passphrase = 'my blue bicycle sings';
const name = 'Nadia';
const medicine = 'Amitriptylinum';
const step = 'Lie on the kitchen floor';
const half = 'half a sentence about my';
const planted = [name, medicine, step, half];

/** A passport with a name, a medicine and a step for a flare. */
async function begin(app: App) {
  await app.writeName(name);
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.write('medicines', 'name', medicine);
  await app.record.isSaved();
  await app.goTo('#/passport/flare');
  await app.part.button('part:addStep').click();
  const box = app.page.getByRole('textbox', { name: say('part:step', { n: 1 }), exact: true });
  await box.fill(step);
  await box.blur();
  await app.part.isSaved();
}

/** Nothing the person wrote is anywhere in the document or its title, seen or unseen, but for `except`. */
async function holdsNothing(page: Page, except: readonly string[] = []) {
  const all = await page.evaluate(
    () =>
      document.title +
      document.documentElement.outerHTML +
      [...document.querySelectorAll('input, textarea')].map((box) => (box as HTMLInputElement).value).join(),
  );
  for (const word of planted.filter((word) => !except.includes(word))) expect(all).not.toContain(word);
}

const addresses = [
  '#/',
  '#/welcome',
  '#/passport',
  '#/passport/medicines',
  '#/passport/me',
  '#/passport/matters',
  '#/history',
  '#/history/medicines',
  '#/removed',
  '#/share',
  '#/share/gp',
  '#/show',
  '#/paste/problems',
  '#/pages',
  '#/keep',
  '#/keep/backup',
  '#/safety',
  '#/lock',
  '#/more',
  '#/nowhere',
];

test('behind a passphrase no address shows a word; a wrong one opens nothing, the right one everything', async ({
  app,
  page,
}) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.turnOn(passphrase);
  await page.reload();
  await lock.isLocked();
  await expect(lock.box).toBeFocused();
  await lock.seesWords(say('lock:locked.reset'));
  for (const address of addresses) {
    await test.step(address, async () => {
      await app.goTo(address);
      await lock.isLocked();
      await holdsNothing(page);
      await expect(app.home.bar).toHaveCount(0);
    });
  }
  await lock.open('my blue bicycle sing');
  await expect(lock.refusal).toHaveText(say('lock:locked.wrong'), { timeout: 60_000 });
  await lock.isLocked();
  await holdsNothing(page);
  await app.goTo('#/passport/medicines');
  await lock.open(` ${passphrase} `);
  await lock.isOpen();
  await expect.poll(() => app.part.titles('medicines')).toEqual([medicine]);
  await app.goTo('#/passport/me');
  await expect(app.part.box('me', 'preferredName')).toHaveValue(name);
});

test('wrong tries slow down, are told in seconds, and wipe nothing', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.setPin('4711');
  await lock.lockNow();
  const slowed = new RegExp(say('lock:locked.wait', { time: '…' }).replace('…', '.*'));
  for (let wrong = 0; wrong < 4; wrong += 1) {
    await lock.open('1174');
    await expect(lock.refusal).toHaveText(wrong < 3 ? say('lock:locked.wrong') : slowed, { timeout: 60_000 });
    if (wrong < 3) await lock.box.fill('');
  }
  await page.reload();
  await lock.isLocked();
  await expect(lock.refusal).toHaveCount(0, { timeout: 30_000 });
  await lock.open('4711');
  await lock.isOpen();
  await app.goTo('#/passport/medicines');
  await expect.poll(() => app.part.titles('medicines')).toEqual([medicine]);
});

test('the recovery key from the sheet opens it, in small letters and without gaps, and a new passphrase can be chosen', async ({
  app,
  page,
}) => {
  const lock = new Lock(page);
  await begin(app);
  const key = await lock.turnOn(passphrase);
  await lock.lockNow();
  await lock.button('lock:locked.useRecovery').click();
  await lock.open(key.slice(0, 17));
  await expect(lock.refusal).toHaveText(say('lock:typed.part', { typed: 3, total: 7 }));
  await lock.open(key.toLowerCase().replaceAll(' ', ''));
  await lock.isOpen();
  await app.goTo('#/passport/medicines');
  await expect.poll(() => app.part.titles('medicines')).toEqual([medicine]);

  await app.goTo('#/lock');
  await lock.change(passphrase, 'another few words');
  await lock.lockNow();
  await lock.open(passphrase);
  await expect(lock.refusal).toHaveText(say('lock:locked.wrong'), { timeout: 60_000 });
  await lock.openWithKey(key);
  await expect(lock.refusal).toHaveText(say('lock:locked.wrong'), { timeout: 60_000 });
  await lock.button('lock:locked.usePassphrase').click();
  await lock.open('another few words');
  await lock.isOpen();
});

test('a walk left half way, and a page back at every step, change nothing', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await app.goTo('#/lock');
  await lock.button('lock:off.passphrase').click();
  await lock.walkToKey(passphrase);
  await page.goBack();
  await expect(lock.box).toHaveValue(passphrase);
  await page.goForward();
  await expect(lock.heading).toHaveText(say('lock:key.title'));
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(lock.heading).toHaveText(say('lock:title'));
  await page.reload();
  await lock.seesWords(say('lock:off.now'));
  await app.goTo('#/passport/medicines');
  await expect.poll(() => app.part.titles('medicines')).toEqual([medicine]);
});

test('the printed sheet holds the key alone, under a neutral title', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await app.goTo('#/lock');
  await lock.button('lock:off.passphrase').click();
  const groups = await lock.walkToKey(passphrase);
  await page.emulateMedia({ media: 'print' });
  const paper = (await page.locator('body').allInnerTexts()).join();
  for (const group of groups) expect(paper).toContain(group);
  expect(paper).toContain(say('lock:sheet.where'));
  expect(paper).not.toContain(say('lock:key.written'));
  expect(paper).not.toContain(name);
});

test('words being typed when it locks itself are there when it opens', async ({ app, page }) => {
  const lock = new Lock(page);
  await page.clock.install({ time: new Date('2026-11-21T10:00:00Z') });
  await begin(app);
  await lock.turnOn(passphrase);
  await app.goTo('#/passport/matters');
  await app.part.box('matters', 'most').pressSequentially(half);
  await page.clock.fastForward('05:01');
  await lock.isLocked();
  await holdsNothing(page);
  await lock.open(passphrase);
  await lock.isOpen();
  await expect(app.part.box('matters', 'most')).toHaveValue(half);
});

test('it locks the moment the page is left, when so set, with the words in hand kept', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.turnOn(passphrase);
  await page.getByLabel(say('lock:auto.hidden')).selectOption({ label: say('lock:auto.now') });
  await app.goTo('#/passport/matters');
  await app.part.box('matters', 'most').pressSequentially(half);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await lock.isLocked();
  await holdsNothing(page);
  await page.reload();
  await lock.open(passphrase);
  await lock.isOpen();
  await expect(app.part.box('matters', 'most')).toHaveValue(half);
});

test('a PIN hides the screen until it is given, and can be taken away', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.setPin('4711');
  await page.reload();
  await lock.isLocked();
  await holdsNothing(page);
  await lock.open('4711');
  await lock.isOpen();
  await app.goTo('#/lock');
  await lock.seesWords(say('lock:on.pin'));
  await lock.turnOff('4711');
  await page.reload();
  await lock.seesWords(say('lock:off.now'));
});

test('a passphrase taken away leaves everything as it was, and open', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.turnOn(passphrase);
  await lock.turnOff(passphrase);
  await page.reload();
  await lock.seesWords(say('lock:off.now'));
  await app.goTo('#/passport/medicines');
  await expect.poll(() => app.part.titles('medicines')).toEqual([medicine]);
});

test('flare steps left outside open without the passphrase, and nothing else does', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.turnOn(passphrase, 'flare');
  await page.reload();
  await lock.isLocked();
  await lock.link('lock:locked.flare').click();
  await expect(app.flare.help).toBeVisible();
  await expect(page.getByText(step)).toBeVisible();
  await holdsNothing(page, [step]);
  await app.flare.close();
  await lock.isLocked();
  for (const address of ['#/passport/flare', '#/passport/medicines', '#/share/emergency', '#/']) {
    await app.goTo(address);
    await lock.isLocked();
    await holdsNothing(page);
  }
});

test('with nothing left outside, a flare still opens with first ideas and help, and no word of theirs', async ({
  app,
  page,
}) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.turnOn(passphrase);
  await page.reload();
  await lock.isLocked();
  await lock.link('nav.flare').click();
  await expect(app.flare.help).toBeVisible();
  await holdsNothing(page);
});

test('the A&E card left outside is shown over the lock, with nothing unticked on it', async ({ app, page }) => {
  const lock = new Lock(page);
  await begin(app);
  await app.goTo('#/passport/matters');
  await app.part.write('matters', 'most', half);
  await app.part.isSaved();
  await app.goTo('#/passport/visit');
  await app.part.pick('visit', 'hardHow', 'hard', 'read');
  await app.part.write('visit', 'hardToSay', 'Vukovar');
  await app.part.isSaved();
  await lock.turnOn(passphrase, 'both');
  await page.reload();
  await lock.isLocked();
  await holdsNothing(page);
  await expect(lock.link('lock:locked.flare')).toBeVisible();
  await lock.button('lock:locked.card').click();
  const card = page.getByRole('article');
  await expect(card).toContainText(name);
  await expect(card).toContainText(medicine);
  await expect(card).not.toContainText(half);
  await expect(card).not.toContainText('Vukovar');
  await expect(card.getByRole('heading', { level: 1 })).toBeFocused();
  await app.hide.hide.click();
  await app.hide.isHidden();
  await app.hide.open();
  await lock.isLocked();
  await lock.button('lock:locked.card').click();
  await lock.button('lock:locked.cardClose').click();
  await lock.isLocked();
  await holdsNothing(page);
});

test('a passkey opens it too, until it is taken away, and the passphrase all along', async ({ app, page, context }) => {
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
  const lock = new Lock(page);
  await begin(app);
  await lock.turnOn(passphrase);
  await lock.button('lock:passkey.add').click();
  await lock.prove(passphrase);
  await lock.button('lock:passkey.add').click();
  await lock.says('lock:passkey.added');
  await lock.lockNow();
  await lock.button('lock:locked.usePasskey').click();
  await lock.isOpen();
  // it opened, and is no proof: the passphrase is asked for, and no passkey is offered
  await lock.button('lock:passkey.drop').click();
  await lock.seesWords(say('lock:proof.passkey'));
  await expect(lock.button('lock:locked.usePasskey')).toHaveCount(0);
  await lock.prove(passphrase);
  await lock.says('lock:passkey.dropped');
  await lock.lockNow();
  await expect(lock.button('lock:locked.usePasskey')).toHaveCount(0);
  await lock.open(passphrase);
  await lock.isOpen();
});

test('turning the lock on shuts every other tab too', async ({ app, page, context }) => {
  const lock = new Lock(page);
  await begin(app);
  const other = await context.newPage();
  await appOn(other).goTo('#/passport/medicines');
  await other.getByText(medicine).filter({ visible: true }).first().waitFor();
  await lock.turnOn(passphrase);
  await new Lock(other).isLocked();
  await holdsNothing(other);
});

test('the window’s title while locked tells nothing, under the app’s name and under a plain one', async ({
  app,
  page,
}) => {
  const lock = new Lock(page);
  await begin(app);
  await lock.setPin('4711');
  await app.goTo('#/passport/medicines');
  await page.reload();
  await lock.isLocked();
  await expect(page).toHaveTitle(`${say('lock:locked.title')} – ${say('name')}`);
  await page.evaluate(() => {
    const key = 'mf-settings';
    localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key) ?? '{}'), discreet: true }));
  });
  await page.reload();
  await lock.isLocked();
  await expect(page).toHaveTitle(say('hide.name'));
  await expect(page.getByText(say('name'))).toHaveCount(0);
});

for (const lang of ['en-GB', 'pl', 'ar'] as const) {
  const tag = lang === 'en-GB' ? [] : ['@whole'];
  test(`the walk and the locked page fit the narrowest phone and the largest words, and axe finds nothing, in ${lang}`, {
    tag,
  }, async ({ page, context }) => {
    await context.addInitScript((spoken) => {
      const kept = JSON.parse(localStorage.getItem('mf-settings') ?? '{}');
      localStorage.setItem('mf-settings', JSON.stringify({ ...kept, lang: spoken, welcomed: true, size: 'largest' }));
    }, lang);
    await page.setViewportSize({ width: 320, height: 640 });
    const app = appOn(page, sayIn(lang));
    const lock = new Lock(page, sayIn(lang));
    const fits = async (what: string) => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(over, what).toBeLessThanOrEqual(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().disableRules(['target-size']).analyze();
        const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
        expect.soft(faults, `${what}, ${colorScheme}`).toEqual([]);
      }
    };
    await app.goTo('#/lock');
    await lock.button('lock:off.passphrase').waitFor();
    await fits('no lock');
    await lock.button('lock:off.passphrase').click();
    await fits('before');
    const key = (await lock.walkToKey(passphrase)).join(' ');
    await fits('key');
    await lock.button('lock:key.written').click();
    await page.locator('#typed-key').fill(key);
    await fits('typed');
    await lock.next();
    await fits('opens');
    await lock.button('lock:opens.turnOn').click();
    await lock.isOn('lock:done.on');
    await fits('on');
    await lock.lockNow();
    await lock.unfold(lock.say('lock:locked.backup'));
    await fits('locked');
    await lock.button('lock:locked.useRecovery').click();
    await fits('recovery');
  });
}
