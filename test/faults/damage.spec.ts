import { rmSync } from 'node:fs';
import { expect } from '@playwright/test';
import { say as words } from '../e2e/say.ts';
import { copyProfile, damages, harms } from './damage.ts';
import { chance, isQuick, openStorePage, say, seed, test } from './fault.ts';

const changes = 240;

test('damage', async ({ site, profile, on }) => {
  const random = chance();
  // a profile as it is on the first day, its key also in the database; and one as it is later, its key in files alone
  const profiles = [`${profile}/young`, `${profile}/grown`] as const;
  const wanted = isQuick ? profiles.slice(1) : profiles;
  const starts = isQuick ? 2 : 4;
  for (const folder of wanted) {
    for (let start = 0; start < starts; start += 1) {
      const device = await on(folder);
      const page = await openStorePage(device, site);
      expect(
        await page.evaluate((ahead) => window.faults.open({ ahead }), folder === profiles[0] ? 0 : start * 2),
      ).toMatchObject({
        ok: true,
      });
      for (let at = 0; at < changes / starts; at += 1)
        await page.evaluate((name) => window.faults.put(name, name), `r${start * changes + at}`);
      await page.evaluate(() => window.faults.close());
      await device.close();
    }
  }

  const outcomes = { harmless: 0, restored: 0 };
  const faults: string[] = [];
  let screens = 0;
  const tryOne = async (name: string, from: string, harm: (copy: string) => Promise<boolean>) => {
    const copy = `${profile}/copy`;
    rmSync(copy, { recursive: true, force: true });
    copyProfile(from, copy);
    if (!(await harm(copy))) return;
    const device = await on(copy);
    try {
      const fault = (what: string) => faults.push(`${name} (${from.slice(profile.length + 1)}): ${what}, seed ${seed}`);
      const page = await openStorePage(device, site);
      let found = await page.evaluate(() => window.faults.open());
      // -1: the browser no longer reads it, which the app says in a sentence, and asks to load the page again
      const countNow = () =>
        page
          .evaluate(() => window.faults.names())
          .then(
            (names) => new Set(names).size,
            () => -1,
          );
      if (found.ok && (await countNow()) !== changes) {
        // behind a snapshot that is whole it is found a little later, and told at the next start
        const isFound = page.waitForFunction(() => window.faults.unreadable() > 0, null, { timeout: 10_000 });
        await isFound.catch(() => undefined);
        await page.reload();
        await page.waitForFunction(() => window.faults !== undefined);
        found = await page.evaluate(() => window.faults.open());
      }
      const isNoticed = !found.ok;
      if (!found.ok) {
        if (!found.loss?.safe) return fault(`told ${JSON.stringify(found)}, with no safe copy`);
        if (screens < 1) {
          screens += 1;
          const app = await device.open(`${site.address}#/`);
          await expect(app.getByRole('heading', { level: 1 })).toHaveText(words('lost.title'), { timeout: 30_000 });
          await expect(app.getByRole('button', { name: words('lost.restore') })).toBeVisible();
          await app.close();
        }
        found = await page.evaluate(() => window.faults.restore());
        if (!found.ok) return fault(`could not be restored: ${JSON.stringify(found)}`);
      }
      const count = await countNow();
      if (count !== changes) return fault(`${isNoticed ? 'restored' : 'not noticed'}, with ${count} of ${changes}`);
      if (isNoticed) outcomes.restored += 1;
      else outcomes.harmless += 1;
    } catch (error) {
      faults.push(`${name}: ${String(error).slice(0, 900)}, seed ${seed}`);
    } finally {
      await device.kill();
    }
  };

  const rounds = isQuick ? 1 : 2;
  for (let round = 0; round < rounds; round += 1) {
    for (const from of wanted) {
      for (const damage of isQuick ? [random.pick(damages.slice(0, 4)), random.pick(damages)] : damages)
        await tryOne(damage.name, from, async (copy) => damage.do(copy, random));
    }
  }
  for (const from of wanted) {
    for (const harm of isQuick ? [random.pick(harms)] : harms) {
      await tryOne(harm, from, async (copy) => {
        const device = await on(copy);
        const page = await openStorePage(device, site);
        await page.evaluate((how) => window.faults.harm(how), harm);
        await device.close();
        return true;
      });
    }
  }
  const all = outcomes.harmless + outcomes.restored + faults.length;
  say(
    `${all} damaged profiles of ${changes} changes: ${outcomes.restored} noticed and restored whole, ` +
      `${outcomes.harmless} with nothing missing, ${faults.length} lost`,
  );
  expect(faults).toEqual([]);
  expect(all).toBeGreaterThanOrEqual(isQuick ? 3 : 50);
  expect(outcomes.restored).toBeGreaterThan(0);
});
