// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { readRoute } from '#app/route.ts';
import { usePartTitle } from '#app/use-part-title.ts';
import { useTitle } from '#app/use-title.ts';
import { speak } from '#i18n/i18n.ts';

beforeAll(() => speak('en-GB'));

function titleOf(hash: string, { discreet = false, locked = false } = {}): string {
  renderHook(() => useTitle(readRoute(hash), { discreet, locked }));
  return document.title;
}

function partTitleOf(hash: string): string {
  renderHook(() => usePartTitle(readRoute(hash), { discreet: false }));
  return document.title;
}

test('the window’s title names the screen and the app, never the person', () => {
  expect(titleOf('#/share')).toBe('Share – Moving Forwards');
  expect(partTitleOf('#/passport/medicines')).toBe('Medicines – Moving Forwards');
});

test('while it is locked the title does not say which screen it was', () => {
  expect(titleOf('#/passport/medicines', { locked: true })).toBe('Locked – Moving Forwards');
});

test('under a plain name the title is that name alone', () => {
  expect(titleOf('#/passport/medicines', { discreet: true })).toBe('Notes');
  expect(titleOf('#/lock', { discreet: true, locked: true })).toBe('Notes');
});

test('a private part is not named in the title', () => {
  expect(partTitleOf('#/pages')).not.toContain('Private');
  expect(partTitleOf('#/history/pages')).not.toContain('Private');
});
