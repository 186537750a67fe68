/**
 * `npm test`: brings what is missing, a browser included, then runs everything. What a failed step said last is
 * said once more at the end. `npm run test:all` (`--all`) runs all the cases of every property, all faults and a million
 * hostile inputs instead of some.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installPackages, run, runAndHear } from './install.mjs';

const tools = { zbarimg: 'zbar-tools', pdftotext: 'poppler-utils', qpdf: 'qpdf', age: 'age' };
const isRoot = process.getuid?.() === 0;

const { all: isAll } = parseArgs({ options: { all: { type: 'boolean' } } }).values;

installPackages();
bringTools(tools, (still) => `${still}. The tests that read with them are skipped and say so.`);
await bringBrowser();

const script = (...args) => ['run', '--silent', ...args];
/** Done side by side, each told when it is over: none needs another. */
const sideBySide = [
  ['lint', script('lint')],
  ['types', script('typecheck')],
  ['unused code', script('knip')],
  ['build', script('build')],
];
// in `npm test` the same faults every time; `npm run test:faults` meets new ones
const steps = [
  ['unit tests', script('unit')],
  ['end-to-end tests', script('e2e')],
  ...(isAll
    ? [
        ['walks in other engines', script('e2e:engines')],
        ['faults', script('test:faults')],
        ['hostile inputs', script('fuzz')],
      ]
    : [['faults, a little of each', script('test:faults', '--', '--quick', '--seed', '7')]]),
];

/** Runners speak of their failures last: so many lines hold most of what they say. */
const lastLines = 120;

const failed = [];
const env = { ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...(isAll ? { TEST_ALL: '1' } : {}) };
const judge = (name, { status, heard }) => {
  if (status !== 0) failed.push({ name, lines: heard.trimEnd().split('\n').slice(-lastLines) });
};
await Promise.all(
  sideBySide.map(async ([name, args]) => {
    const done = await runAndHear('npm', args, { env, isShown: false });
    console.log(`\n── ${name}\n${done.heard.trimEnd()}`);
    judge(name, done);
  }),
);
for (const [name, args] of steps) {
  console.log(`\n── ${name}`);
  judge(name, await runAndHear('npm', args, { env, isShown: true }));
}
if (failed.length > 0) {
  for (const { name, lines } of failed) console.error(`\n── ${name}, once more\n${lines.join('\n')}`);
  console.error(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

function has(command) {
  const { error } = spawnSync(command, ['--version'], { stdio: 'ignore' });
  return error?.code !== 'ENOENT';
}

function bringPackages(names) {
  run('apt-get', ['update', '-qq'], { DEBIAN_FRONTEND: 'noninteractive' });
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
}

/** Installs what is missing of `wanted` where that can be done; else says so, in words from `say`. */
function bringTools(wanted, say) {
  const missing = Object.keys(wanted).filter((command) => !has(command));
  if (missing.length === 0) return;
  if (isRoot && has('apt-get')) bringPackages([...new Set(missing.map((command) => wanted[command]))]);
  const still = missing.filter((command) => !has(command));
  if (still.length > 0) console.log(`Not here: ${say(still.join(', '))}`);
}

/** An existing Chromium, else Debian's package when root, else Playwright's own. */
async function bringBrowser() {
  const { findChromium } = await import('./chromium.mjs');
  if (findChromium()) return;
  console.log('Bringing a browser…');
  if (isRoot && has('apt-get')) bringPackages(['chromium']);
  if (!findChromium()) run('npx', ['playwright', 'install', 'chromium']);
  if (findChromium()) return;
  console.error('There is no Chromium here. Install one, or give its path: CHROMIUM=/path/to/chromium npm test');
  process.exit(1);
}
