import { randomBytes } from 'node:crypto';
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardestFactor, isAgeFile, largestBackup, toArmour } from '#exchange/file/age-file.ts';
import { isSame, makeBackup, openBackup, sealBackup } from '#exchange/file/backup.ts';
import { casesOf } from '../../cases-of.ts';

const phrase = 'maple river stone candle orbit window';
const some = (count: number) => new Uint8Array(randomBytes(count));
/** A small work factor: the envelope is the same, and a thousand fit into a test. */
const quick = 2;

async function sealed(bytes: Uint8Array, words = phrase, factor = quick): Promise<Uint8Array> {
  const made = await sealBackup(bytes, words, factor);
  if (!made.ok) throw new Error(made.problem);
  return made.bytes;
}
const refusal = async (bytes: Uint8Array, words = phrase) => {
  const opened = await openBackup(bytes, words);
  return opened.ok ? 'opened' : opened.problem;
};
const opens = async (file: Uint8Array, words: string, bytes: Uint8Array) => {
  const opened = await openBackup(file, words);
  return opened.ok && isSame(opened.bytes, bytes);
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const header = (lines: string) => bytesOf(`age-encryption.org/v1\n${lines}`);
const salt = 'A'.repeat(22);
const line = 'A'.repeat(43);
const payload = 'x'.repeat(64);

describe('a backup', () => {
  test('is sealed with work factor 16 and opens to the same bytes', async () => {
    const bytes = some(200_000);
    const made = await sealBackup(bytes, phrase);
    if (!made.ok) throw new Error(made.problem);
    expect(textOf(made.bytes)).toMatch(/^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} 16\n/);
    expect(isAgeFile(made.bytes)).toBe(true);
    expect(await opens(made.bytes, phrase, bytes)).toBe(true);
  });

  test('of any length opens again, whatever the phrase', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 140_000).map(some)),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        async (bytes, words) => {
          const file = await sealed(bytes, words);
          expect(await opens(file, ` ${words} `, bytes)).toBe(true);
          expect(await opens(bytesOf(toArmour(file)), words, bytes)).toBe(true);
        },
      ),
      { numRuns: casesOf(60) },
    );
  });

  test('opens with its words in capitals and with hyphens, and never with other words', async () => {
    const file = await sealed(some(500));
    expect(await refusal(file, 'Maple-River-Stone-Candle-Orbit-Window')).toBe('opened');
    expect(await refusal(file, 'maple river stone candle orbit mirror')).toBe('backup-wrong-phrase');
    expect(await refusal(file, '')).toBe('backup-wrong-phrase');
  });

  test('says between sealing and handing over that it is sealed, and hands over only what opens again', async () => {
    let heard = 0;
    const bytes = some(1000);
    const made = await makeBackup(bytes, phrase, () => heard++, quick);
    expect(heard).toBe(1);
    if (!made.ok) throw new Error(made.problem);
    expect(await opens(made.bytes, phrase, bytes)).toBe(true);
  });

  test('with one bit turned anywhere is refused', async () => {
    const file = await sealed(some(2_000));
    const places = [
      ...Array.from({ length: Math.min(file.length, 260) }, (_, at) => at),
      ...Array.from({ length: 140 }, () => Math.floor(Math.random() * file.length)),
    ];
    expect(places.length).toBeGreaterThanOrEqual(400);
    const problems = new Set<string>();
    for (const [n, at] of places.entries()) {
      const bad = Uint8Array.from(file);
      // not a bit that makes the work factor larger: 2 ^ 4 is 6, 2 ^ 1 is 3
      bad[at] = (bad[at] ?? 0) ^ (1 << (n % 8));
      problems.add(await refusal(bad));
    }
    expect([...problems]).not.toContain('opened');
    expect([...problems]).toContain('backup-damaged');
  });

  test('cut anywhere is refused, and said to be cut where that can be told', async () => {
    const file = await sealed(some(70_000));
    const start = textOf(file).indexOf('\n--- ') + 49 + 16 + 16;
    for (let length = 1; length < start; length += 1) {
      expect(await refusal(file.subarray(0, length)), `${length}`).toBe('backup-cut');
    }
    for (let n = 0; n < 60; n += 1) {
      const length = start + Math.floor(((file.length - start) * n) / 60);
      expect(await refusal(file.subarray(0, length)), `${length}`).toBe('backup-damaged');
    }
    const armoured = bytesOf(armor.encode(file));
    for (const part of [0.2, 0.5, 0.9]) {
      expect(await refusal(armoured.subarray(0, Math.floor(armoured.length * part)))).toBe('backup-cut');
    }
  });

  test('with anything after its end is refused', async () => {
    const file = await sealed(some(100));
    expect(await refusal(new Uint8Array([...file, 0]))).toBe('backup-damaged');
    expect(await refusal(bytesOf(`${armor.encode(file)}more`))).toBe('backup-cut');
  });
});

test('armour is the one of the format, for files of any length', () => {
  for (const length of [1, 47, 48, 49, 96, 200]) {
    const bytes = some(length);
    expect(toArmour(bytes)).toBe(armor.encode(bytes));
  }
});

describe('a file from elsewhere', () => {
  test('that is not age is refused', async () => {
    for (const text of ['%PDF-1.7', '', ' ', 'age-encryption.org/v2\n-> scrypt x 1\n', 'PK\u0003\u0004']) {
      expect(await refusal(bytesOf(text)), text).toBe('backup-not-age');
    }
    expect(isAgeFile(bytesOf('%PDF-1.7'))).toBe(false);
    expect(isAgeFile(some(0))).toBe(false);
  });

  test('sealed for a key instead of a phrase is refused, with or without a phrase beside it', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    expect(await refusal(await encrypter.encrypt('hello'))).toBe('backup-not-phrase');
    const two = `-> scrypt ${salt} 1\n${line}\n-> X25519 ${line}\n${line}\n--- ${line}\n${payload}`;
    expect(await refusal(header(two))).toBe('backup-not-phrase');
    const many = `${`-> X25519 ${line}\n${line}\n`.repeat(200)}--- ${line}\n${payload}`;
    expect(await refusal(header(many))).toBe('backup-not-phrase');
  });

  test('that would take too much work or memory is refused before any is done', async () => {
    const asks = (factor: string) => header(`-> scrypt ${salt} ${factor}\n${line}\n--- ${line}\n${payload}`);
    const started = performance.now();
    for (const factor of [String(hardestFactor + 1), '20', '64', '9999']) {
      expect(await refusal(asks(factor))).toBe('backup-too-hard');
    }
    for (const factor of ['0', '-1', '01', '1e3', '']) expect(await refusal(asks(factor))).toBe('backup-damaged');
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('too large is refused by its size alone', async () => {
    const huge = new Uint8Array(largestBackup + 1);
    huge.set(header(`-> scrypt ${salt} 1\n${line}\n--- ${line}\n`));
    expect(await refusal(huge)).toBe('backup-too-large');
    expect(await sealBackup(new Uint8Array(largestBackup), phrase, quick)).toEqual({
      ok: false,
      problem: 'backup-too-large',
    });
  });

  test('of any bytes never throws', async () => {
    const tails = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.stringMatching(
        /^-> (scrypt|X25519|grease) [A-Za-z0-9+/ ]{0,40}\n[A-Za-z0-9+/\n]{0,80}--- [A-Za-z0-9+/]{0,50}\n/,
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----\n'),
        tails,
        async (start, tail) => {
          expect((await openBackup(bytesOf(start + tail), phrase)).ok).toBe(false);
        },
      ),
      { numRuns: casesOf(2_000) },
    );
  });
});

test('bytes are the same only when all of them are', () => {
  expect(isSame(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true);
  expect(isSame(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false);
  expect(isSame(new Uint8Array([1, 2]), new Uint8Array([1, 2, 3]))).toBe(false);
});
