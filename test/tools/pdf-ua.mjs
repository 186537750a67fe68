/**
 * `npm run pdf-ua -- DIR…`: has veraPDF say of every PDF in the folders (and of PDFs named one by one) whether it meets
 * PDF/UA-1, and ends with 1 when one does not. Needs Java and Maven, which brings veraPDF from Maven Central once
 * (`verapdf/pom.xml`); where they are not, it says so and does nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const pom = fileURLToPath(new URL('verapdf/pom.xml', import.meta.url));

/**
 * The class path of veraPDF, or a sentence that says what is missing.
 * @returns {{ readonly path: string } | { readonly missing: string }}
 */
export function findVeraPdf() {
  for (const command of ['java', 'mvn']) {
    if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error)
      return { missing: `${command} is not installed (Debian: apt-get install default-jre-headless maven)` };
  }
  const folder = mkdtempSync(join(tmpdir(), 'moving-forwards-verapdf-'));
  try {
    const file = join(folder, 'classpath');
    const ask = ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${file}`];
    // what was brought before is enough, without asking anybody
    for (const offline of [['-o'], []]) {
      if (spawnSync('mvn', [...offline, ...ask], { stdio: 'ignore' }).status === 0)
        return { path: readFileSync(file, 'utf8').trim() };
    }
    return { missing: 'Maven could not bring veraPDF: Maven Central was not reached' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What veraPDF finds in PDFs: a line for each rule of PDF/UA-1 that one breaks, none where all meet it.
 * @param {string} path
 * @param {readonly string[]} files
 * @returns {{ readonly passed: number, readonly failures: readonly string[] }}
 */
export function checkPdfUa(path, files) {
  const { stdout, stderr, error } = spawnSync(
    'java',
    ['-cp', path, 'org.verapdf.apps.GreenfieldCliWrapper', '--flavour', 'ua1', '--format', 'text', '-v', ...files],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (error) throw error;
  const passed = stdout.match(/^PASS /gm)?.length ?? 0;
  const failures = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('PASS '));
  if (passed === 0 && failures.length === 0) throw new Error(`veraPDF said nothing: ${stderr.slice(-500)}`);
  return { passed, failures };
}

/** @param {string} place */
function pdfsIn(place) {
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.endsWith('.pdf'));
  return names.sort().map((name) => join(place, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2).flatMap((place) => pdfsIn(resolve(place)));
  const found = findVeraPdf();
  if (files.length === 0) {
    console.error('Say where the PDFs are: npm run pdf-ua -- DIR');
    process.exitCode = 1;
  } else if ('missing' in found) {
    console.log(`Skipped: ${found.missing}.`);
  } else {
    const { passed, failures } = checkPdfUa(found.path, files);
    for (const line of failures) console.log(line);
    console.log(`${passed} of ${files.length} PDFs meet PDF/UA-1.`);
    if (passed !== files.length) process.exitCode = 1;
  }
}
