import { expect, test } from 'vitest';
import { judgePassphrase, judgePin } from '#store/lock/judge-secret.ts';

const twice = (words: string) => judgePassphrase(words, words);

test('a few words of one’s own will do, in any language', () => {
  for (const words of ['my blue bicycle sings', 'mój kot śpi na piecu', 'قطتي تنام على الموقد', 'correcthorse']) {
    expect(twice(words), words).toBe(null);
  }
});

test('what would be guessed at once is named for what it is', () => {
  expect(twice('   ')).toBe('empty');
  expect(twice('bicycle')).toBe('short');
  expect(twice('14.05.1971 12')).toBe('figures');
  expect(twice('١٤٠٥١٩٧١١٢')).toBe('figures');
  expect(twice('aaaaabbbbbaaaaa')).toBe('alike');
});

test('a space a keyboard adds does not make two passphrases differ, another word does', () => {
  expect(judgePassphrase('my blue bicycle sings', 'my blue bicycle sings ')).toBe(null);
  expect(judgePassphrase('my blue bicycle sings', 'my blue bicycle rings')).toBe('differs');
  expect(judgePassphrase('My blue bicycle’s bell', "my blue bicycle's bell.")).toBe(null);
});

test('a PIN is four to eight figures, of any script', () => {
  expect(judgePin('4711', '4711')).toBe(null);
  expect(judgePin('٤٧١١', '4711')).toBe(null);
  expect(judgePin('', '')).toBe('empty');
  expect(judgePin('471', '471')).toBe('pin-length');
  expect(judgePin('471147114', '471147114')).toBe('pin-length');
  expect(judgePin('abcd', 'abcd')).toBe('not-figures');
  expect(judgePin('4711', '4712')).toBe('differs');
});
