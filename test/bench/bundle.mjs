import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { root } from '../tools/install.mjs';

/** Where bundles for measuring are made: inside node_modules, so that packages are found from there. */
export const away = join(root, 'node_modules/.cache/moving-forwards-bench');

export function clearAway() {
  rmSync(away, { recursive: true, force: true });
  mkdirSync(away, { recursive: true });
}

const quiet = { configFile: false, logLevel: 'error' };

/** The app's own code for Node: returns the module. */
export async function bundleForNode(entry) {
  const outDir = join(away, 'node');
  const output = { entryFileNames: 'makers.mjs' };
  const options = { ssr: join(root, entry), outDir, target: 'node20', rolldownOptions: { output } };
  await build({ ...quiet, root, build: options, ssr: { noExternal: true } });
  return import(join(outDir, 'makers.mjs'));
}

/** One script for a page, with everything in it: returns its file. */
export async function bundleForPage(entry, name) {
  const lib = { entry: join(root, entry), formats: ['iife'], name: 'bench', fileName: () => `${name}.js` };
  await build({ ...quiet, root, publicDir: false, build: { lib, outDir: join(away, name), target: 'es2022' } });
  return join(away, name, `${name}.js`);
}

/** The smallest page that React and Vite make, with a service worker that keeps it where `isKept`: returns its folder. */
export async function buildEmptyPage({ isKept = false } = {}) {
  const folder = join(away, isKept ? 'empty-kept' : 'empty');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><title>Empty</title></head><body><div id="root"></div><script type="module" src="/main.jsx"></script></body></html>',
  );
  writeFileSync(
    join(folder, 'main.jsx'),
    `import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(<h1>Empty</h1>);
${isKept ? "const policy = trustedTypes.createPolicy('mf', { createScriptURL: (url) => url });\nnavigator.serviceWorker.register(policy.createScriptURL('/sw.js'));" : ''}
`,
  );
  const keeping = isKept
    ? VitePWA({ injectRegister: null, manifest: false, workbox: { inlineWorkboxRuntime: true } })
    : [];
  const plugins = [react(), keeping];
  await build({ ...quiet, root: folder, plugins, build: { modulePreload: { polyfill: false } } });
  return join(folder, 'dist');
}
