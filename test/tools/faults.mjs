/**
 * `npm run test:faults`: what must not lose a word, done to the built app in a real browser, one line each. Names run
 * only those; `--quick` does a little of each, in about a minute; `--seed N` has the same chance again.
 *
 *     npm run test:faults -- kills power
 *     npm run test:faults -- --quick
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bringBuild } from './build.mjs';
import { run } from './install.mjs';
import { dist } from './serve.mjs';

const names = ['backups', 'damage', 'deploys', 'keys', 'kills', 'power', 'quota', 'tails', 'upgrades'];

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) stop(`There is no fault called ${unknown.join(', ')}. There are ${names.join(', ')}.`);
// a little of each belongs to `npm test`, which has just built
const isBuilt = values.quick && existsSync(`${dist}sw.js`);
if (!isBuilt && !bringBuild()) stop('The build failed: see above.');

const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 32));
console.log(`Faults${values.quick ? ', a little of each' : ''}, seed ${seed}`);
process.exitCode = run(
  'npx',
  ['playwright', 'test', '-c', 'test/faults/playwright.config.ts', ...positionals.map((name) => `/${name}.spec.ts`)],
  { FAULTS_SEED: seed, ...(values.quick ? { FAULTS: 'quick' } : {}) },
);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
