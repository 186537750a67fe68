import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium, openSite } from '../tools/drive.mjs';
import { bundleForPage } from './bundle.mjs';
import { heading, judge, median, ms, say } from './report.mjs';

const rounds = { store: 200, app: 40 };

/** A save, beside a bare strict write of as many bytes in the same page, one after the other. */
export async function benchSave(built, t) {
  heading('Save, against a bare strict IndexedDB put (profile on disk)');
  const [storePage, appPage] = await Promise.all([
    bundleForPage('test/bench/store-page.ts', 'store-page'),
    bundleForPage('test/bench/app-page.ts', 'app-page'),
  ]);
  const profile = mkdtempSync(join(tmpdir(), 'save-'));
  const site = await openSite(built);
  const context = await openChromium({ profile });
  try {
    cpSync(storePage, join(site.folder, 'assets/store-page.js'));
    writeFileSync(join(site.folder, 'store.html'), '<!doctype html><script src="/assets/store-page.js"></script>');
    const resolved = await measureStore(context, site.address);
    say('Bare put, to complete', ms(resolved.bare));
    say('append, called to resolved', ms(resolved.append));
    judge('append against put', median(resolved.append) / median(resolved.bare), 1.5);
    const { edit, bare } = await measureApp(context, site.address, readFileSync(appPage, 'utf8'), t);
    say('Leaving a box, bare put, its words in the page', ms(bare.said));
    say('Leaving a box of the app, to “Saved” in the page', ms(edit.said));
    say('The same, to the frame that shows it: bare put', ms(bare.painted));
    say('The same, to the frame that shows it: the app', ms(edit.painted));
    judge('“Saved” against put, both painted', median(edit.painted) / median(bare.painted), 1.5);
  } finally {
    await context.close();
    await site.end();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function measureStore(context, address) {
  const page = await context.newPage();
  await page.goto(`${address}store.html`);
  await page.evaluate(() => window.measure(10));
  const result = await page.evaluate((count) => window.measure(count), rounds.store);
  await page.close();
  return result;
}

async function measureApp(context, address, script, t) {
  const page = await context.newPage();
  await page.addInitScript(script);
  await page.goto(`${address}#/passport/matters`);
  const box = page.locator('form textarea').first();
  await box.waitFor();
  const words = {
    box: await box.getAttribute('id'),
    saved: t('saved'),
    undo: t('undo'),
    undone: t('undone'),
  };
  await page.evaluate((said) => window.measureEdits(5, said), words);
  return page.evaluate(([count, said]) => window.measureEdits(count, said), [rounds.app, words]);
}
