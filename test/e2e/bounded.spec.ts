import { expect } from '@playwright/test';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { encode } from '#exchange/code/encode.ts';
import { encodeDownload } from '#store/download.ts';
import { allergies, code, floods } from '../exchange/code/floods.ts';
import { test } from './app.ts';
import { say } from './say.ts';
import { WorkMeter } from './work.ts';

test.use({ serviceWorkers: 'block' });

// a third of these on a quiet machine, hundreds of times as much without the bounds
const soon = 25;
const atOnce = 0.1;

for (const [name, flood] of Object.entries(floods)) {
  test(`a code with ${name} opens soon, and so does its record`, async ({ app, page, context }) => {
    const [address = ''] = cardsToAddresses([await encode(code(allergies, ...flood))], '');
    await page.goto('/manifest.webmanifest');
    const meter = await WorkMeter.attach(page, context);
    const isQuick = async (act: () => Promise<unknown>) => {
      const units = await meter.unitsOf(page, act);
      test.info().annotations.push({ type: 'work', description: `${units.toFixed(1)} units` });
      expect(units).toBeLessThan(soon);
    };
    await isQuick(async () => {
      await app.reader.open(address);
      await expect(app.reader.summary).toContainText('Penicillin 0');
    });
    await isQuick(async () => {
      await app.share.unfold(say('summary:record'));
      await expect(page.locator('details > summary:only-child')).toHaveCount(0);
    });
    const names = [...new Set(flood.map(({ part }) => say(`parts:${part}.name`)))];
    if (name.startsWith('59,000')) await expect(app.reader.summary).toContainText(`${names[0]} (1)`);
  });
}

const notes = {
  'one paragraph': 'It hurts less when I have slept and had time to walk. '.repeat(926),
  'short lines': 'It hurts less when I have\n'.repeat(1_923),
  'one word': 'x'.repeat(50_000),
};
for (const [shape, text] of Object.entries(notes)) {
  test(`a key typed into a note of 50,000 characters, ${shape}, is there at once on a slow phone`, async ({
    app,
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await app.goTo('#/passport/matters');
    const box = app.part.box('matters', 'most');
    await box.focus();
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('Control+v');
    await expect(box).toHaveValue(text);
    await page.keyboard.type('y');
    const meter = await WorkMeter.attach(page, context);
    await box.focus();
    const keys = [];
    for (let key = 0; key < 9; key += 1) keys.push(await meter.ofKey(page, 'z'));
    const median = keys.map(({ units }) => units).sort((a, b) => a - b)[4] as number;
    test.info().annotations.push({ type: 'a key', description: `${median.toFixed(3)} units` });
    expect(median).toBeLessThan(atOnce);
    expect(Math.min(...keys.map(({ layouts }) => layouts))).toBe(1);
  });
}

test('a file of 45,000 changes is counted while it is read, and can be stopped', async ({ app, page }) => {
  const changes = Array.from({ length: 45_000 }, (_, at) => ({
    id: `change-${at}`,
    n: at + 1,
    at: '2026-11-21T09:00:00.000Z',
    by: '',
    lang: 'en-GB',
    part: 'problems',
    record: `r${at % 2_000}`,
    set: { name: `Problem ${at}`, mine: 'It hurts less when I have slept. '.repeat(20) },
  }));
  const file = await encodeDownload(changes, '2026-11-21T09:00:00.000Z');
  // every count the bar ever showed
  await page.addInitScript(() => {
    const counts: number[] = [];
    Object.assign(window, { counts });
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar && bar.value !== counts.at(-1)) counts.push(bar.value);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await app.goTo('#/keep/restore');
  await app.keep.choose(file, 'backup.mfp');
  await app.keep.button('keep:restore.stop').click();
  await app.keep.choose(file, 'backup.mfp');
  await expect(app.home.heading).toHaveText(say('keep:found.title'), { timeout: 60_000 });
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  expect(counts.length).toBeGreaterThan(3);
  expect(Math.max(...counts)).toBeLessThanOrEqual(45_000);
});
