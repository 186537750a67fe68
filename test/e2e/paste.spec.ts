import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type App, test } from './app.ts';
import { ask, say } from './say.ts';

test.use({ serviceWorkers: 'block' });

const list = readFileSync(new URL('../fixtures/problem-list.tsv', import.meta.url), 'utf8');
const entries = list.trim().split('\n').length - 1;
// What the issue says belongs together, by the words of each line; everything else stands alone.
const together = [2, 3, 2, 4];
const sets = entries - together.reduce((all, size) => all + size - 1, 0);

function sizeOf(count: number, groups: number): string {
  const all = say('paste:size.entries', { count });
  if (count === groups) return all;
  return say('paste:size.both', { entries: all, groups: say('paste:size.groups', { count: groups }) });
}

/** The lines behind every entry of the walk, walked through without placing any. */
async function walkThrough(app: App): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for (let left = sets; left > 0; left -= 1) {
    const fold = app.page.locator('summary');
    await fold.click();
    found.push(await app.page.getByRole('main').locator('details').getByRole('listitem').allInnerTexts());
    await app.paste.leave();
    const heading = await app.paste.heading.textContent();
    if (heading === say('paste:end.title')) break;
    await expect(app.page.locator('details[open]')).toHaveCount(0);
  }
  return found;
}

test('a real printed list gives 26 entries, in groups of words alike, none lost', async ({ app, page }) => {
  test.slow();
  expect(entries).toBe(26);
  await app.goTo('#/passport/problems');
  await app.part.link('part:paste.problems').click();
  await app.paste.seesWords(say('paste:problems.first'));
  await app.paste.read(list);
  await app.paste.seesWords(say('paste:kept.count', { size: sizeOf(26, sets) }));
  await app.paste.start();
  const found = await walkThrough(app);
  await expect(page.getByText(say('paste:end.left', { size: sizeOf(entries, sets) }))).toBeVisible();
  expect(found).toHaveLength(sets);
  const groups = found.filter((lines) => lines.length > 1).map((lines) => lines.map((line) => line.toLowerCase()));
  const has = (...words: readonly string[]) =>
    groups.some(
      (lines) => lines.length === words.length && words.every((word) => lines.some((line) => line.includes(word))),
    );
  expect(groups).toHaveLength(4);
  expect(has('somatization', 'somatization')).toBe(true);
  expect(has('breath test positive', 'breath test positive', 'pylori')).toBe(true);
  expect(has('depressive', 'depressive')).toBe(true);
  expect(has('fertility problem', 'fertility problem', 'secondary infertility', 'infertility - female')).toBe(true);
  const all = found.flat().join('\n');
  for (const line of list.trim().split('\n').slice(1)) expect(all).toContain(line.split('\t')[1]);
});

test('what was pasted is private until it is placed, and can be gone on with on another day', async ({ app, page }) => {
  await app.goTo('#/paste/problems');
  await app.paste.read(list);
  await app.paste.start();
  const first = await app.paste.title();
  await app.paste.place('active');
  await expect(app.paste.heading).not.toHaveText(first);
  const second = await app.paste.title();
  await app.paste.leave();
  await expect(app.paste.heading).not.toHaveText(second);
  const third = await app.paste.title();
  await app.paste.stop();
  await expect(page.getByText(say('paste:end.left', { size: '' }).replace('.', ''))).toBeVisible();
  await app.paste.seesWords(say('paste:end.private'));

  await app.goTo('#/share/everything');
  await app.share.isReady();
  await expect(app.share.preview).toContainText(first);
  await expect(app.share.preview).not.toContainText(second);
  await expect(app.share.preview).not.toContainText('Panic');
  await app.goTo('#/');
  await expect(page.getByText('Panic')).toHaveCount(0);
  await app.goTo('#/passport/problems');
  await expect.poll(() => app.part.titles('problems')).toEqual([first]);

  await page.reload();
  await app.part.link('part:heldWalk').click();
  await app.paste.button('paste:problems.goOn').click();
  await expect(app.paste.heading).toHaveText(third);
});

test('a group can be taken apart, and each line then has its own place', async ({ app, page }) => {
  await app.goTo('#/paste/problems');
  await app.paste.read('Depressive disorder NEC\t11-Jul-2012\nDepressive disorder NEC\t21-Aug-2001');
  await app.paste.start();
  const lines = await app.paste.lines(2);
  await expect(lines).toHaveCount(2);
  await lines.first().getByRole('button').click();
  await expect(page.getByText(say('paste:walk.left', { size: sizeOf(1, 1) }))).toBeVisible();
  await app.paste.place('past');
  await app.paste.place('active');
  await app.goTo('#/passport/problems');
  await expect(app.part.records('problems')).toHaveCount(2);
  for (const status of ['active', 'past']) await expect(app.part.under('problems', status)).toHaveCount(1);
});

test('one answer places a whole group, under the person’s own name for it', async ({ app, page }) => {
  await app.goTo('#/paste/problems');
  await app.paste.read('Depressive disorder NEC\t11-Jul-2012\nDepressive disorder NEC\t21-Aug-2001');
  await app.paste.start();
  await expect(app.paste.heading).toHaveText('Depressive disorder');
  await expect(page.getByText('21 August 2001', { exact: false }).first()).toBeVisible();
  await page.getByRole('textbox', { name: say('paste:walk.mine'), exact: true }).fill('Low days');
  await app.paste.place('active');
  await app.paste.seesWords(say('paste:end.allTitle'));
  await app.goTo('#/share/everything');
  await app.share.isReady();
  await expect(app.share.preview).toContainText('Low days');
  await expect(app.share.preview).not.toContainText('NEC');
});

test('a line that is no problem is kept as text and never dropped', async ({ app, page }) => {
  await app.goTo('#/paste/problems');
  await app.paste.read('Asthma 2012\n-----------\n((((( 99');
  await app.paste.button('paste:aside.leave', { count: 1 }).click();
  await expect(page.getByText('(((((')).toBeVisible();
});

test('nothing to read is said in a sentence, and the words stay in the box', async ({ app, page }) => {
  await app.goTo('#/paste/problems');
  await app.paste.read('   \n  ');
  await app.paste.seesWords(say('paste:problems.nothing'));
  await expect(app.paste.list).toHaveAttribute('aria-invalid', 'true');
  await app.paste.list.pressSequentially('half a list');
  await page.waitForTimeout(300);
  await page.reload();
  await expect(app.paste.list).toHaveValue(/half a list/);
});

test('several medicines are pasted, one a line, and put right before they are added', async ({ app, page }) => {
  await app.goTo('#/passport/medicines');
  await app.part.link('part:paste.medicines').click();
  await app.paste.medicines.fill(
    'Amitriptyline 10mg tablets at night\nZapain 30mg/500mg 1 or 2 four times a day\nsome old ointment',
  );
  await app.paste.button('paste:medicines.read').click();
  await expect(app.paste.medicine('Amitriptyline 10mg')).toContainText('at night');
  await app.paste.untick('some old ointment');
  await app.paste.medicine('Zapain').click();
  await page.getByRole('textbox', { name: say('paste:medicines.dose'), exact: true }).fill('2 when it is bad');
  await app.paste.button('paste:medicines.save', { count: 2 }).click();
  await app.paste.link('paste:medicines.see').click();
  await expect.poll(() => app.part.titles('medicines')).toEqual(['Amitriptyline 10mg', 'Zapain 30mg/500mg']);
  await app.part.open('Zapain');
  await expect(page.getByRole('textbox', { name: ask('medicines', 'dose'), exact: true })).toHaveValue(
    '2 when it is bad',
  );
});

test('a newer list is put beside what stands, and nothing of it ends or changes by itself', async ({ app, page }) => {
  await app.goTo('#/paste/medicines');
  await app.paste.readMedicines('Amitriptyline 10mg tablets, one at night\nSenna two at night\nCodeine 15mg bd');
  await app.paste.button('paste:medicines.save', { count: 3 }).click();
  await app.paste.link('paste:medicines.see').click();
  await app.goTo('#/paste/medicines');
  await app.paste.readMedicines(
    'Medicines on discharge\nDrug\tDose\tStatus\nAmitriptyline 10mg tablets\ttwo at night\tCHANGED\nSenna\ttwo at night\tCONTINUED\nOramorph 10mg/5ml\t5ml prn\tNEW',
  );
  await expect(page.getByRole('heading', { name: say('paste:beside.differs.title') })).toBeVisible();
  await expect(page.getByText(say('paste:beside.notOnList', { count: 1 }))).toBeVisible();
  await expect(page.getByText('CHANGED')).toBeVisible();
  await app.paste.button('paste:medicines.save', { count: 1 }).click();
  await app.paste.link('paste:medicines.see').click();
  await expect
    .poll(async () => (await app.part.titles('medicines')).toSorted())
    .toEqual([...['Amitriptyline 10mg', 'Codeine 15mg', 'Oramorph 10mg/5ml', 'Senna']]);
  await app.part.open('Amitriptyline');
  await expect(page.getByRole('textbox', { name: ask('medicines', 'dose'), exact: true })).toHaveValue('one at night');
});
