import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isSame, openBackup, sealBackup } from '#exchange/file/backup.ts';
import { hasTool } from '../../tools/debian-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'age-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs age on a terminal of its own, which is the only place it reads a phrase from, and types the phrase each time it asks. */
function age(args: string, phrase: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', `age ${args}`, '/dev/null'], { cwd: folder });
    let said = '';
    let asked = 0;
    child.stdout.on('data', (some: Buffer) => {
      said += some;
      const asks = said.match(/passphrase[^:\n]*:/gi)?.length ?? 0;
      for (; asked < asks; asked += 1) child.stdin.write(`${phrase}\n`);
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}

const phrases = ['maple river stone candle orbit window', '4821 0937 1102 5566 7780 0003', 'zażółć gęślą jaźń'];

describe.runIf(hasTool('age') && hasTool('script'))('the age command', () => {
  test.each(phrases)(
    'opens what was sealed here with “%s”',
    async (phrase) => {
      const bytes = new Uint8Array(randomBytes(90_000));
      const sealed = await sealBackup(bytes, phrase);
      if (!sealed.ok) throw new Error(sealed.problem);
      writeFileSync(join(folder, 'ours.age'), sealed.bytes);
      const { code, said } = await age('-d -o opened ours.age', phrase);
      expect(said).not.toMatch(/error/);
      expect(code).toBe(0);
      expect(isSame(readFileSync(join(folder, 'opened')), bytes)).toBe(true);
      rmSync(join(folder, 'opened'));
    },
    60_000,
  );

  test('refuses another phrase for what was sealed here', async () => {
    const sealed = await sealBackup(new Uint8Array(10), phrases[0] as string);
    if (!sealed.ok) throw new Error(sealed.problem);
    writeFileSync(join(folder, 'ours.age'), sealed.bytes);
    expect((await age('-d -o never ours.age', 'another phrase')).code).not.toBe(0);
  }, 60_000);

  test.each(['', '--armor'])(
    'seals what opens here %s',
    async (armour) => {
      const bytes = new Uint8Array(randomBytes(70_000));
      const phrase = phrases[2] as string;
      writeFileSync(join(folder, 'plain'), bytes);
      expect((await age(`-p ${armour} -o theirs.age plain`, phrase)).code).toBe(0);
      // Debian's age asks for work factor 18 by itself: the most that is opened here
      const theirs = new Uint8Array(readFileSync(join(folder, 'theirs.age')));
      const opened = await openBackup(theirs, phrase);
      expect(opened.ok && isSame(opened.bytes, bytes)).toBe(true);
      rmSync(join(folder, 'theirs.age'));
    },
    120_000,
  );
});
