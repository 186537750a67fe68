// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { EmergencyCard } from '#app/emergency-card.tsx';
import { LockedPage } from '#app/locked-page.tsx';
import { speak } from '#i18n/i18n.ts';
import { fold } from '#passport/fold.ts';
import { newRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';
import type { Locked, Secret, UnlockProblem } from '#store/opened.ts';
import { HideProvider } from '#ui/hide.tsx';
import { personToChanges } from '../passport/person.ts';
import { world } from '../screens/session.ts';
import { faultsIn } from '../views/axe.ts';

configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

const clock = { ...world, now: () => new Date() };
const passphrase = { kind: 'passphrase', opens: 'nothing', hasPasskey: false } as const;
const written = new Date(2026, 10, 19, 20, 15);
const opened = { ok: false, problem: 'store-refused', loss: null } as const;

/** A lock that refuses with `problem`, or lets in. */
function lockWith(more: Partial<Locked>, problem: UnlockProblem | null = 'unlock-wrong') {
  const tried: Secret[] = [];
  const locked: Locked = {
    state: passphrase,
    open: null,
    wait: () => 0,
    erase: async () => undefined,
    async unlock(secret) {
      tried.push(secret);
      return problem ? { ok: false, problem } : opened;
    },
    ...more,
  };
  const onOpened = vi.fn();
  const onErased = vi.fn();
  const drawn = render(<LockedPage locked={locked} onOpened={onOpened} onErased={onErased} world={clock} />);
  return { ...drawn, tried, onOpened, onErased };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

beforeAll(() => speak('en-GB'));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

test('the box has the focus, and the page says that nobody can reset it', async () => {
  const { container } = lockWith({});
  expect(document.activeElement).toBe(screen.getByLabelText('Your passphrase'));
  screen.getByText(/^We cannot reset it\. Your recovery sheet, or a backup with its own phrase, is the only way back/);
  expect(screen.getByRole('link', { name: 'Flare' }).getAttribute('href')).toBe('#/flare');
  expect(await faultsIn(container)).toEqual([]);
});

test('under a plain name the page says no other', () => {
  const value = { label: 'Hide', hide: null, discreet: true };
  render(
    <HideProvider value={value}>
      <LockedPage
        locked={{
          state: passphrase,
          open: null,
          wait: () => 0,
          unlock: async () => opened,
          erase: async () => undefined,
        }}
        onOpened={() => undefined}
        onErased={() => undefined}
        world={world}
      />
    </HideProvider>,
  );
  expect(screen.queryByText(/Moving Forwards/)).toBeNull();
});

test('a wrong passphrase is kept in the box to be looked at, and nothing is ever wiped', async () => {
  const { tried, onOpened, container } = lockWith({});
  type('Your passphrase', ' my blue bicycle ');
  press('Open');
  await screen.findAllByText(/Nothing is ever wiped/);
  const box = screen.getByLabelText('Your passphrase') as HTMLInputElement;
  expect(box.value).toBe(' my blue bicycle ');
  expect(document.activeElement).toBe(box);
  expect(tried).toEqual([{ passphrase: ' my blue bicycle ' }]);
  expect(onOpened).not.toHaveBeenCalled();
  expect(await faultsIn(container)).toEqual([]);
});

test('the right one goes on, whatever lies behind the lock', async () => {
  const { onOpened } = lockWith({}, null);
  type('Your passphrase', 'my blue bicycle sings');
  press('Open');
  await vi.waitFor(() => expect(onOpened).toHaveBeenCalledWith(opened));
});

test('an empty box costs no try', () => {
  const { tried } = lockWith({});
  press('Open');
  screen.getAllByText(/The box is empty/);
  expect(tried).toEqual([]);
});

test('while tries are slowed the seconds are seen to go, and spoken once at each end', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 21, 9, 30) });
  let until = 0;
  const { tried } = lockWith({ wait: () => Math.max(0, until - Date.now()) });
  until = Date.now() + 30_000;
  type('Your passphrase', 'my blue bicycle');
  press('Open');
  const said = () => screen.getByRole('status').textContent;
  screen.getByText(/try again in 30 seconds/, { selector: '#secret-error' });
  expect(said()).toContain('30 seconds');
  await act(() => vi.advanceTimersByTimeAsync(9_000));
  screen.getByText(/try again in 21 seconds/, { selector: '#secret-error' });
  expect(said()).toContain('30 seconds');
  await act(() => vi.advanceTimersByTimeAsync(22_000));
  expect(said()).toBe('You can try again now.');
  expect(document.getElementById('secret-error')).toBeNull();
  expect(tried).toEqual([]);
});

test('a recovery key is looked through before it is tried, and tried as it was typed', async () => {
  const key = recoveryToGroups(newRecoveryKey(world.random));
  const { tried, onOpened, container } = lockWith({}, null);
  press('Use my recovery key');
  expect(await faultsIn(container)).toEqual([]);
  type('Your recovery key', key.map((group, at) => (at === 2 ? `ZZ${group.slice(2)}` : group)).join(' '));
  press('Open');
  screen.getAllByText(/Group 3 cannot be right/);
  type('Your recovery key', key.slice(0, 3).join(' '));
  press('Open');
  screen.getAllByText(/only part of it: 3 of 7 groups/);
  expect(tried).toEqual([]);
  type('Your recovery key', key.join(' '));
  press('Open');
  await vi.waitFor(() => expect(onOpened).toHaveBeenCalled());
  expect(tried).toEqual([{ recovery: key.join(' ') }]);
});

test('a passkey is asked when there is one', async () => {
  const { tried } = lockWith({ state: { ...passphrase, hasPasskey: true } }, 'unlock-wrong');
  press('Use my passkey');
  await screen.findAllByText(/Nothing is ever wiped/);
  expect(tried).toEqual([{ passkey: true }]);
});

test('a PIN is asked for in figures, with no recovery key to use, and handed on as typed', async () => {
  const { tried } = lockWith({ state: { kind: 'pin', opens: 'nothing' } });
  const box = screen.getByLabelText('Your PIN');
  expect(box.getAttribute('inputmode')).toBe('numeric');
  expect(screen.queryByRole('button', { name: 'Use my recovery key' })).toBeNull();
  type('Your PIN', '٤٧١١');
  press('Open');
  await screen.findAllByText(/Nothing is ever wiped/);
  expect(tried).toEqual([{ pin: '٤٧١١' }]);
});

test('flare steps left outside are one large link away', () => {
  lockWith({ open: { flare: fold(personToChanges()), emergency: null, written } });
  expect(screen.getByRole('link', { name: 'I’m having a flare' }).getAttribute('href')).toBe('#/flare');
});

test('both can be left outside, each with its own way', () => {
  const passport = fold(personToChanges());
  lockWith({ open: { flare: passport, emergency: passport, written } });
  expect(screen.getByRole('link', { name: 'I’m having a flare' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'A&E card' })).toBeTruthy();
});

test('the A&E card left outside is shown over the lock, in the reader’s language, and given back', async () => {
  const { container } = lockWith({ open: { flare: null, emergency: fold(personToChanges()), written } });
  expect(screen.queryByText(/Amina/)).toBeNull();
  press('A&E card');
  const heading = await screen.findByRole('heading', { level: 1, name: 'Fibromyalgia' });
  expect(document.activeElement).toBe(heading);
  expect(await faultsIn(container)).toEqual([]);
  fireEvent.change(screen.getByLabelText('Language of this page'), { target: { value: 'pl' } });
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('pl'), { timeout: 20_000 });
  press('Back to the lock');
  expect(document.documentElement.lang).toBe('en-GB');
  expect(screen.queryByText(/Fibromyalgia/)).toBeNull();
  screen.getByLabelText('Your passphrase');
});

test('the A&E card is dated with the day it was written, however long the lock has been closed since', async () => {
  lockWith({ open: { flare: null, emergency: fold(personToChanges()), written } });
  press('A&E card');
  await screen.findByText(/19 November 2026/);
  expect(screen.queryByText(/21 November 2026/)).toBeNull();
});

test('the A&E card can be hidden like every other page', async () => {
  const hide = vi.fn();
  render(
    <HideProvider value={{ label: 'Hide', hide, discreet: false }}>
      <EmergencyCard passport={fold(personToChanges())} written={written} world={world} onClose={() => undefined} />
    </HideProvider>,
  );
  press('Hide');
  expect(hide).toHaveBeenCalledTimes(1);
  await screen.findByRole('heading', { level: 1, name: 'Fibromyalgia' });
});

test('whoever has only a backup is told how to open it here, and what that costs', () => {
  lockWith({});
  const words = screen.getByText(/^To open a backup here/);
  expect(words.textContent).toContain('what is locked here has to go first');
  expect(words.textContent).toContain('“I have lost every way in”');
  expect(words.textContent).toContain('choose “I have a saved file”');
  expect(words.closest('details')?.querySelector('summary')?.textContent).toBe('I have a backup');
});

describe('whoever has lost every way in', () => {
  const begin = (more: Partial<Locked> = {}) => {
    vi.useFakeTimers({ now: new Date(2026, 10, 21, 9, 30) });
    const erase = vi.fn(async () => undefined);
    const drawn = lockWith({ erase, ...more });
    press('I have lost every way in');
    return { ...drawn, erase };
  };
  const last = () => screen.getByRole('button', { name: 'Erase everything and start again' }) as HTMLButtonElement;

  test('can erase and start again, after a typed word and a wait', async () => {
    const { erase, onErased } = begin();
    expect(screen.queryByRole('button', { name: /^Erase everything/ })).toBeNull();
    type('To go on, type this word: erase', 'yes');
    press('Next');
    screen.getAllByText(/That is another word/);
    type('To go on, type this word: erase', ' Erase ');
    press('Next');
    expect(last().disabled).toBe(true);
    screen.getByText(/^You can erase it in 60 seconds/, { selector: ':not([role])' });
    await act(() => vi.advanceTimersByTimeAsync(59_000));
    expect(last().disabled).toBe(true);
    fireEvent.click(last());
    expect(erase).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(last().disabled).toBe(false);
    await act(async () => fireEvent.click(last()));
    expect(erase).toHaveBeenCalledTimes(1);
    expect(onErased).toHaveBeenCalledTimes(1);
  });

  test('can keep it until the last, and the wait then begins anew', async () => {
    const { erase } = begin();
    type('To go on, type this word: erase', 'erase');
    press('Next');
    await act(() => vi.advanceTimersByTimeAsync(90_000));
    press('Keep it');
    screen.getByLabelText('Your passphrase');
    press('I have lost every way in');
    expect(screen.queryByRole('button', { name: /^Erase everything/ })).toBeNull();
    expect(erase).not.toHaveBeenCalled();
  });

  test('is told when it could not be done, and can try again', async () => {
    const { onErased } = begin({ erase: () => Promise.reject(new Error('gone')) });
    type('To go on, type this word: erase', 'erase');
    press('Next');
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    await act(async () => fireEvent.click(last()));
    screen.getByRole('alert');
    expect(onErased).not.toHaveBeenCalled();
    expect(last().disabled).toBe(false);
  });

  test('finds it with a PIN too, and nothing about it troubles a screen reader', async () => {
    const { container } = lockWith({ state: { kind: 'pin', opens: 'nothing' } });
    press('I have lost every way in');
    expect(await faultsIn(container)).toEqual([]);
  });
});

test('a passkey does not wait for wrong passphrases', async () => {
  const { tried } = lockWith({ state: { ...passphrase, hasPasskey: true }, wait: () => 30_000 });
  type('Your passphrase', 'my blue bicycle');
  press('Open');
  press('Use my passkey');
  await vi.waitFor(() => expect(tried).toEqual([{ passkey: true }]));
});

test('a try that breaks off is said to have, and the next one is heard', async () => {
  const unlock = vi.fn(() => Promise.reject(new Error('gone')));
  lockWith({ unlock });
  type('Your passphrase', 'my blue bicycle');
  for (let time = 1; time <= 2; time += 1) {
    press('Open');
    await screen.findAllByText(/The connection to your saved passport was lost/);
    expect(screen.queryByText(/^Opening/)).toBeNull();
    expect(unlock).toHaveBeenCalledTimes(time);
  }
});
