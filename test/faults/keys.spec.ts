import { expect, type Page } from '@playwright/test';
import { filesWith, formsOf } from './disk-search.ts';
import { openStorePage, say, test } from './fault.ts';

const word = 'qzvkeyword';

test('keys', async ({ site, profile, on }) => {
  /** Every raw key there ever was on the device. */
  const seen = new Map<string, Buffer<ArrayBuffer>>();
  const lies = (bytes: Buffer<ArrayBuffer>) => filesWith(profile, [bytes]).length > 0;

  /** Starts the browser some hours later, does one thing and closes it. Then the key in use is on the disk, and no other. */
  const step = async (name: string, ahead: number, task: (page: Page) => Promise<void>) => {
    const device = await on(profile);
    const page = await openStorePage(device, site);
    expect(await page.evaluate((hours) => window.faults.open({ ahead: hours }), ahead), name).toMatchObject({
      ok: true,
    });
    await task(page);
    await page.evaluate(() => window.faults.close());
    const { inRows, inFiles } = await page.evaluate(() => window.faults.rawKeys());
    await device.close();
    const now = new Set<string>();
    for (const bytes of [...inRows, ...inFiles].map((key) => Buffer.from(key))) {
      now.add(bytes.toString('hex'));
      seen.set(bytes.toString('hex'), bytes);
      expect(lies(bytes), `${name}: the search finds the key in use`).toBe(true);
    }
    const old = [...seen].filter(([key]) => !now.has(key)).map(([, bytes]) => bytes);
    expect(filesWith(profile, old), `${name}: old keys on the disk`).toEqual([]);
    expect(filesWith(profile, formsOf(word)), `${name}: planted words`).toEqual([]);
    return now.size > 0;
  };
  const plant = async (page: Page) => {
    for (let more = 0; more < 30; more += 1)
      expect(await page.evaluate((name) => window.faults.put(name, 'r1'), `${word} ${more}`)).toBeNull();
    expect(await page.evaluate((text) => window.faults.keepDraft(text), `${word} half typed`)).toEqual({ ok: true });
  };

  expect(await step('first day', 0, plant)).toBe(true);
  expect(await step('a later day', 3, plant)).toBe(true);
  const lockOn = async (page: Page) =>
    expect(await page.evaluate(() => window.faults.turnLockOn())).toEqual({ ok: true });
  expect(await step('lock on', 7, lockOn), 'a raw key beside a lock').toBe(false);
  expect(await step('locked', 8, plant), 'a raw key beside a lock').toBe(false);
  await step('removed for ever', 9, async (page) =>
    expect(await page.evaluate(() => window.faults.removeForEver(['r1']))).toEqual({ ok: true }),
  );
  const lockOff = async (page: Page) =>
    expect(await page.evaluate(() => window.faults.turnLockOff())).toEqual({ ok: true });
  expect(await step('lock off', 10, lockOff)).toBe(true);
  expect(await step('after it', 14, plant)).toBe(true);

  say(`${seen.size} raw keys over some days, a lock put on and off: 0 old ones left on the disk, 0 planted words`);
});
