// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { keepNote, readNotes } from '#store/backups.ts';
import { newRecoveryKey } from '#store/lock/recovery.ts';
import { faultsIn } from '../../views/axe.ts';
import { drawDialogs } from '../../views/dialogs.ts';
import { world } from '../session.ts';
import { groups, heading, lockOf, open, press, prove, type, walkToKey } from './lock-in-memory.tsx';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
  await speak('en-GB');
  window.scrollTo = () => undefined;
  drawDialogs();
});
beforeEach(() => window.history.replaceState(null, '', '#/lock'));
afterEach(cleanup);

describe('without a lock', () => {
  test('it says that anyone who can open the phone can open this, and what a PIN is worth', async () => {
    const { container } = open(lockOf().locking);
    screen.getByText('Anyone who can open this phone can open this.');
    screen.getByText(/Someone who knows computers could still read what is kept/);
    expect(await faultsIn(container)).toEqual([]);
  });

  test('the example has none, and says so', () => {
    open(null);
    expect(screen.queryByRole('button')).toBeNull();
    screen.getByText(/The example has no lock/);
  });
});

describe('turning it on', () => {
  test('asks for the key back before anything changes, then seals with all that was chosen', async () => {
    const { locking, asked } = lockOf();
    const { container, on } = open(locking);
    await walkToKey();
    expect(await faultsIn(container)).toEqual([]);
    press('I have written it down');
    await heading('Type the key back once');
    type('Your recovery key', groups.join(' ').toLowerCase());
    expect(asked).toEqual([]);
    press('Next');
    await heading('What may open without it?');
    expect((screen.getByLabelText(/^Nothing/) as HTMLInputElement).checked).toBe(true);
    fireEvent.click(screen.getByLabelText(/^My flare steps/));
    expect(await faultsIn(container)).toEqual([]);
    press('Turn the lock on');
    await screen.findByText('The lock is now on.');
    expect(asked).toEqual([
      { passphrase: 'my blue bicycle sings', recovery: newRecoveryKey(world.random), opens: 'flare' },
    ]);
    expect(on.auto).toHaveBeenCalledWith({ hidden: 2, idle: 5 });
    expect(await faultsIn(container)).toEqual([]);
  });

  test('a slip in the key is named by its group, and half a key is only unfinished', async () => {
    open(lockOf().locking);
    await walkToKey();
    press('I have written it down');
    await heading('Type the key back once');
    const box = () => screen.getByLabelText('Your recovery key');
    press('Next');
    expect(document.activeElement).toBe(box());
    type('Your recovery key', groups.slice(0, 2).join(' '));
    press('Next');
    screen.getAllByText(/That is only part of it: 2 of 7 groups/);
    type('Your recovery key', groups.map((group, at) => (at === 4 ? `ZZ${group.slice(2)}` : group)).join(' '));
    press('Next');
    screen.getAllByText(/Group 5 is not right.*see the key again and correct the paper/);
    expect(box().getAttribute('aria-describedby')).toContain('error');
    expect(document.activeElement).toBe(box());
  });

  test('going back loses nothing that was typed', async () => {
    open(lockOf().locking);
    await walkToKey();
    press('Back');
    await heading('Choose your passphrase');
    expect((screen.getByLabelText('Your passphrase') as HTMLInputElement).value).toBe('my blue bicycle sings');
    press('Back');
    await heading('Before you start');
    press('Back');
    await heading('Lock');
  });

  test('“forward” does not jump over a passphrase that was changed to one too short', async () => {
    open(lockOf().locking);
    await walkToKey();
    press('Back');
    await heading('Choose your passphrase');
    type('Your passphrase', 'short');
    window.history.forward();
    await heading('Lock');
  });

  test('when it fails it says why, that nothing has changed, and can be tried again', async () => {
    const { locking, asked } = lockOf({ kind: 'none' }, { ok: false, problem: 'save-full' });
    open(locking);
    await walkToKey();
    press('I have written it down');
    type('Your recovery key', groups.join(''));
    press('Next');
    press('Turn the lock on');
    const problem = await screen.findByRole('alert');
    expect(problem.textContent).toContain('Nothing has changed.');
    press('Turn the lock on');
    await waitFor(() => expect(asked).toHaveLength(2));
  });

  test('two that differ are not taken, nor one that is too short', async () => {
    open(lockOf().locking);
    press('Lock with a passphrase');
    press('Go on');
    type('Your passphrase', 'bicycle');
    press('Next');
    screen.getAllByText(/a little short/);
    type('Your passphrase', 'my blue bicycle sings');
    type('The same once more', 'my blue bicycle rings');
    press('Next');
    screen.getAllByText(/not the same/);
    expect(document.activeElement).toBe(screen.getByLabelText('The same once more'));
    for (const label of ['Your passphrase', 'The same once more']) {
      expect(screen.getByLabelText(label).getAttribute('type')).toBe('password');
      expect(screen.getByLabelText(label).getAttribute('autocomplete')).toBe('off');
    }
    fireEvent.click(screen.getByLabelText('Show what I type'));
    expect(screen.getByLabelText('Your passphrase').getAttribute('type')).toBe('text');
    expect(screen.getByLabelText('Your passphrase').getAttribute('spellcheck')).toBe('false');
  });
});

describe('the printed sheet', () => {
  test('holds the key, its date and a line for its place, and nobody’s name', async () => {
    const { container } = open(lockOf().locking);
    await walkToKey();
    const sheet = container.querySelector('section[aria-hidden]');
    for (const group of groups) expect(sheet?.textContent).toContain(group);
    expect(sheet?.textContent).toContain('21 November 2026');
    expect(sheet?.textContent).toContain('Where I keep this page');
    expect(sheet?.textContent).not.toContain('Amina');
    document.title = 'Lock – Moving Forwards';
    window.dispatchEvent(new Event('beforeprint'));
    expect(document.title).toBe('Spare key');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.title).toBe('Lock – Moving Forwards');
  });
});

describe('a lock that is on', () => {
  const on = { kind: 'passphrase', opens: 'nothing', hasPasskey: true } as const;

  test('locks now, changes what opens, and sets its minutes', async () => {
    const { locking, asked } = lockOf(on);
    const { on: did, container } = open(locking);
    press('Lock now');
    expect(did.now).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByLabelText(/^My A&E card/));
    expect(asked).toEqual([]);
    await prove();
    await screen.findByText('Saved');
    expect(asked).toEqual(['emergency']);
    fireEvent.change(screen.getByLabelText('After I leave the page'), { target: { value: '0' } });
    expect(did.auto).toHaveBeenLastCalledWith({ hidden: 0, idle: 5 });
    fireEvent.change(screen.getByLabelText('When I touch nothing'), { target: { value: '0' } });
    expect(did.auto).toHaveBeenLastCalledWith({ hidden: 2, idle: 0 });
    expect(await faultsIn(container)).toEqual([]);
  });

  test('is turned off only after it was asked once', async () => {
    const { locking, asked } = lockOf(on);
    open(locking);
    press('Turn the lock off');
    await prove();
    press('Keep the lock');
    expect(asked).toEqual([]);
    // what was given for the first time is not kept for the second
    press('Turn the lock off');
    await prove();
    press('Turn it off');
    await screen.findByText('The lock is off.');
    screen.getByText('Anyone who can open this phone can open this.');
  });

  test('says that a change makes the old sheet useless and takes the passkey with it', async () => {
    open(lockOf(on).locking);
    press('Change the passphrase');
    await prove();
    await heading('Change the passphrase');
    screen.getByText(/The old passphrase and the old sheet then stop working/);
    screen.getByText(/Your passkey is taken away too/);
  });

  test('gives a passkey away', async () => {
    const { locking, asked } = lockOf(on);
    open(locking);
    press('Take the passkey away');
    await prove();
    await screen.findByText(/no longer opens the lock/);
    expect(asked).toEqual(['drop']);
  });
});

describe('before a lock is weakened', () => {
  const on = { kind: 'passphrase', opens: 'nothing', hasPasskey: true } as const;

  test('the passphrase or the recovery key is asked for, a passkey will not do, and the page says why', async () => {
    const { container } = open(lockOf(on).locking);
    press('Turn the lock off');
    await heading('First, show that it is you');
    screen.getByText(/anyone whose face or finger this phone knows can use it/);
    expect(screen.queryByRole('button', { name: /passkey/ })).toBeNull();
    expect(await faultsIn(container)).toEqual([]);
    press('Use my recovery key');
    await prove('Your recovery key', groups.join(' '));
    press('Turn it off');
    await screen.findByText('The lock is off.');
  });

  test('a wrong one does nothing, is kept to be looked at, and an empty box costs no try', async () => {
    const proved = vi.fn(async () => ({ ok: false, problem: 'unlock-wrong' }) as const);
    const { locking, asked } = lockOf(on, { ok: true }, { prove: proved });
    open(locking);
    press('Change the passphrase');
    await heading('First, show that it is you');
    press('Go on');
    screen.getAllByText(/The box is empty/);
    expect(proved).not.toHaveBeenCalled();
    type('Your passphrase', 'my blue bicycle rings');
    press('Go on');
    await screen.findAllByText(/Nothing is ever wiped/);
    expect((screen.getByLabelText('Your passphrase') as HTMLInputElement).value).toBe('my blue bicycle rings');
    expect(document.activeElement).toBe(screen.getByLabelText('Your passphrase'));
    press('Back');
    await heading('Lock');
    expect(asked).toEqual([]);
  });

  test('wrong ones wait as at the lock, and while they do nothing is tried', async () => {
    const proved = vi.fn(async () => ({ ok: false, problem: 'unlock-wrong' }) as const);
    open(lockOf(on, { ok: true }, { prove: proved, wait: () => 30_000 }).locking);
    press('Turn the lock off');
    await heading('First, show that it is you');
    screen.getByText(/try again in 30 seconds/, { selector: '#secret-error' });
    type('Your passphrase', 'my blue bicycle sings');
    press('Go on');
    expect(proved).not.toHaveBeenCalled();
  });

  test('whoever has neither is told the way that is left', async () => {
    open(lockOf(on).locking);
    press('Turn the lock off');
    await heading('First, show that it is you');
    expect(screen.getByText(/^Make a backup with its own phrase now/).textContent).toContain(
      'I have lost every way in',
    );
    expect(screen.getByRole('link', { name: 'Make a backup' }).getAttribute('href')).toBe('#/keep/backup');
  });

  test('what leaves less open is done at once', async () => {
    const { locking, asked } = lockOf({ ...on, opens: 'flare' });
    open(locking);
    fireEvent.click(screen.getByLabelText(/^Nothing/));
    await screen.findByText('Saved');
    expect(asked).toEqual(['nothing']);
  });

  test('after a change the page says that old ways have ended, and which files still open the old way', async () => {
    const { container, store } = open(lockOf(on).locking);
    const given = [
      { kind: 'backup', at: '2026-03-03', isOld: true },
      { kind: 'backup', at: '2026-05-03', isOld: true },
      { kind: 'trusted', at: '2026-04-01', isOld: true },
      { kind: 'folder', at: '2026-11-20', isOld: false },
    ] as const;
    press('Change the passphrase');
    await prove();
    press('Go on');
    await heading('Choose your passphrase');
    type('Your passphrase', 'another few words');
    type('The same once more', 'another few words');
    press('Next');
    press('I have written it down');
    type('Your recovery key', groups.join(' '));
    press('Next');
    await keepNote(store, 'given', given);
    press('Change the passphrase');
    await screen.findByText('The passphrase is changed.');
    screen.getByText(/From now on the old passphrase.*opens nothing here/);
    await screen.findByText('A backup from 3 March 2026');
    screen.getByText('A backup from 3 May 2026');
    screen.getByText('A sealed copy from 1 April 2026');
    expect(screen.queryByText(/backup folder/)).toBeNull();
    const links = screen.getAllByRole('link', { name: /^Make new ones/ }).map((link) => link.getAttribute('href'));
    expect(links).toEqual(['#/keep/backup', '#/keep/trusted']);
    expect(await faultsIn(container)).toEqual([]);
    press('I have seen to these');
    await waitFor(() => expect(screen.queryByText(/^A backup from/)).toBeNull());
    expect((await readNotes(store)).given).toEqual([given[3]]);
  });
});

test('a PIN is set twice in figures, and is named for what it is', async () => {
  const { locking, asked } = lockOf();
  const { container } = open(locking);
  press('PIN for the screen only');
  await heading('PIN for the screen only');
  type('Your PIN', '12');
  press('Next');
  expect(screen.getAllByText('A PIN has 4 to 8 numbers.').length).toBeGreaterThan(0);
  type('Your PIN', '4711');
  type('The same once more', '4711');
  expect(screen.getByLabelText('Your PIN').getAttribute('inputmode')).toBe('numeric');
  expect(await faultsIn(container)).toEqual([]);
  press('Next');
  press('Turn the PIN on');
  await screen.findByText('The PIN is on. It hides the screen, and no more.');
  expect(asked).toEqual(['4711']);
  expect(screen.queryByText(/passkey/i)).toBeNull();
});
