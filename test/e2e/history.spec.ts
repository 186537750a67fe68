import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Change } from '#passport/change.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { type App, test as base } from './app.ts';
import { History } from './models/history.ts';
import { partName, say } from './say.ts';

const test = base.extend<{ history: History }>({
  history: async ({ page }, use) => use(new History(page)),
});
test.use({ serviceWorkers: 'block', actionTimeout: 20_000 });

const clock = (page: Page, time: string) => page.clock.setFixedTime(new Date(`2026-11-21T${time}:00Z`));
const at = (time: string) => say('part:historyAt', { day: '21 November 2026', time });
const you = say('part:historyYou');
const who = (time: string, helper?: string) =>
  say('part:historyWho', { date: time, name: helper ? `\u2068${helper}\u2069` : you });

/** Writes one medicine with what it is for, and stays on its form. */
async function addMedicine(app: App, name: string, purpose: string) {
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.write('medicines', 'name', name);
  await app.record.isSaved();
  await app.record.write('medicines', 'purpose', purpose);
  await app.goTo('#/passport/medicines');
  await expect(app.part.records('medicines').filter({ hasText: name })).toContainText(purpose);
  await app.part.open(name);
}

async function removeMedicine(app: App, name: string) {
  await app.goTo('#/passport/medicines');
  await app.part.open(name);
  await app.record.remove();
  await app.record.isSaved();
}

/** The bytes of a copy that is not sealed. */
async function download({ page, goTo, more }: App): Promise<Buffer> {
  await goTo('#/keep');
  await more.unfold(say('keep:plain.title'));
  const saved = page.waitForEvent('download');
  await more.button('keep:plain.save').click();
  return readFileSync(await (await saved).path());
}

/** Every change that is kept now. */
async function log(app: App): Promise<readonly Change[]> {
  const read = await readDownload(await download(app));
  if (!read.ok) throw new Error(read.problem);
  return read.changes;
}

/** Opens a saved copy: adds what it has, or has the passport be as the copy says, where either is offered. */
async function restore({ page, goTo, more, keep }: App, copy: Buffer, how: 'merge' | 'replace') {
  await goTo('#/');
  await goTo('#/keep/restore');
  const chooser = page.waitForEvent('filechooser');
  await more.button('keep:restore.pick').click();
  await (await chooser).setFiles({ name: 'copy.mfp', mimeType: 'application/octet-stream', buffer: copy });
  await expect(more.heading).toHaveText(say('keep:found.title'));
  if (
    how === 'replace' &&
    (await page
      .locator('summary')
      .filter({ hasText: say('keep:replace.title') })
      .count())
  ) {
    await more.unfold(say('keep:replace.title'));
    await more.button('keep:replace.go').click();
  } else if (how === 'merge') {
    const go = more.button('keep:merge.go').or(more.button('keep:merge.stranger'));
    const whose = more.button('keep:whose.go');
    await go
      .or(whose)
      .or(page.getByText(say('keep:merge.none'), { exact: true }))
      .first()
      .waitFor();
    if (await whose.count()) await keep.know();
    if (!(await go.count())) return;
    await go.click();
  } else return;
  await expect(more.heading).not.toHaveText(say('keep:found.title'));
}

const faults = async (page: Page) => {
  const axe = new AxeBuilder({ page }).setLegacyMode().disableRules(['target-size']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

test('the history of a medicine says what it was before, what it became, who and when', async ({
  app,
  history,
  page,
}) => {
  await clock(page, '10:00');
  await addMedicine(app, 'Amitriptyline', 'Sleep');
  await app.goTo('#/more');
  await app.more.helper('Leyla');
  await clock(page, '14:30');
  await app.goTo('#/passport/medicines');
  await app.part.open('Amitriptyline');
  await app.record.write('medicines', 'purpose', 'Nerves');
  await app.record.isSaved();
  await app.record.openHistory();
  const leyla = history.entry(who('14:30', 'Leyla'));
  await expect(history.field(leyla, 'medicines', 'purpose')).toContainText(
    new RegExp(`${say('part:historyBefore')}\\s*Sleep.*${say('part:historyAfter')}\\s*Nerves`, 's'),
  );
  await expect(history.entries).toHaveCount(2);
  await expect(history.entry(who('10:00'))).toContainText('Amitriptyline');
  expect(await faults(page)).toEqual([]);
});

test('one earlier word, or a whole record, is put back, after seeing exactly what changes', async ({
  app,
  history,
  page,
}) => {
  await clock(page, '10:00');
  await addMedicine(app, 'Amitriptyline', 'Sleep');
  await clock(page, '11:00');
  await app.record.write('medicines', 'purpose', 'Nerves');
  await app.record.isSaved();
  await app.record.openHistory();
  await expect(history.entry(who('11:00'))).toContainText('Nerves');
  await clock(page, '12:00');
  await history.putBack('medicines', 'purpose', at('10:00'));
  await expect(history.entry(who('12:00'))).toContainText('Sleep');
  await clock(page, '12:30');
  await history.undo();
  const asked = await history.askAllBack(at('10:00'));
  await expect(asked).toContainText(new RegExp(`${say('part:putAllBackNow')}\\s*Nerves`));
  await expect(asked).toContainText(new RegExp(`${say('part:putAllBackThen')}\\s*Sleep`));
  await expect(asked).not.toContainText('Amitriptyline');
  expect(await faults(page)).toEqual([]);
  await clock(page, '13:00');
  await history.allBack();
  await expect(history.entry(who('13:00'))).toContainText('Sleep');
  await page.reload();
  await app.goTo('#/passport/medicines');
  await app.part.open('Amitriptyline');
  await app.record.unfoldFor('medicines', 'purpose');
  await expect(app.record.box('medicines', 'purpose')).toHaveValue('Sleep');
});

test('everything that was written stands in one list, and nothing private is in it', async ({ app, history, page }) => {
  await clock(page, '10:00');
  await app.writeName('Sam');
  await addMedicine(app, 'Amitriptyline', 'Sleep');
  await app.record.addMore();
  await clock(page, '11:00');
  await app.record.write('medicines', 'reallyTake', 'half of it');
  await app.record.isSaved();
  await app.goTo('#/history');
  await expect(history.entry(`${who('10:00')} · ${partName('medicines')}`)).toContainText('Amitriptyline');
  await expect(history.entry('Sam')).toContainText(partName('me'));
  await expect(history.entries).toHaveCount(2);
  await expect(page.getByRole('main')).not.toContainText('half of it');
  expect(await faults(page)).toEqual([]);
  await app.goTo('#/history/medicines');
  await expect(history.entries).toHaveCount(1);
  await page.getByRole('link', { name: 'Amitriptyline' }).click();
  await expect(page.getByText('half of it')).toBeHidden();
  await history.unfold(say('part:privateShort'));
  await expect(page.getByText('half of it')).toBeVisible();
  await app.goTo('#/passport/medicines');
  await app.part.link('part:history').click();
  await expect(page).toHaveURL(/#\/history\/medicines$/);
});

test('a long history comes a page at a time, and the keyboard goes on where it was', async ({ app, history, page }) => {
  const many = Array.from({ length: 300 }, (_, place): Change => {
    const n = place + 1;
    const made = new Date(Date.UTC(2026, 5, 1, 0, place * 30)).toISOString();
    const id = `c${n}`.padEnd(16, '0');
    return { id, n, at: made, by: '', lang: 'en-GB', part: 'goals', record: `g${n}`, set: { what: `Goal ${n}` } };
  });
  await app.writeName('Sam');
  await restore(app, Buffer.from(await encodeDownload(many, '2026-11-21T10:00:00.000Z')), 'merge');
  await app.goTo('#/history/goals');
  await expect(history.entries).toHaveCount(50);
  await history.button('part:historyEarlier').focus();
  await page.keyboard.press('Enter');
  await expect(history.entries).toHaveCount(100);
  await expect(page.getByRole('heading', { level: 3 }).nth(50)).toBeFocused();
});

test('what was taken out of any part waits in one place, and comes back with one tap', async ({
  app,
  history,
  page,
}) => {
  await clock(page, '10:00');
  await addMedicine(app, 'Tramadol', 'Back');
  await app.goTo('#/removed');
  await app.part.seesWords(say('part:removedEmpty'));
  await clock(page, '11:00');
  await removeMedicine(app, 'Tramadol');
  await app.goTo('#/passport/medicines');
  await history.unfold(say('part:removedList', { count: 1 }));
  await history.link('part:removedAll').click();
  await expect(history.removed).toHaveText(
    new RegExp(`Tramadol\\s*${partName('medicines')} · ${say('part:historyWho', { date: at('11:00'), name: you })}`),
  );
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await history.button('part:bringBackName', { name: 'Tramadol' }).focus();
  await page.keyboard.press('Enter');
  await expect(history.removed).toHaveCount(0);
  await history.undo();
  await expect(history.removed).toHaveCount(1);
  await history.bringBack('Tramadol');
  await app.goTo('#/passport/medicines');
  expect(await app.part.titles('medicines')).toEqual(['Tramadol']);
});

test('what is removed for ever does not come back: not on a reload, not from an old copy', async ({
  app,
  history,
  page,
}) => {
  await addMedicine(app, 'Tramadol', 'Back');
  await addMedicine(app, 'Baclofen', 'Legs');
  await removeMedicine(app, 'Tramadol');
  const old = await download(app);
  await app.goTo('#/removed');
  await history.button('part:forever.record.askName', { name: 'Tramadol' }).click();
  await expect(history.button('part:forever.record.keep')).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await history.button('part:forever.record.keep').click();
  await expect(history.removed).toHaveCount(1);
  await history.button('part:forever.record.askName', { name: 'Tramadol' }).click();
  await history.removeForEver();
  await app.part.seesWords(say('part:removedEmpty'));

  await page.reload();
  await app.part.seesWords(say('part:removedEmpty'));
  expect(JSON.stringify(await log(app))).not.toContain('Tramadol');

  for (const how of ['merge', 'replace'] as const) {
    await restore(app, old, how);
    await page.reload();
    await app.goTo('#/removed');
    await app.part.seesWords(say('part:removedEmpty'));
  }
  await app.goTo('#/history');
  await expect(history.entry('Baclofen')).toHaveCount(1);
  await expect(page.getByRole('main')).not.toContainText('Tramadol');
  const left = await log(app);
  expect(JSON.stringify(left)).not.toContain('Tramadol');
  expect(JSON.stringify(left)).toContain('Baclofen');
});

test('earlier versions are removed for ever, and what stands now stays', async ({ app, history, page }) => {
  await clock(page, '10:00');
  await app.goTo('#/passport/matters');
  await app.part.write('matters', 'most', 'what I wish I had not written');
  await app.part.isSaved();
  await app.part.write('matters', 'people', 'Ada');
  await app.part.isSaved();
  const old = await download(app);
  await clock(page, '11:00');
  await app.goTo('#/passport/matters');
  await app.part.write('matters', 'most', 'My garden');
  await app.part.isSaved();
  await app.part.link('part:history').click();
  await expect(history.entry(who('11:00'))).toContainText('what I wish I had not written');
  await history.button('part:forever.earlier.ask').click();
  await history.removeForEver();
  await expect(history.entry(who('11:00'))).toContainText('My garden');
  await expect(page.getByRole('main')).not.toContainText('what I wish I had not written');
  await expect(history.button('part:forever.earlier.ask')).toHaveCount(0);
  await restore(app, old, 'merge');
  await page.reload();
  expect(JSON.stringify(await log(app))).not.toContain('what I wish I had not written');
  await app.goTo('#/passport/matters');
  await expect(app.part.box('matters', 'most')).toHaveValue('My garden');
  await expect(app.part.box('matters', 'people')).toHaveValue('Ada');
});

test('the address of what was removed for ever takes no more words', async ({ app, history, page }) => {
  await addMedicine(app, 'Tramadol', 'Back');
  const address = page.url().replace(/^.*#/, '#');
  await app.record.remove();
  await history.button('part:forever.record.ask').click();
  await history.removeForEver();
  await expect(page).toHaveURL(/#\/passport\/medicines$/);
  await app.goTo(address);
  await expect(history.heading).toHaveText(say('part:forever.done'));
  await expect(page.getByRole('textbox')).toHaveCount(0);
});
