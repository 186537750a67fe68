import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { chance, many, openStorePage, say, seed, skip, test } from './fault.ts';
import { makeLoopDisk, whyNoLoopDisk } from './loop-disk.ts';

/** Hears of every save from now on. */
async function hear(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('acknowledged', (name: string) => heard.push(name));
  return heard;
}

test('power', async ({ site, on }) => {
  const why = whyNoLoopDisk();
  if (why) skip(why);
  const cuts = many(20, 1);
  const random = chance();
  const disk = makeLoopDisk();
  const profile = join(disk.folder, 'profile');
  // Another origin keeps its database in another folder: the flushes of one do not save the other.
  const loose = site.address.replace('localhost', '127.0.0.1');
  const [saved, savedLoosely, lost]: [string[], string[], string[]] = [[], [], []];
  let lostLoosely = 0;
  try {
    for (let cut = 0; cut <= cuts; cut += 1) {
      const device = await on(profile);
      const page = await openStorePage(device, site);
      const found = await page.evaluate(() => window.faults.open());
      expect(found, `opening after cut ${cut}, seed ${seed}: ${JSON.stringify(found)}`).toMatchObject({ ok: true });
      const names = new Set(await page.evaluate(() => window.faults.names()));
      lost.push(...saved.filter((name) => !names.has(name)));
      const other = await openStorePage(device, site, loose);
      const looseNames = new Set(await other.evaluate(() => window.faults.looseNames()));
      lostLoosely += savedLoosely.splice(0).filter((name) => !looseNames.has(name)).length;
      if (cut === cuts) {
        await device.close();
        break;
      }
      const [heard, heardLoosely] = [await hear(page), await hear(other)];
      await page.evaluate((label) => void window.faults.saveForEver(label), `cut${cut}`);
      await other.evaluate((label) => void window.faults.putLooselyForEver(label), `cut${cut}`);
      await expect.poll(() => heard.length, { intervals: [20] }).toBeGreaterThan(20);
      await new Promise((resolve) => setTimeout(resolve, 500 + random.below(4_500)));
      await device.kill();
      disk.cut();
      saved.push(...heard);
      savedLoosely.push(...heardLoosely);
    }
  } finally {
    disk.end();
  }
  const count = saved.length.toLocaleString('en-GB');
  say(
    `${cuts} power cuts, ${count} acknowledged saves, ${lost.length} lost (of unflushed ones beside them ${lostLoosely})`,
  );
  expect(lost).toEqual([]);
  expect(lostLoosely, 'a cut that loses nothing proves nothing').toBeGreaterThan(0);
});
