import { expect } from '@playwright/test';
import { test } from './app.ts';
import { partName, say, term } from './say.ts';

test.use({ serviceWorkers: 'block' });

test('the first run takes less than a minute, asks two questions and ends in Show', async ({ app, page }) => {
  const begun = Date.now();
  await page.goto('/');
  await expect(app.welcome.heading).toHaveText(say('welcome.language'));
  await app.welcome.next();
  await expect(app.welcome.heading).toHaveText(say('welcome.what'));
  await app.welcome.next();
  await app.welcome.pick(term('label', 'persistent'));
  await app.welcome.next();
  await app.welcome.writeName('Maryam');
  await app.welcome.next();
  await expect(app.welcome.heading).toHaveText(say('welcome.done'));
  await app.welcome.show();
  await expect(app.show.summary).toContainText('Maryam');
  await expect(app.show.summary).toContainText(term('label', 'persistent'));
  await expect(app.home.bar).toBeHidden();
  expect(Date.now() - begun).toBeLessThan(60_000);
  await app.show.leave();
  await expect(app.home.heading).toContainText('Maryam');
});

test('every question of the first run can be skipped, and it does not come by itself again', async ({ app, page }) => {
  await page.goto('/');
  await app.welcome.next();
  await app.welcome.next();
  await app.welcome.skip();
  await app.welcome.skip();
  await app.welcome.goHome();
  await expect(app.home.bar).toBeVisible();
  await page.reload();
  await expect(app.home.bar).toBeVisible();
  await app.goTo('#/show');
  await expect(page.getByRole('heading', { name: say('share:show.empty') })).toBeVisible();
});

test('a saved file can be opened from the first run, and the way back leads there again', async ({ app, page }) => {
  await page.goto('/');
  await app.welcome.next();
  await app.welcome.link('welcome.restore').click();
  await expect(app.keep.heading).toHaveText(say('keep:restore.title'));
  await app.keep.link('back').click();
  await expect(app.welcome.heading).toHaveText(say('welcome.language'));
});

test('a piece of the app that cannot be loaded is told of, and loading the page again is the way on', async ({
  app,
  page,
}) => {
  await app.goTo('#/passport');
  await app.passport.heading.waitFor();
  for (const [piece, hash] of [
    ['keeping', '#/keep'],
    ['passport', '#/'],
  ] as const) {
    const asked = new RegExp(`/assets/${piece}-[\\w-]{8}\\.js$`);
    await page.route(asked, (route) => route.abort());
    if (hash === '#/') await page.reload();
    await app.goTo(hash);
    await expect(app.home.heading).toHaveText(say('missing.title'));
    await page.unroute(asked);
    await app.home.button('missing.reload').click();
    await expect(app.home.heading).not.toHaveText(say('missing.title'));
  }
});

test('one’s own word for the pain heads the passport', async ({ app, page }) => {
  await page.goto('/');
  await app.welcome.next();
  await app.welcome.next();
  await app.welcome.writeLabel('the old dragon');
  await app.welcome.next();
  await expect(app.welcome.heading).toHaveText(say('welcome.name'));
  await app.goTo('#/passport');
  await expect(app.passport.heading).toHaveText('the old dragon');
});

test('a medicine is completed from a few letters, and a brand stays a brand', async ({ app, page }) => {
  await app.goTo('#/passport');
  await app.passport.open('medicines');
  await app.part.add('medicines');
  await app.record.box('medicines', 'name').pressSequentially('Lyr');
  await app.record.complete('Lyrica');
  await app.record.isSaved();
  await expect(app.record.box('medicines', 'name')).toHaveValue('Lyrica');
  await app.record.pick('medicines', 'pattern', 'pattern', 'stopped');
  await app.record.write('medicines', 'stopped', 'March 2019');
  await app.record.write('medicines', 'stoppedWhy', 'I felt drunk all day.');
  await app.record.write('medicines', 'strength', '75 mg');
  await app.record.isSaved();
  await app.goTo('#/share/gp');
  await app.share.isReady();
  await expect(app.share.preview).toContainText('Lyrica');
  await expect(app.share.preview).toContainText('75 mg');
  await expect(app.share.preview).toContainText('I felt drunk all day.');
  await expect(app.share.preview).not.toContainText(/pregabalin/i);
  await page.reload();
  await app.share.isReady();
  await expect(app.share.preview).toContainText('Lyrica');
});

test('a slow or shaky press on an offered name still puts it in', async ({ app, page }) => {
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.box('medicines', 'name').pressSequentially('gabap');
  const offer = page
    .getByRole('list', { name: say('part:offers') })
    .getByRole('button')
    .first();
  await offer.click({ delay: 900 });
  await expect(app.record.box('medicines', 'name')).toHaveValue(/^gabapentin$/i);
});

test('any medicine may be written, known or not, and its own way of taking it', async ({ app }) => {
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.write('medicines', 'name', 'Grandmother’s tea');
  await app.record.writeOwn('medicines', 'howOften', 'when the moon is full');
  await app.record.isSaved();
  await app.goTo('#/passport/medicines');
  await app.part.open('Grandmother’s tea');
  await app.record.unfoldFor('medicines', 'howOften');
  await expect(app.record.page.getByRole('textbox', { name: say('part:own'), exact: true })).toHaveValue(
    'when the moon is full',
  );
});

test('“none that I know of” is said by the person, and differs from not written', async ({ app }) => {
  await app.goTo('#/passport/me');
  await app.part.write('me', 'preferredName', 'Sam');
  await app.part.isSaved();
  await app.goTo('#/share/gp');
  await app.share.isReady();
  await expect(app.share.preview).not.toContainText(say('summary:none_known'));
  await app.goTo('#/passport/allergies');
  await app.part.noneKnown.check();
  await app.part.isSaved();
  await app.goTo('#/share/gp');
  await app.share.isReady();
  await expect(app.share.preview).toContainText(say('summary:none_known'));
  await app.goTo('#/passport/allergies');
  await app.part.add('allergies');
  await app.record.write('allergies', 'substance', 'Penicillin');
  await app.record.write('allergies', 'whatHappened', 'A rash all over.');
  await app.record.isSaved();
  await app.goTo('#/share/gp');
  await app.share.isReady();
  await expect(app.share.preview).toContainText('Penicillin');
  await expect(app.share.preview).not.toContainText(say('summary:none_known'));
});

test('the passport lists what is in use and three suggestions, the rest folded away', async ({ app }) => {
  await app.goTo('#/passport/me');
  await app.part.write('me', 'preferredName', 'Sam');
  await app.part.isSaved();
  await app.goTo('#/passport');
  await expect(app.passport.used.getByRole('listitem')).toHaveCount(1);
  await expect(app.passport.suggested.getByRole('listitem')).toHaveCount(3);
  for (const part of ['team', 'goals', 'tried']) {
    await app.passport.open(part);
    await expect(app.part.heading).toHaveText(partName(part));
    await app.goTo('#/passport');
  }
});

test('flare mode is one tap from home, takes one step a screen, and says who to call', async ({ app, page }) => {
  await app.goTo('#/passport/flare');
  await app.part.button('part:addStep').click();
  const step = (n: number) => page.getByRole('textbox', { name: say('part:step', { n }), exact: true });
  await step(1).fill('Lie on my side\nwith the blue pillow');
  await step(1).blur();
  await app.part.isSaved();
  await app.part.button('part:addStep').click();
  await step(2).fill('Radio, low');
  await step(2).blur();
  await app.part.isSaved();
  await app.home.goTo('flare');
  await expect(app.flare.heading).toHaveText('Lie on my side');
  await expect(page.getByText('with the blue pillow')).toBeVisible();
  const help = await app.flare.getHelp();
  await expect(help).toContainText('999');
  await expect(help).toContainText(say('flare:help.notSent'));
  await page.keyboard.press('Escape');
  await app.flare.done();
  await expect(app.flare.heading).toHaveText('Radio, low');
  await app.flare.notNow();
  await expect(app.flare.heading).toHaveText(say('flare:end.title'));
  await app.flare.close();
  await expect(app.home.bar).toBeVisible();
});

test('the example passport opens with one tap, goes with one tap, and never mixes with one’s own', async ({
  app,
  page,
}) => {
  await app.goTo('#/passport/me');
  await app.part.write('me', 'preferredName', 'Sam');
  await app.part.isSaved();
  await app.openExample();
  await app.goTo('#/passport/medicines');
  await expect(app.part.records('medicines').first()).toBeVisible();
  await app.part.add('medicines');
  await app.record.write('medicines', 'name', 'Aspirin');
  await app.record.isSaved();
  await page.getByRole('button', { name: say('example.close'), exact: true }).click();
  await expect(app.home.heading).toContainText('Sam');
  await app.goTo('#/passport/medicines');
  await expect(app.part.button('parts:medicines.add')).toBeVisible();
  await expect(app.part.records('medicines')).toHaveCount(0);
});

test('at a desktop the list of parts stands beside the open part @desktop', async ({ app, page }) => {
  await app.goTo('#/passport/me');
  await app.part.write('me', 'preferredName', 'Sam');
  await app.part.isSaved();
  const beside = page.getByRole('navigation', { name: say('passport.used'), exact: true });
  await beside.getByRole('link', { name: partName('team') }).click();
  await expect(app.part.heading).toHaveText(partName('team'));
  await expect(beside).toBeVisible();
});
