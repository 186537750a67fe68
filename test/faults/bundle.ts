import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Site } from '../e2e/site.ts';
import { root } from '../tools/install.mjs';

/** Puts the page of `store-page.ts` with its workers beside the app: at `store.html` of the site. */
export async function addStorePage(site: Site): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'store-page-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      publicDir: false,
      worker: { format: 'es' },
      build: {
        outDir,
        target: 'es2022',
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: join(root, 'test/faults/store-page.ts'),
          output: { entryFileNames: 'assets/store-page.js', codeSplitting: false },
        },
      },
    });
    for (const name of readdirSync(join(outDir, 'assets')))
      site.write(`assets/${name}`, readFileSync(join(outDir, 'assets', name)));
  } finally {
    rmSync(outDir, { recursive: true });
  }
  site.write(
    'store.html',
    '<!doctype html><title>Store</title><script type="module" src="/assets/store-page.js"></script>',
  );
}
