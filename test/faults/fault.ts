import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { openSite, type Site } from '../e2e/site.ts';
import { Random } from '../fuzz/random.ts';
import { addStorePage } from './bundle.ts';
import { type Device, startDevice } from './device.ts';

/** `npm run test:faults -- --quick`: a few of each, for every change. */
export const isQuick = process.env['FAULTS'] === 'quick';
export const many = (full: number, quick: number) => (isQuick ? quick : full);

/** Chance that is told, so that a run can be had again: FAULTS_SEED=… npm run test:faults. */
export const seed = Number(process.env['FAULTS_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
export const chance = () => new Random(seed);

/** The line that the run prints for this fault. */
export function say(line: string): void {
  base.info().annotations.push({ type: 'line', description: line });
}

/** Says why a fault was not tried here. */
export function skip(sentence: string): never {
  base.info().annotations.push({ type: 'line', description: `skipped: ${sentence}` });
  base.skip(true, sentence);
  throw new Error('unreachable');
}

/** A page with the store on it: see `store-page.ts`. */
export async function openStorePage(device: Device, site: Site, from = site.address): Promise<Page> {
  const page = await device.open(`${from}store.html`);
  await page.waitForFunction(() => window.faults !== undefined);
  return page;
}

type Fixtures = { profile: string; on: (profile: string) => Promise<Device> };

/** A fault: a copy of the built app with the store's page beside it, a new profile, and browsers that end with the test. */
export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const site = await openSite();
      await addStorePage(site);
      await use(site);
      await site.end();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'fault-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  on: async ({}, use) => {
    const devices: Device[] = [];
    await use(async (profile) => {
      const device = await startDevice(profile);
      devices.push(device);
      return device;
    });
    for (const device of devices) await device.kill();
  },
});
