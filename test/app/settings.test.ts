// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { keepSettings, readSettings } from '#app/settings.ts';
import { hiddenMinutes, idleMinutes } from '#screens/lock/auto-lock.ts';

const key = 'mf-settings';
beforeEach(() => localStorage.clear());

test('nothing is hidden, discreet or locked sooner before the person says so', () => {
  expect(readSettings()).toMatchObject({ hidden: false, discreet: false, autoLock: { hidden: 2, idle: 5 } });
});

test('what was hidden is hidden at the next start', () => {
  keepSettings({ ...readSettings(), hidden: true, discreet: true, autoLock: { hidden: 0, idle: 30 } });
  expect(readSettings()).toMatchObject({ hidden: true, discreet: true, autoLock: { hidden: 0, idle: 30 } });
});

test('every choice of when the app locks itself is the one in force at the next start', () => {
  for (const hidden of hiddenMinutes) {
    for (const idle of idleMinutes) {
      keepSettings({ ...readSettings(), autoLock: { hidden, idle } });
      expect(readSettings().autoLock).toEqual({ hidden, idle });
    }
  }
});

// 0 and 120 would never lock for some, 0.001 would lock at every touch, and no control could show any of them
const notOffered = [
  { hidden: 120, idle: 120 },
  { hidden: 3, idle: 1 },
  { hidden: 0.001, idle: 0.001 },
  { hidden: -0.5, idle: 1e-9 },
];
test.each([null, 'soon', { hidden: -1, idle: 1e9 }, { hidden: '2' }, [], 5, ...notOffered])(
  'minutes that no one could choose are the usual ones: %j',
  (autoLock) => {
    localStorage.setItem(key, JSON.stringify({ autoLock, hidden: 'yes', discreet: 1 }));
    expect(readSettings()).toMatchObject({ hidden: false, discreet: false, autoLock: { hidden: 2, idle: 5 } });
  },
);
