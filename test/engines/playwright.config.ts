import { defineConfig } from '@playwright/test';
import type { Engine } from './device.ts';
import { engines } from './engines.ts';

export default defineConfig<object, { engineId: Engine['id'] }>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/engines',
  forbidOnly: true,
  workers: 2,
  timeout: 6 * 60_000,
  reporter: [['./reporter.ts']],
  projects: Object.values(engines).map(({ id, missing }) => ({
    name: id,
    use: { engineId: id },
    // the reporter says so
    testIgnore: missing() === undefined ? [] : '**',
  })),
});
