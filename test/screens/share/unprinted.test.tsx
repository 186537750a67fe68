// @vitest-environment jsdom
import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import type { Change } from '#passport/change.ts';
import { ShareScreen } from '#screens/share/share-screen.tsx';
import { personToChanges } from '../../passport/person.ts';
import { sessionWith } from '../session.ts';

configure({ asyncUtilTimeout: 40_000 });
vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => speak('en-GB'));
afterEach(cleanup);

const noWorker = () => {
  throw new Error('no paper was asked for');
};

function writing(want: string): readonly Change[] {
  const change = {
    id: 'wish',
    n: 9_999,
    at: '2026-11-20T10:00:00Z',
    by: '',
    lang: 'he',
    part: 'visit',
    record: 'visit',
  };
  return [...personToChanges(), { ...change, set: { want } }];
}

test('letters that cannot be printed are named by their script before the paper is made', async () => {
  const session = sessionWith(writing('כואב לי הגב 😀'));
  render(<ShareScreen session={session} reader="gp" makePdfWorker={noWorker} />);
  await screen.findByText('Make the paper (PDF)');
  expect(screen.getByText(/^Hebrew letters and Emoji cannot be printed yet\. On the paper a mark stands/)).toBeTruthy();
  expect(screen.queryByText(/The paper shows everything/)).toBeNull();
  expect(document.body.textContent).not.toMatch(/U\+[0-9A-F]{4}/);
});

test('nothing is said of it where all can be printed', async () => {
  render(<ShareScreen session={sessionWith(writing('Sleep ≥ 4 hours ✓'))} reader="gp" makePdfWorker={noWorker} />);
  await screen.findByText('Make the paper (PDF)');
  expect(screen.queryByText(/cannot be printed yet/)).toBeNull();
  expect(screen.getByText(/The paper shows everything/)).toBeTruthy();
});
