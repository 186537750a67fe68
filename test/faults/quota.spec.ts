import { expect } from '@playwright/test';
import { many, openStorePage, say, test } from './fault.ts';

test('quota', async ({ site, profile, on }) => {
  const rounds = many(5, 1);
  const device = await on(profile);
  const page = await openStorePage(device, site);
  const devtools = await page.context().newCDPSession(page);
  const give = (quotaSize: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', { origin: site.address.slice(0, -1), quotaSize });
  const put = (name: string) => page.evaluate((one) => window.faults.put(one, `r${one.slice(0, 1)}`), name);

  const room = 4_000_000;
  await give(room);
  expect(await page.evaluate(() => window.faults.open())).toMatchObject({ ok: true });
  const saved: string[] = [];
  let refused = 0;
  for (let round = 1; round <= rounds; round += 1) {
    expect(await page.evaluate((text) => window.faults.keepDraft(text), `half a thought ${round}`)).toEqual({
      ok: true,
    });
    // long notes until there is no room, then shorter ones into what is left
    for (const size of [100_000, 30_000, 10_000]) {
      for (let at = 0; at < 200; at += 1) {
        const before = await page.evaluate(() => window.faults.count());
        const name = `${round}-${size}-${at} `.padEnd(size, 'not compressed, as it is sealed');
        const problem = await put(name);
        if (problem === null) {
          saved.push(name);
          continue;
        }
        expect(problem, 'a write with no room').toBe('save-full');
        expect(await page.evaluate(() => window.faults.count()), 'what is shown is what is kept').toBe(before);
        refused += 1;
        break;
      }
    }
    expect(refused, 'the disk was full').toBe(3 * round);
    expect(await page.evaluate(() => window.faults.drafts())).toEqual([`half a thought ${round}`]);
    await give((round + 1) * room);
    saved.push(`after-${round}`);
    expect(await put(`after-${round}`), 'once there is room again').toBeNull();
  }
  await give(10 * rounds * room);
  await page.evaluate(() => window.faults.close());
  await device.close();
  const again = await openStorePage(await on(profile), site);
  expect(await again.evaluate(() => window.faults.open())).toMatchObject({ ok: true, count: saved.length });
  expect(await again.evaluate(() => window.faults.names())).toEqual(saved);
  say(
    `${refused} writes to a full disk, all refused with a sentence, drafts kept, ${saved.length} saves around them, 0 lost`,
  );
});
