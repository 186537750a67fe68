/** Brings the packages of the lockfile when they are missing or other than it says. Node's own modules only. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, with its closing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command in the project's folder, its output shown; returns its exit code. */
export function run(command, args, env = {}) {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, ...env },
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** The same, giving back what it printed too; shown as it comes when that is asked for. */
export function runAndHear(command, args, { env, isShown }) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  let heard = '';
  const hear = (to) => (chunk) => {
    heard += chunk;
    if (isShown) to.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', hear(process.stdout));
  child.stderr.setEncoding('utf8').on('data', hear(process.stderr));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ status: 1, heard });
    });
    child.on('close', (status) => resolve({ status: status ?? 1, heard }));
  });
}

/** Runs `npm ci` if it has to. Ends the program with a sentence when that fails. */
export function installPackages() {
  if (isInstalled()) return;
  console.log('Installing what is missing (npm ci)…');
  if (run('npm', ['ci', '--no-audit', '--no-fund']) === 0) return;
  console.error('The packages could not be installed. Is there a network? Then run this again.');
  process.exit(1);
}

/** Whether every package of the lockfile is here in its version (other platforms' optional ones apart). */
function isInstalled() {
  // npm writes this record last, at the end of every install
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const here = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || here[place]?.version === version || (optional && !here[place]),
  );
}
