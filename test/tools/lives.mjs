/** `node test/tools/lives.mjs`: writes each invented life of `test/lives` as an open copy into `test/fixtures/lives`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { root } from './install.mjs';

const options = { root, configFile: false, logLevel: 'error' };
const { lives, livesMade } = (await runnerImport(`${root}test/lives/lives.ts`, options)).module;
const { encodeDownload } = (await runnerImport(`${root}src/store/download.ts`, options)).module;

mkdirSync(`${root}test/fixtures/lives`, { recursive: true });
for (const { id, changes } of lives) {
  const bytes = await encodeDownload(changes, livesMade);
  writeFileSync(`${root}test/fixtures/lives/${id}.mfp`, bytes);
  console.log(`${String(bytes.length).padStart(7)}  ${id}.mfp`);
}
