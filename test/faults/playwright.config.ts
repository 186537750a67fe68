import { defineConfig } from '@playwright/test';
import { findChromium, quiet } from '../tools/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/faults',
  forbidOnly: true,
  // a long run has the machine to itself, one at a time
  workers: process.env['FAULTS'] === 'quick' ? 2 : 1,
  timeout: 30 * 60_000,
  reporter: [['./reporter.ts']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 390, height: 844 },
    launchOptions: { args: quiet, ...(executablePath ? { executablePath } : {}) },
  },
});
