import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages } from '#i18n/languages.ts';

const root = join(import.meta.dirname, '../..');
const lives = join(root, 'test/fixtures/lives');
const { readers } = JSON.parse(readFileSync(join(root, 'locales/en-GB/share.json'), 'utf8'));

/** What `npm run sample -- DIR COPY` writes of a copy, and what it says. No test builds: others read what is built. */
async function sample(copy: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const tool = spawn('node', ['test/tools/sample.mjs', '--built', folder, copy], { cwd: root });
  let said = '';
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (more) => (said += more));
  const status = await new Promise((done) => tool.on('close', done));
  const names = readdirSync(folder);
  rmSync(folder, { recursive: true });
  return { status, said, names };
}

test('whoever wants to look at a life gets every paper, text, code and link of it, for every reader', async () => {
  test.setTimeout(300_000);
  const { status, said, names } = await sample(join(lives, 'grandmother.mfp'));
  expect(status, said).toBe(0);
  for (const reader of Object.keys(readers)) {
    for (const { id } of languages) expect.soft(names).toContain(`summary-${reader}-${id}.pdf`);
    for (const name of [`text-${reader}.txt`, `link-${reader}.txt`, `code-${reader}-1.png`])
      expect.soft(names).toContain(name);
  }
  for (const name of ['saved-copy.mfp', 'backup.age', 'backup.txt']) expect.soft(names).toContain(name);
});

test('a copy that is cut short ends in one sentence', async () => {
  const away = mkdtempSync(join(tmpdir(), 'copy-'));
  const cut = join(away, 'cut.mfp');
  writeFileSync(cut, readFileSync(join(lives, 'cook.mfp')).subarray(0, 900));
  const { status, said, names } = await sample(cut);
  rmSync(away, { recursive: true });
  expect(status).toBe(1);
  expect(said.trimEnd()).toMatch(/^.+cut\.mfp could not be opened: That file is cut short\.$/);
  expect(names).toEqual([]);
});
