/**
 * `npm run bench`: measures the built app in Chromium and prints each figure as a ratio, with its aim. Only ratios of
 * one run mean something: both sides are measured one after the other on the same machine. `npm run bench -- save pdf`
 * measures only those.
 */

import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { openChromium, openSite, wordsOf } from '../tools/drive.mjs';
import { away, bundleForNode, clearAway } from './bundle.mjs';
import { benchFirstLoad, benchPrecache } from './first-load.mjs';
import { benchFirstPaint, benchRelaunchPaint } from './paint.mjs';
import { benchPdf } from './pdf.mjs';
import { benchRelaunch } from './relaunch.mjs';
import { benchSave } from './save.mjs';
import { benchSummary } from './summary.mjs';

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

clearAway();
const t = await wordsOf('en-GB');
const makers = await bundleForNode('test/bench/makers.ts');
const site = await openSite();
const browser = await openChromium();
try {
  console.log(`${new Date().toISOString()}  ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(`Node ${process.version}, Chromium ${browser.version()}`);
  if (isWanted('bytes')) await benchFirstLoad(browser, site, t);
  if (isWanted('bytes')) benchPrecache(site);
  if (isWanted('paint')) await benchFirstPaint(browser, site);
  if (isWanted('paint')) await benchRelaunchPaint(site.folder, t);
  if (isWanted('relaunch')) await benchRelaunch(site.folder, makers.makeDownload, t);
  if (isWanted('save')) await benchSave(site.folder, t);
  if (isWanted('summary')) await benchSummary(makers.makeSummary);
  if (isWanted('pdf')) await benchPdf(browser, site, t);
} finally {
  await browser.close();
  await site.end();
  rmSync(away, { recursive: true, force: true });
}
