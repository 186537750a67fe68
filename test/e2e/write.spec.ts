import { expect, type Page } from '@playwright/test';
import { type App, test } from './app.ts';
import { ask, named, problem, say, term } from './say.ts';

test.use({ serviceWorkers: 'block' });

/** Writes one medicine by its name alone, and goes back to the list. */
async function addMedicine(app: App, name: string) {
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.write('medicines', 'name', name);
  await app.record.isSaved();
  await app.goTo('#/passport/medicines');
}

/** What was kept of unfinished words is on the disk. */
async function settle(page: Page) {
  await page.waitForTimeout(300);
}

test('a date may be a year, a month, free words or impossible, and is kept whichever it is', async ({ app, page }) => {
  await app.goTo('#/passport/me');
  const born = app.part.box('me', 'birthDate');
  await app.part.write('me', 'birthDate', '1971');
  await app.part.isSaved();
  await app.part.write('me', 'birthDate', '14/5/1971');
  await expect(born).toHaveValue('14 May 1971');
  await app.part.write('me', 'birthDate', 'May 1971');
  await expect(born).toHaveValue('May 1971');
  await app.part.write('me', 'birthDate', '31 February 1971');
  await app.part.seesWords(problem('date-impossible'));
  await page.reload();
  await expect(born).toHaveValue('31 February 1971');
  await app.part.write('me', 'birthDate', 'the winter of the big snow');
  await app.part.isSaved();
  await page.reload();
  await expect(born).toHaveValue('the winter of the big snow');
});

test('an NHS number that does not add up is warned about and kept', async ({ app, page }) => {
  await app.goTo('#/passport/me');
  await app.part.addMore();
  const number = app.part.box('me', 'nhsNumber');
  await app.part.write('me', 'nhsNumber', '943 476 5910');
  await app.part.seesWords(problem('nhs-number'));
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await expect(number).toHaveValue('943 476 5910');
  await app.part.write('me', 'nhsNumber', '943 476 5919');
  await expect(page.getByText(problem('nhs-number'))).toHaveCount(0);
});

test('“still right” is one tap, and says the day', async ({ app, page }) => {
  await page.clock.install({ time: new Date('2026-11-21T10:00:00Z') });
  await addMedicine(app, 'Paracetamol');
  await app.part.seesWords(say('part:notChecked'));
  await app.part.stillRight();
  await app.part.seesWords(say('part:checked', { date: '21 November 2026' }));
  await app.goTo('#/share/gp');
  await app.share.isReady();
  await expect(app.share.preview).toContainText('21 November 2026');
});

test('half-typed words are there again after a reload and after the tab was closed', async ({ app, page, context }) => {
  await app.goTo('#/passport/matters');
  await app.part.box('matters', 'most').pressSequentially('I was just about to say that');
  await settle(page);
  await page.reload();
  await expect(app.part.box('matters', 'most')).toHaveValue('I was just about to say that');
  await expect(app.part.page.getByText(say('part:kept'))).toBeVisible();
  await app.part.box('matters', 'goodDay').pressSequentially('A day with');
  await settle(page);
  const address = page.url();
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole('textbox', { name: ask('matters', 'goodDay'), exact: true })).toHaveValue('A day with');
  await expect(again.getByRole('textbox', { name: ask('matters', 'most'), exact: true })).toHaveValue(
    'I was just about to say that',
  );
});

test('where it hurts is picked from the list of places, beside the drawing', async ({ app, page }) => {
  await app.goTo('#/passport/words');
  const where = app.part.group('words', 'where');
  await app.part.tick('words', 'where', term('body', 'lower_back'));
  await app.part.isSaved();
  await expect(page.locator('[data-region="lower_back"]')).toBeVisible();
  const own = where.getByRole('textbox', { name: say('part:ownOther'), exact: true });
  await own.fill('behind my left eye');
  await own.press('Enter');
  await expect(where.getByRole('checkbox', { name: 'behind my left eye' })).toBeChecked();
  await app.part.isSaved();
  await page.reload();
  await expect(where.getByRole('checkbox', { name: term('body', 'lower_back'), exact: true })).toBeChecked();
  await expect(where.getByRole('checkbox', { name: 'behind my left eye' })).toBeChecked();
});

test('picks made faster than the device saves are all kept', async ({ app, page }) => {
  await app.goTo('#/passport/me');
  await app.part.addMore();
  const helps = app.part.group('me', 'communication').getByRole('checkbox');
  const places = await helps.evaluateAll((boxes) => {
    for (const box of boxes.slice(0, 4)) (box as HTMLInputElement).click();
    return boxes.length;
  });
  expect(places).toBeGreaterThan(4);
  await app.part.isSaved();
  await page.reload();
  for (const place of [0, 1, 2, 3]) await expect(helps.nth(place)).toBeChecked();
});

test('rows of a list can be added and filled without waiting for a save', async ({ app, page }) => {
  await app.goTo('#/passport/flare');
  const box = (key: string) => page.getByRole('textbox', { name: say(key, { n: 1 }), exact: true });
  await app.part.button('part:addStep').click();
  await box('part:step').pressSequentially('Heat');
  await app.part.button('part:addStep').click();
  await page.getByRole('textbox', { name: say('part:step', { n: 2 }), exact: true }).fill('Rest');
  await app.part.button('part:addContact').click();
  await box('part:contactName').pressSequentially('Yusuf');
  await page.keyboard.press('Tab');
  await page.keyboard.type('07700 900123');
  await page.keyboard.press('Tab');
  await page.keyboard.type('any time');
  await page.keyboard.press('Tab');
  await app.part.isSaved();
  await page.reload();
  await expect(box('part:step')).toHaveValue('Heat');
  await expect(page.getByRole('textbox', { name: say('part:step', { n: 2 }), exact: true })).toHaveValue('Rest');
  await expect(box('part:contactName')).toHaveValue('Yusuf');
  await expect(box('part:contactPhone')).toHaveValue('07700 900123');
  await expect(box('part:contactWhen')).toHaveValue('any time');
});

test('every change can be undone from the same spot, latest first', async ({ app }) => {
  await app.goTo('#/passport/matters');
  await app.part.write('matters', 'most', 'My garden');
  await app.part.isSaved();
  await app.part.write('matters', 'people', 'My sister');
  await app.part.isSaved();
  await app.part.undo();
  await expect(app.part.box('matters', 'people')).toHaveValue('');
  await expect(app.part.box('matters', 'most')).toHaveValue('My garden');
});

test('what is taken out can be brought back, there and from its history', async ({ app }) => {
  await addMedicine(app, 'Tramadol');
  await app.part.open('Tramadol');
  await app.record.remove();
  await app.record.seesWords(say('part:removed'));
  await app.goTo('#/share/gp');
  await expect(app.share.page.getByText('Tramadol')).toHaveCount(0);
  await app.record.page.goBack();
  await app.record.bringBack();
  await expect(app.record.box('medicines', 'name')).toHaveValue('Tramadol');
  await app.goTo('#/passport/medicines');
  expect(await app.part.titles('medicines')).toEqual(['Tramadol']);
});

test('a medicine is stopped and taken again with one press, and stands under the heading it belongs to', async ({
  app,
}) => {
  for (const name of ['Baclofen', 'Metformin']) await addMedicine(app, name);
  await app.part.open('Metformin');
  await app.record.write('medicines', 'strength', '500 mg');
  await app.record.write('medicines', 'dose', 'two twice a day');
  await app.record.isSaved();
  await app.goTo('#/passport/medicines');
  await expect(app.part.under('medicines', 'now')).toHaveText(['Baclofen', /^Metformin 500 mg\s*two twice a day$/]);
  await app.part.open('Metformin');
  await app.record.button('parts:medicines.end').press('Enter');
  await expect(app.record.button('parts:medicines.again')).toBeFocused();
  await app.record.write('medicines', 'stopped', '2019');
  await app.record.write('medicines', 'stoppedWhy', 'I felt sick');
  await app.record.isSaved();
  await app.goTo('#/passport/medicines');
  await expect(app.part.under('medicines', 'stopped')).toHaveText([/^Metformin 500 mg\s*2019\s· I felt sick$/]);
  await app.part.open('Metformin');
  await app.record.button('parts:medicines.again').click();
  await app.record.isSaved();
  await expect(app.record.box('medicines', 'stoppedWhy')).toHaveCount(0);
  await app.goTo('#/passport/medicines');
  await expect(app.part.under('medicines', 'now')).toHaveCount(2);
  await expect(app.part.under('medicines', 'stopped')).toHaveCount(0);
});

test('two entries of one name are asked about until the person says that both are right', async ({ app, page }) => {
  for (const name of ['Amitriptyline', 'amitriptyline ']) await addMedicine(app, name);
  const asked = app.part.page.getByRole('region', { name: say('part:twins.two', { name: named('Amitriptyline') }) });
  await expect(asked.getByRole('link')).toHaveCount(2);
  await app.part.button('part:twins.bothRight').click();
  await expect(asked).toHaveCount(0);
  await app.part.isSaved();
  await page.reload();
  await expect(app.part.records('medicines')).toHaveCount(2);
  await expect(asked).toHaveCount(0);
  await app.part.open('Amitriptyline');
  await app.record.write('medicines', 'strength', '10 mg');
  await app.record.isSaved();
  await app.goTo('#/passport/medicines');
  await expect(asked).toHaveCount(1);
});

test('medicines can be put in another order, and stay so', async ({ app, page }) => {
  for (const name of ['Amitriptyline', 'Baclofen', 'Codeine']) await addMedicine(app, name);
  expect(await app.part.titles('medicines')).toEqual(['Amitriptyline', 'Baclofen', 'Codeine']);
  await app.part.button('part:order').click();
  await app.part.button('part:up', { name: named('Codeine') }).click();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Amitriptyline', 'Codeine', 'Baclofen']);
  await app.part.button('part:down', { name: named('Amitriptyline') }).click();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Codeine', 'Amitriptyline', 'Baclofen']);
  await app.part.moveTo('Baclofen', 1);
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Baclofen', 'Codeine', 'Amitriptyline']);
  await expect(page.getByRole('combobox', { name: say('part:place', { name: named('Baclofen') }) })).toBeFocused();
  await app.part.button('part:orderDone').click();
  await page.reload();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Baclofen', 'Codeine', 'Amitriptyline']);
});
