import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run e2e:sweep`: what takes too long for every `npm test`: every screen in every language, light and dark. */
export default defineConfig({
  ...config,
  outputDir: '../test-results/sweep',
  projects: [{ name: 'phone', grep: /@whole/ }],
});
