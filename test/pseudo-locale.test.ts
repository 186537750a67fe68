import { expect, test } from 'vitest';
import { pseudo } from './tools/pseudo-locale.mjs';

test('the test language is longer, accented and in brackets', () => {
  expect(pseudo('Not now')).toBe('[Ñöţ ñöŵ···]');
});

test('the test language keeps placeholders, nested words and tags', () => {
  const text = pseudo('Made {{count}} months ago, <0>see</0> $t(part.goals)');
  expect(text).toContain('{{count}}');
  expect(text).toContain('<0>šéé</0>');
  expect(text).toContain('$t(part.goals)');
});

test('what is empty stays empty in the test language', () => {
  expect(pseudo('')).toBe('');
});
