import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { openSite, type Site } from '../e2e/site.ts';
import type { Device, Engine } from './device.ts';
import { engines } from './engines.ts';
import { Person } from './person.ts';

type OfWorker = {
  readonly engineId: Engine['id'];
  readonly engine: Engine;
  /** The browser, or why it did not start. */
  readonly started: Device | Error;
};
type OfWalk = {
  /** A walk is left out, and says so, when its browser is here and cannot be started. */
  readonly device: Device;
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
  started: [
    async ({ engine }, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'engine-'));
      const started = await startIn(profile, engine).catch((error: Error) => error);
      await use(started);
      if (!(started instanceof Error)) await started.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  device: [
    async ({ started }, use, info) => {
      if (started instanceof Error) return info.skip(true, `it does not start here (${started.message})`);
      await use(started);
    },
    { auto: true },
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

async function startIn(profile: string, engine: Engine): Promise<Device> {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(reject, 90_000, new Error('It did not answer for 90 seconds.')).unref();
  });
  const device = await Promise.race([engine.start(profile), tooLong]);
  // the bars at the top and the foot cover nothing that a picture is taken of
  await device.wire.send('SetWindowRect', { width: 500, height: 980 });
  return device;
}

/** What the line of a walk says besides its name. */
export function tell(line: string): void {
  base.info().annotations.push({ type: 'line', description: line });
}
