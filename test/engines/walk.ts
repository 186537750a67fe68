import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { openSite, type Site } from '../e2e/site.ts';
import type { Device, Engine } from './device.ts';
import { engines } from './engines.ts';
import { Person } from './person.ts';

type OfWorker = { readonly engineId: Engine['id']; readonly engine: Engine; readonly device: Device };
type OfWalk = {
  /** A copy of the built app on an address that nobody has opened yet: to the browser, a device of its own. */
  readonly site: Site;
  readonly person: Person;
  /** A folder that goes with the walk. */
  readonly folder: string;
};

/** A walk: written once, taken in each engine. One browser for all that a worker walks. */
export const test = base.extend<OfWalk, OfWorker>({
  engineId: ['firefox', { option: true, scope: 'worker' }],
  engine: [async ({ engineId }, use) => use(engines[engineId]), { scope: 'worker' }],
  device: [
    async ({ engine }, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'engine-'));
      const device = await engine.start(profile);
      // the bars at the top and the foot cover nothing that a picture is taken of
      await device.wire.send('SetWindowRect', { width: 500, height: 980 });
      await use(device);
      await device.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    await site.end();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'walk-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  },
  person: async ({ device, site }, use) => use(new Person(device, site.address)),
});

/** What the line of a walk says besides its name. */
export function tell(line: string): void {
  base.info().annotations.push({ type: 'line', description: line });
}
