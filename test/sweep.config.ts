import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run e2e:sweep`: every screen in every state, in every language. */
export default defineConfig({
  ...config,
  testMatch: 'sweep.spec.ts',
  outputDir: '../test-results/sweep',
  projects: [{ name: 'phone', grep: /@whole/ }],
});
