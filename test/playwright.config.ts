import { defineConfig } from '@playwright/test';
import { findChromium, quiet } from './tools/chromium.mjs';

const executablePath = findChromium();

// The address bar's pop-ups are pages in processes of their own, two for every window, and never seen; nor is a process
// kept in reserve. The others are what Playwright switches off: of two such lists the last holds.
const without = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.{spec,test,e2e}.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  // two cores: a third keeps them busy while another waits for the clock
  workers: 3,
  timeout: 120_000,
  // one more try on a shared machine; the run still names what needed it
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 390, height: 844 },
    // a trace of every test costs a fifth of the run; `--trace on` makes one
    trace: 'on-first-retry',
    launchOptions: {
      args: [...quiet, `--disable-features=${without.join()}`],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  projects: [
    { name: 'phone', grepInvert: /@desktop|@whole/ },
    { name: 'desktop', grep: /@desktop/, use: { viewport: { width: 1280, height: 800 } } },
  ],
});
