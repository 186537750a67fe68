// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import type { Change } from '#passport/change.ts';
import type { Part } from '#passport/part.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { problems } from '#passport/parts/problems.ts';
import { PartHistoryScreen } from '#screens/part/part-history-screen.tsx';
import { faultsIn } from '../../views/axe.ts';
import { notebook, written } from './notebook.ts';

configure({ asyncUtilTimeout: 40_000 });
vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => speak('en-GB'));
afterEach(cleanup);

const open = (changes: readonly Change[], part?: Part, by = '') =>
  render(<PartHistoryScreen session={notebook(changes, by)} {...(part ? { part } : {})} />).container;
const entries = () => screen.getAllByRole('article').map((entry) => entry.textContent);

const log = [
  written(1, 'm1', { set: { name: 'Amitriptyline' } }),
  written(2, 'm2', { by: 'Leyla', set: { name: 'Baclofen' } }),
  written(3, 'matters', { part: 'matters', set: { most: 'My garden' } }),
  written(4, 'm1', { set: { purpose: 'Sleep' } }),
  written(5, 'm2', { removed: true }),
  written(6, 'medicines', { set: { checked: '2026-11-20', order: ['m1'] } }),
];

test('everything that was written stands in one list, latest first, each thing by its name', async () => {
  const page = open(log);
  await screen.findAllByText('Amitriptyline', { selector: 'a bdi' });
  const names = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(names).toEqual(['Medicines', 'Baclofen', 'Amitriptyline', 'What matters', 'Baclofen', 'Amitriptyline']);
  expect(entries()[4]).toContain('10:30, \u2068Leyla\u2069 · Medicines');
  expect(entries()[0]).toContain('Checked: still right');
  expect(await faultsIn(page)).toEqual([]);
});

test('a part has a list of its own', async () => {
  open(log, medicines);
  await screen.findAllByText('Amitriptyline', { selector: 'a bdi' });
  expect(screen.queryByText('My garden')).toBeNull();
  expect(entries()).toHaveLength(5);
});

test('nothing private is in it: no private field, no pasted entry that has no place yet', async () => {
  const secret = [
    ...log,
    written(7, 'm1', { set: { reallyTake: 'half of it' } }),
    written(8, 'm3', { set: { reallyTake: 'none of it' } }),
    written(9, 'm3', { removed: true }),
    written(10, 'p1', { part: 'problems', set: { name: 'An old word', original: 'An old word 2003' } }),
    written(11, 'p1', { part: 'problems', removed: true }),
    written(12, 'p2', { part: 'problems', set: { name: 'Sciatica', original: 'Sciatica (2003)', status: 'active' } }),
    written(13, 'x1', { part: 'dreams', set: { colour: 'deep blue' } }),
  ];
  open(secret);
  await screen.findByText('Sciatica', { selector: 'a *' });
  const text = document.body.textContent ?? '';
  for (const word of ['half of it', 'none of it', 'An old word', '2003', 'deep blue', 'No name yet'])
    expect(text).not.toContain(word);
  expect(entries()).toHaveLength(7);
  cleanup();
  open(secret, problems);
  await screen.findByText('Sciatica', { selector: 'a *' });
  expect(entries()).toHaveLength(1);
});

test('a private part is in no list, not even its own', async () => {
  const hidden: Part = { ...medicines, private: true };
  open(log, hidden);
  expect(await screen.findByText('Nothing was written here yet.')).toBeTruthy();
});

test('ten thousand changes are shown fifty at a time, and the keyboard goes on where the new ones begin', async () => {
  const many = Array.from({ length: 10_000 }, (_, place) =>
    written(place + 1, `m${place % 200}`, { set: { name: `Medicine ${place % 200}`, dose: `${place}` } }),
  );
  const page = open(many);
  const headings = () => page.querySelectorAll('h3');
  fireEvent.click(await screen.findByText('Show earlier', { selector: 'button *' }));
  expect(headings()).toHaveLength(100);
  expect(document.activeElement).toBe(headings()[50]);
  expect(headings()[50]?.querySelector('a')?.getAttribute('href')).toBe('#/history/medicines/m149');
});

test('an empty passport says that nothing was written', async () => {
  open([]);
  expect(await screen.findByText('Nothing was written here yet.')).toBeTruthy();
});
