// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { recordOf } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { RecordScreen } from '#screens/part/record-screen.tsx';
import { RemovedScreen } from '#screens/part/removed-screen.tsx';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';
import { notebook, written } from './notebook.ts';

configure({ asyncUtilTimeout: 40_000 });
vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => speak('en-GB'));
afterEach(cleanup);

const log = [
  written(1, 'm1', { set: { name: 'Tramadol' } }),
  written(2, 'a1', { part: 'allergies', set: { substance: 'Penicillin' } }),
  written(3, 'm1', { removed: true }),
  written(4, 'a1', { part: 'allergies', by: 'Leyla', removed: true }),
  written(5, 'm2', { set: { reallyTake: 'none of it' } }),
  written(6, 'm2', { removed: true }),
  written(7, 'p1', { part: 'problems', set: { name: 'An old word', original: 'An old word' } }),
  written(8, 'p1', { part: 'problems', removed: true }),
];
const open = (session: Session) => render(<RemovedScreen session={session} />).container;
const rows = () => screen.queryAllByRole('listitem').map((row) => row.querySelector('div')?.textContent);
const isRemoved = ({ store }: Session) => recordOf(store.passport(), 'medicines', 'm1')?.removed;

async function removeForEver(name: string) {
  fireEvent.click(await screen.findByRole('button', { name: `Remove for ever: ${name}` }));
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove for ever' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
}

test('everything taken out is in one place, latest first, with when and by whom; nothing private is', async () => {
  const page = open(notebook(log));
  await waitFor(() =>
    expect(rows()).toEqual([
      'PenicillinAllergies and bad reactions · 20 November 2026 at 11:00, \u2068Leyla\u2069',
      'TramadolMedicines · 20 November 2026 at 10:45, you',
    ]),
  );
  expect(await faultsIn(page)).toEqual([]);
});

test('one tap brings it back, one more takes it out again', async () => {
  const session = notebook(log);
  open(session);
  fireEvent.click(screen.getByRole('button', { name: 'Bring back Tramadol' }));
  await waitFor(() => expect(isRemoved(session)).toBe(false));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(document.activeElement).toBe(screen.getByRole('list'));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(isRemoved(session)).toBe(true));
});

test('what is removed for ever leaves nothing but its random id, and "undo" does not reach it', async () => {
  const session = notebook(log);
  open(session);
  fireEvent.click(screen.getByRole('button', { name: 'Bring back Penicillin' }));
  await screen.findByRole('button', { name: 'Undo' });
  await removeForEver('Tramadol');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(rows()).toEqual([]);
  expect(screen.getByText(/^Nothing is taken out/)).toBeTruthy();
  expect(JSON.stringify(await session.store.log())).not.toContain('Tramadol');
  render(<RecordScreen session={session} part={medicines} recordId="m1" />);
  expect(screen.getByRole('heading', { level: 1, name: 'Removed for ever' })).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('keeping it is the first answer at both steps, and keeps it', async () => {
  const session = notebook(log);
  const page = open(session);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove for ever: Tramadol' }));
  expect(screen.getAllByRole('button')[0]?.textContent).toBe('Keep it');
  expect(screen.getByText('Tramadol')).toBeTruthy();
  expect(await faultsIn(page)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(rows()).toHaveLength(2);
});

test('whoever helps can bring back, and is not offered to remove for ever', async () => {
  open(notebook(log, 'Leyla'));
  expect(screen.getAllByRole('button', { name: /^Bring back/ })).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /Remove for ever/ })).toBeNull();
});

test('with nothing taken out it says what this place is for', () => {
  open(notebook([]));
  expect(screen.getByText(/^Nothing is taken out/)).toBeTruthy();
});
