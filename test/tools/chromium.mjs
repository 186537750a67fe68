/** Finds a Chromium to test with: `CHROMIUM`, then the usual places, then the one Playwright keeps. */
import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Switches for a browser that tests alone: no sandbox as root in a container, nothing fetched in the background. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Returns the path of an executable Chromium, or `undefined` when there is none. */
export function findChromium() {
  const own = process.env.CHROMIUM;
  return [...(own ? [own] : []), ...places, chromium.executablePath()].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
