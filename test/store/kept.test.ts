import { afterEach, expect, it, vi } from 'vitest';
import { drop, keep, readKept } from '#store/kept.ts';
import { testStorage } from './world.ts';

afterEach(() => vi.unstubAllGlobals());

it('what is kept is there at the next start, until it is dropped', () => {
  vi.stubGlobal('localStorage', testStorage());
  expect(readKept('a')).toBeNull();
  keep('a', { words: [1, 'two'] });
  expect(readKept('a')).toEqual({ words: [1, 'two'] });
  drop('a');
  expect(readKept('a')).toBeNull();
  localStorage.setItem('a', '{half');
  expect(readKept('a')).toBeNull();
});

it('storage that is full or refused is no error', () => {
  const refuse = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  for (const storage of [undefined, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
    vi.stubGlobal('localStorage', storage);
    keep('a', 1);
    drop('a');
    expect(readKept('a')).toBeNull();
  }
});
