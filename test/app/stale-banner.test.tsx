// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { StaleBanner } from '#app/stale-banner.tsx';
import { speak } from '#i18n/i18n.ts';

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

test('beside a newer version what is being typed is kept', () => {
  render(<StaleBanner why="newer" />);
  screen.getByText(/^A newer version is open in another tab\. What you typed here is kept/);
});

test('once the passport was removed elsewhere nobody is told that words in hand are kept', () => {
  render(<StaleBanner why="erased" />);
  screen.getByText(/^Everything was removed in another tab\. Nothing more can be saved here/);
  expect(screen.queryByText(/is kept/)).toBeNull();
});
