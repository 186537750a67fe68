// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { keepSettings, readSettings } from '#app/settings.ts';

const key = 'mf-settings';
beforeEach(() => localStorage.clear());

test('nothing is hidden, discreet or locked sooner before the person says so', () => {
  expect(readSettings()).toMatchObject({ hidden: false, discreet: false, autoLock: { hidden: 2, idle: 5 } });
});

test('what was hidden is hidden at the next start', () => {
  keepSettings({ ...readSettings(), hidden: true, discreet: true, autoLock: { hidden: 0, idle: 30 } });
  expect(readSettings()).toMatchObject({ hidden: true, discreet: true, autoLock: { hidden: 0, idle: 30 } });
});

test.each([null, 'soon', { hidden: -1, idle: 1e9 }, { hidden: '2' }, [], 5])(
  'minutes that are none are the usual ones: %j',
  (autoLock) => {
    localStorage.setItem(key, JSON.stringify({ autoLock, hidden: 'yes', discreet: 1 }));
    expect(readSettings()).toMatchObject({ hidden: false, discreet: false, autoLock: { hidden: 2, idle: 5 } });
  },
);
