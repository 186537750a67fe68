import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { openBackup, sealBackup } from '#exchange/file/backup.ts';
import { encodeDownload } from '#store/download.ts';
import { memoryStore } from '#store/memory.ts';
import { personToChanges } from '../passport/person.ts';
import { root } from '../tools/install.mjs';
import { chance, isQuick, many, say, test } from './fault.ts';

const phrase = 'maple river stone candle orbit window';

test('backups', async () => {
  const random = chance();
  const world = { now: () => new Date(), random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const mine = memoryStore(personToChanges().slice(0, 5), world);
  const before = await mine.log();
  const file = await encodeDownload(personToChanges(), '2026-11-21T09:00:00.000Z');
  // work factor 2 makes a try quick; everything behind the key is the same
  const [quick, real] = await Promise.all([sealBackup(file, phrase, 2), sealBackup(file, phrase)]);
  if (!quick.ok || !real.ok) throw new Error('No backup was made.');

  let refused = 0;
  const refuse = async (damaged: Uint8Array, how: string) => {
    const opened = await openBackup(damaged, phrase);
    expect(opened.ok ? await mine.preview(opened.bytes) : opened, how).toMatchObject({ ok: false });
    refused += 1;
  };
  for (const [backup, tries] of [
    [quick.bytes, many(300, 20)],
    [real.bytes, many(20, 1)],
  ] as const) {
    for (let at = 0; at < tries; at += 1) {
      const bit = random.below(8 * backup.length);
      await refuse(backup.with(bit >> 3, (backup[bit >> 3] ?? 0) ^ (1 << (bit & 7))), `bit ${bit}`);
      const length = random.below(backup.length);
      await refuse(backup.subarray(0, length), `cut at ${length}`);
    }
  }
  expect(await mine.log(), 'nothing has changed').toEqual(before);
  const whole = await openBackup(real.bytes, phrase);
  expect(whole.ok && (await mine.restore(whole.bytes))).toMatchObject({ ok: true });

  // both ways with Debian's own command: quick runs leave it to `npm run unit`
  const age = isQuick ? 'age: see the unit tests' : ageBothWays();
  say(`${refused} backups with a flipped bit or a cut, all refused, nothing changed; ${age}`);
});

function ageBothWays(): string {
  const args = ['vitest', 'run', '--reporter=json', 'test/exchange/file/age-command.test.ts'];
  const { stdout, status } = spawnSync('npx', args, { cwd: root, encoding: 'utf8' });
  expect(status, stdout).toBe(0);
  const { numPassedTests, numPendingTests } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  return numPassedTests > 0
    ? `the age command both ways: ${numPassedTests} passed`
    : `age not here: ${numPendingTests} skipped`;
}
