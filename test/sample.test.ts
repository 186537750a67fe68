import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const away = mkdtempSync(join(tmpdir(), 'sample-'));
afterAll(() => rmSync(away, { recursive: true }));
const sealed = join(away, 'backup.age');
writeFileSync(sealed, 'age-encryption.org/v1\n-> scrypt');

const asked: [what: string, more: string[], says: RegExp][] = [
  ['nowhere to write to', [], /^Say where to write: .+$/],
  ['a copy that is not there', [join(away, 'out'), join(away, 'none.mfp')], /^There is no file .+none\.mfp\.$/],
  ['a folder for a copy', [join(away, 'out'), away], /^.+ is not a file\.$/],
  ['a sealed backup for an open copy', [join(away, 'out'), sealed], /^.+ is a sealed backup: .+\.$/],
];

test.each(asked)(
  'whoever asks for samples with %s is told so in one sentence, and nothing is written',
  (_, more, says) => {
    const { status, stderr, stdout } = spawnSync('node', ['test/tools/sample.mjs', ...more], { encoding: 'utf8' });
    expect(stderr.trimEnd()).toMatch(says);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(readdirSync(away)).not.toContain('out');
  },
);
