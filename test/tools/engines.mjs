/**
 * `npm run e2e:engines`: the main walks in Firefox and WebKitGTK, written once and taken in each, a line a walk. An engine
 * that is not here is named and left out. A name walks only that one.
 *
 *     npm run e2e:engines -- firefox
 *
 * `--built` takes what was just built, and two kills rather than thirty.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bringBuild } from './build.mjs';
import { run } from './install.mjs';
import { dist } from './serve.mjs';

const names = ['firefox', 'webkit'];
const { values, positionals } = parseArgs({ options: { built: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) stop(`There is no engine called ${unknown.join(', ')} here. There are ${names.join(' and ')}.`);
const isBuilt = values.built && existsSync(`${dist}sw.js`);
if (!isBuilt && !bringBuild()) stop('The build failed: see above.');
process.exitCode = run(
  'npx',
  [
    'playwright',
    'test',
    '-c',
    'test/engines/playwright.config.ts',
    '--pass-with-no-tests',
    ...positionals.map((name) => `--project=${name}`),
  ],
  values.built ? { ENGINES_KILLS: '2' } : {},
);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
