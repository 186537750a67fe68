import { expect } from '@playwright/test';
import { filesWith, formsOf } from './disk-search.ts';
import { openStorePage, say, test } from './fault.ts';

const word = 'qzvkeyword';

test('keys', async ({ site, profile, on }) => {
  const seen = new Map<string, Uint8Array>();
  const told: string[] = [];
  /** Starts the browser, does one thing, closes it, and looks for every key there ever was. */
  const step = async (
    name: string,
    ahead: number,
    task: (page: Awaited<ReturnType<typeof openStorePage>>) => Promise<void>,
  ) => {
    const device = await on(profile);
    const page = await openStorePage(device, site);
    expect(await page.evaluate((hours) => window.faults.open({ ahead: hours }), ahead), name).toMatchObject({
      ok: true,
    });
    await task(page);
    await page.evaluate(() => window.faults.close());
    const keys = (await page.evaluate(() => window.faults.rawKeys())).map((key) => Uint8Array.from(key));
    await device.close();
    const before = [...seen].filter(([key]) => !keys.some((now) => Buffer.from(now).toString('hex') === key));
    for (const key of keys) {
      seen.set(Buffer.from(key).toString('hex'), key);
      expect(filesWith(profile, [key]).length, `${name}: the key in use is found where it lies`).toBeGreaterThan(0);
    }
    const left = before.filter(([, key]) => filesWith(profile, [key]).length > 0).length;
    told.push(
      `${name}: ${keys.length > 0 ? 'key on the device' : 'no key on the device'}, ${left} of ${before.length} old ones left`,
    );
    expect(filesWith(profile, formsOf(word)), `${name}: planted words`).toEqual([]);
    return left;
  };
  const plant = (at: number) => async (page: Awaited<ReturnType<typeof openStorePage>>) => {
    for (let more = 0; more < 30; more += 1)
      expect(await page.evaluate((name) => window.faults.put(name, 'r1'), `${word} ${at}-${more}`)).toBeNull();
    expect(await page.evaluate((text) => window.faults.keepDraft(text), `${word} half typed`)).toEqual({ ok: true });
  };

  let left = 0;
  await step('first day', 0, plant(0));
  await step('a later day', 3, plant(1));
  left += await step('later still', 6, plant(2));
  left += await step('lock on', 7, async (page) => {
    expect(await page.evaluate(() => window.faults.turnLockOn())).toEqual({ ok: true });
  });
  left += await step('locked', 8, plant(3));
  left += await step('removed for ever', 9, async (page) => {
    expect(await page.evaluate(() => window.faults.removeForEver(['r1']))).toEqual({ ok: true });
  });
  left += await step('lock off', 10, async (page) => {
    expect(await page.evaluate(() => window.faults.turnLockOff())).toEqual({ ok: true });
  });
  left += await step('after it', 11, plant(4));
  say(`${seen.size} keys, ${left} old ones left on the disk, 0 planted words (${told.join('; ')})`);
  expect(left).toBe(0);
});
