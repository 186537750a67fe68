import { expect } from '@playwright/test';
import { release } from '../e2e/site.ts';
import { chance, many, say, test } from './fault.ts';
import { load, settle, update } from './service-worker.ts';

test('deploys', async ({ site, page }) => {
  const chunks = site
    .assets('')
    .filter((name) => name.endsWith('.js') && site.read('sw.js').includes(`assets/${name}`))
    .map((name) => `assets/${name}`);
  const tried = chance().shuffled(chunks).slice(0, many(chunks.length, 2));
  const worker = site.read('sw.js').toString();
  await settle(page, site.address);
  for (const name of tried) {
    const old = site.read(name).toString();
    const fresh = `${old}\n/* version two */`;
    release(site, name, fresh);
    site.write(name, fresh.slice(0, fresh.length / 2));
    expect(await update(page), name).toBe('redundant');
    expect(await load(page, name), name).toBe(old);
    site.write(name, old);
    site.write('sw.js', worker);
    // what the browser holds of the bad one is asked for anew
    expect(await update(page)).not.toBe('waiting');
  }
  await site.stop();
  await page.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  await site.start();
  say(
    `${tried.length} deploys with one chunk cut in half (of ${chunks.length}), 0 became the app, the old one goes on offline`,
  );
});
