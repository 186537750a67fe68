// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { entryValue, recordOf } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { visit } from '#passport/parts/visit.ts';
import { HistoryScreen } from '#screens/part/history-screen.tsx';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';
import { notebook, written } from './notebook.ts';

configure({ asyncUtilTimeout: 40_000 });
vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => {
  // the DOM of these tests has no modal dialogs yet
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  return speak('en-GB');
});
afterEach(cleanup);

const log = [
  written(1, 'm1', { set: { name: 'Amitriptyline', purpose: 'Sleep' } }),
  written(2, 'm1', { by: 'Leyla', set: { purpose: 'Nerves' } }),
  written(3, 'm1', { set: { reallyTake: 'half of it' } }),
  written(4, 'm1', { removed: true }),
  written(5, 'm1', { removed: false }),
];
const open = (session: Session) => render(<HistoryScreen session={session} part={medicines} recordId="m1" />).container;
const entry = (name: string) => screen.findByRole('article', { name });
const purposeIn = ({ store }: Session) =>
  entryValue(medicines, recordOf(store.passport(), 'medicines', 'm1'), 'purpose');

test('it says who changed what and when, from what to what', async () => {
  const page = open(notebook(log));
  const leyla = within(await entry('10:30, \u2068Leyla\u2069'));
  expect(leyla.getByText('Before:').parentElement?.textContent).toBe('Before: Sleep');
  expect(leyla.getByText('After:').parentElement?.textContent).toBe('After: Nerves');
  expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('20 November 2026');
  expect(within(await entry('11:00, you')).getByText('Taken out')).toBeTruthy();
  expect(within(await entry('11:15, you')).getByText('Brought back')).toBeTruthy();
  expect(await faultsIn(page)).toEqual([]);
});

test('an earlier word of one field is put back', async () => {
  const session = notebook(log);
  open(session);
  const button = await screen.findByRole('button', {
    name: 'Put this back: What for, 20 November 2026 at 10:15',
  });
  fireEvent.click(button);
  await waitFor(() => expect(purposeIn(session)).toBe('Sleep'));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(purposeIn(session)).toBe('Nerves'));
});

test('the whole record is put back as it was, after showing exactly what changes', async () => {
  const session = notebook(log);
  const page = open(session);
  const first = within(await entry('10:15, you'));
  fireEvent.click(first.getByRole('button', { name: /^Put it all back as it was then/ }));
  const asked = within(screen.getByRole('dialog', { name: 'Put it all back as it was on 20 November 2026 at 10:15?' }));
  expect(asked.getAllByText('Now:')[0]?.parentElement?.textContent).toBe('Now: Nerves');
  expect(asked.getAllByText('As it was:')[0]?.parentElement?.textContent).toBe('As it was: Sleep');
  expect(asked.getByText('Private')).toBeTruthy();
  expect(await faultsIn(page)).toEqual([]);
  fireEvent.click(asked.getByRole('button', { name: 'Put it all back' }));
  await waitFor(() => expect(purposeIn(session)).toBe('Sleep'));
  const put = recordOf(session.store.passport(), 'medicines', 'm1');
  expect(entryValue(medicines, put, 'reallyTake')).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(purposeIn(session)).toBe('Nerves'));
});

test('what is private is folded away, and out of sight of whoever helps', async () => {
  open(notebook(log));
  const words = await screen.findByText('half of it');
  expect(words.closest('details')?.open).toBe(false);
  cleanup();
  const session = notebook(log, 'Leyla');
  open(session);
  const first = within(await entry('10:15, you'));
  expect(screen.queryByText('half of it')).toBeNull();
  expect(screen.queryByText('Private')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Remove earlier versions for ever' })).toBeNull();
  fireEvent.click(first.getByRole('button', { name: /^Put it all back as it was then/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Put it all back' }));
  await waitFor(() => expect(purposeIn(session)).toBe('Sleep'));
  const put = recordOf(session.store.passport(), 'medicines', 'm1');
  expect(entryValue(medicines, put, 'reallyTake')).toBe('half of it');
});

test('earlier versions go for ever, asked twice with keeping them first, and nothing that stands goes with them', async () => {
  const session = notebook(log);
  const page = open(session);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove earlier versions for ever' }));
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Keep them', 'Go on']);
  expect(await faultsIn(page)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Keep them', 'Remove for ever']);
  fireEvent.click(screen.getByRole('button', { name: 'Remove for ever' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
  await entry('10:30, \u2068Leyla\u2069');
  expect(screen.queryByText('Sleep')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Remove earlier versions for ever' })).toBeNull();
  const left = await session.store.log();
  expect(JSON.stringify(left)).not.toContain('Sleep');
  expect(JSON.stringify(left)).toContain('Amitriptyline');
  expect(purposeIn(session)).toBe('Nerves');
});

test('"undo" from before does not bring back what was removed for ever', async () => {
  const session = notebook(log);
  open(session);
  fireEvent.click(await screen.findByRole('button', { name: /^Put this back: What for/ }));
  await screen.findByRole('button', { name: 'Undo' });
  fireEvent.click(await screen.findByRole('button', { name: 'Remove earlier versions for ever' }));
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove for ever' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(JSON.stringify(await session.store.log())).not.toContain('Nerves');
});

test('when it could not be removed it says why, and everything is still there', async () => {
  const session = notebook(log);
  const busy: Session = {
    ...session,
    store: { ...session.store, removeForEver: async () => ({ ok: false, problem: 'save-full' }) },
  };
  open(busy);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove earlier versions for ever' }));
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove for ever' }));
  expect((await screen.findByRole('alert')).textContent).toContain('This device has no room left');
  fireEvent.click(screen.getByRole('button', { name: 'Keep them' }));
  expect(within(await entry('10:30, \u2068Leyla\u2069')).getByText('Sleep')).toBeTruthy();
});

test('it says that it is working, and that it can take a while', async () => {
  const session = notebook(log);
  const slow: Session = { ...session, store: { ...session.store, removeForEver: () => new Promise(() => undefined) } };
  open(slow);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove earlier versions for ever' }));
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove for ever' }));
  expect((await screen.findByRole('status')).textContent).toContain('keep this open');
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('when the history cannot be read it says so', async () => {
  const session = notebook(log);
  const lost = vi.fn(async () => {
    throw new Error('save-gone');
  });
  open({ ...session, store: { ...session.store, history: lost } });
  expect((await screen.findByRole('alert')).textContent).toContain('connection to your saved passport was lost');
});

test('what is hard to say stands folded away, under a name that fits whatever was picked', async () => {
  const hard = (by: string) =>
    notebook(
      [written(1, 'visit', { part: 'visit', set: { want: 'A plan', hardHow: 'ask', hardToSay: 'PLANTED' } })],
      by,
    );
  render(<HistoryScreen session={hard('')} part={visit} recordId="visit" />);
  const folded = (await screen.findByText('Private')).closest('details') as HTMLElement;
  expect(within(folded).getByText('PLANTED')).toBeTruthy();
  expect(within(folded).getByText('Ask me')).toBeTruthy();
  expect(screen.getAllByText('PLANTED')).toHaveLength(1);
  expect(screen.queryByText(/please read/i)).toBeNull();
  cleanup();
  render(<HistoryScreen session={hard('Leyla')} part={visit} recordId="visit" />);
  await screen.findByText('A plan');
  expect(screen.queryByText(/PLANTED|hard to say|Ask me|Private/i)).toBeNull();
});
