import { expect } from '@playwright/test';
import { chance, many, openStorePage, say, seed, test } from './fault.ts';

test('kills', async ({ site, profile, on }) => {
  const kills = many(100, 2);
  const random = chance();
  let saved: string[] = [];
  const lost: string[] = [];
  let [all, opened] = [0, 0];

  for (let kill = 0; kill <= kills; kill += 1) {
    const device = await on(profile);
    const page = await openStorePage(device, site);
    const found = await page.evaluate(() => window.faults.open());
    expect(found, `opening after kill ${kill}, seed ${seed}: ${JSON.stringify(found)}`).toMatchObject({ ok: true });
    const names = new Set(await page.evaluate(() => window.faults.names()));
    lost.push(...saved.filter((name) => !names.has(name)));
    opened += 1;
    if (kill === kills) {
      await device.close();
      break;
    }
    // now and then another passport, so that logs stay of a person's size
    if (kill % 10 === 9) {
      saved = [];
      expect(await page.evaluate(() => window.faults.open({ fresh: true }))).toMatchObject({ ok: true });
    }
    const heard: string[] = [];
    await page.exposeFunction('acknowledged', (name: string) => heard.push(name));
    await page.evaluate((label) => void window.faults.saveForEver(label), `kill${kill}`);
    await expect.poll(() => heard.length, { intervals: [20] }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200 + random.below(2_800)));
    await device.kill();
    expect(heard.filter((name) => !name.startsWith('kill'))).toEqual([]);
    saved.push(...heard);
    all += heard.length;
  }
  say(`${kills} kills, ${opened} openings, ${all.toLocaleString('en-GB')} acknowledged saves, ${lost.length} lost`);
  expect(lost).toEqual([]);
  expect(all).toBeGreaterThan(kills);
});
