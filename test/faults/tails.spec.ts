import { rmSync } from 'node:fs';
import { expect } from '@playwright/test';
import { copyProfile } from './damage.ts';
import { isQuick, openStorePage, say, test } from './fault.ts';
import { addTail, tails } from './tails.ts';

/** Fewer saves than fill a block of the log, and more: Chromium passes over the first, and throws all away for the second. */
const counts = [4, 80];

test('tails', async ({ site, profile, on }) => {
  const [base, copy] = [`${profile}/base`, `${profile}/copy`];
  const save = async (folder: string, names: readonly string[]) => {
    const device = await on(folder);
    const page = await openStorePage(device, site);
    expect(await page.evaluate(() => window.faults.open())).toMatchObject({ ok: true });
    for (const name of names) expect(await page.evaluate((one) => window.faults.put(one, one), name)).toBeNull();
    await device.close();
  };
  const before = ['before-1', 'before-2'];
  await save(base, before);

  const lost: string[] = [];
  let [tried, saved] = [0, 0];
  const wanted = isQuick ? tails.slice(-1) : tails;
  for (const tail of wanted) {
    for (const count of isQuick ? counts.slice(-1) : counts) {
      rmSync(copy, { recursive: true, force: true });
      copyProfile(base, copy);
      addTail(copy, new URL(site.address).origin, tail);
      const after = Array.from({ length: count }, (_, at) => `after-${at}`);
      await save(copy, after);

      const device = await on(copy);
      const page = await openStorePage(device, site);
      const found = await page.evaluate(() => window.faults.open());
      expect(found, `after ${tail.name} and ${count} saves: ${JSON.stringify(found)}`).toMatchObject({ ok: true });
      const names = new Set(await page.evaluate(() => window.faults.names()));
      lost.push(...[...before, ...after].filter((name) => !names.has(name)).map((name) => `${name}, ${tail.name}`));
      await device.close();
      tried += 1;
      saved += before.length + count;
    }
  }
  say(`${tried} starts on a log that a crash cut short, ${saved} acknowledged saves, ${lost.length} lost at the next`);
  expect(lost).toEqual([]);
});
