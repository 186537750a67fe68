import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';
import { findChromium, quiet } from './tools/chromium.mjs';

// Chosen once; the workers inherit it.
process.env['E2E_PORT'] ||= freePort();
const port = process.env['E2E_PORT'];
const address = `http://localhost:${port}/`;
const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.{spec,test,e2e}.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  // one more try on a shared machine; the run still names what needed it
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 390, height: 844 },
    trace: 'retain-on-failure',
    launchOptions: { args: quiet, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'phone', grepInvert: /@desktop/ },
    { name: 'desktop', grep: /@desktop/, use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: 'node test/tools/serve.mjs',
    cwd: '..',
    url: address,
    env: { PORT: port },
    reuseExistingServer: false,
  },
});

function freePort() {
  const ask =
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })";
  return execFileSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).trim();
}
