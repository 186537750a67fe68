// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { newRecoveryKey } from '#store/lock/recovery.ts';
import { faultsIn } from '../../views/axe.ts';
import { drawDialogs } from '../../views/dialogs.ts';
import { world } from '../session.ts';
import { groups, heading, lockOf, open, press, type, walkToKey } from './lock-in-memory.tsx';

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
    press('Keep the lock');
    expect(asked).toEqual([]);
    press('Turn the lock off');
    press('Turn it off');
    await screen.findByText('The lock is off.');
    screen.getByText('Anyone who can open this phone can open this.');
  });

  test('says that a change makes the old sheet useless and takes the passkey with it', async () => {
    open(lockOf(on).locking);
    press('Change the passphrase');
    await heading('Change the passphrase');
    screen.getByText(/The old passphrase and the old sheet then stop working/);
    screen.getByText(/Your passkey is taken away too/);
  });

  test('gives a passkey away', async () => {
    const { locking, asked } = lockOf(on);
    open(locking);
    press('Take the passkey away');
    await screen.findByText(/no longer opens the lock/);
    expect(asked).toEqual(['drop']);
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
