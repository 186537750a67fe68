import { expect } from '@playwright/test';
import { many, openStorePage, say, test } from './fault.ts';

const harms = ['throws', 'clears', 'rewrites', 'aborts'] as const;

test('upgrades', async ({ site, profile, on }) => {
  const rounds = many(5, 1);
  const device = await on(profile);
  const page = await openStorePage(device, site);
  expect(await page.evaluate(() => window.faults.open())).toMatchObject({ ok: true });
  for (let at = 0; at < 200; at += 1) await page.evaluate((one) => window.faults.put(`kept-${one}`, `r${one}`), at);
  const names = await page.evaluate(() => window.faults.names());
  expect(names).toHaveLength(200);
  await page.evaluate(() => window.faults.close());

  let failed = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const harm of harms) {
      const said = await page.evaluate((one) => window.faults.upgradeBadly(one), harm);
      expect(said, `an upgrade that ${harm}`).not.toBe('went through');
      failed += 1;
      expect(await page.evaluate(() => window.faults.open())).toMatchObject({ ok: true, count: 200 });
      expect(await page.evaluate(() => window.faults.names())).toEqual(names);
      await page.evaluate(() => window.faults.close());
    }
  }
  say(
    `${failed} upgrades that failed half-way (${harms.join(', ')}), every one rolled back whole, 0 of 200 changes lost`,
  );
});
