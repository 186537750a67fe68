// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { BackupReminder } from '#views/backup-reminder.tsx';
import { faultsIn } from './axe.ts';

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

test('a word about a backup tells how much is only here, leads to a backup, and takes no for an answer', async () => {
  const onLater = vi.fn();
  const { container } = render(<BackupReminder count={31} last={null} onLater={onLater} />);
  expect(screen.getByText('31 changes are only on this device.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Back up' }).getAttribute('href')).toBe('#/keep/backup');
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(onLater).toHaveBeenCalledOnce();
  expect(await faultsIn(container)).toEqual([]);
});

test('after a backup it tells since when', () => {
  render(<BackupReminder count={26} last="2026-03-03" onLater={() => undefined} />);
  expect(screen.getByText('26 changes since your backup on 3 March 2026.')).toBeTruthy();
});
