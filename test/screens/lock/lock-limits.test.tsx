// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { faultsIn } from '../../views/axe.ts';
import { drawDialogs } from '../../views/dialogs.ts';
import { groups, heading, lockOf, open, press, prove, type, walkToKey } from './lock-in-memory.tsx';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
  await speak('en-GB');
  window.scrollTo = () => undefined;
  drawDialogs();
});
beforeEach(() => window.history.replaceState(null, '', '#/lock'));
afterEach(cleanup);

describe('a browser with no place outside the lock', () => {
  const words = 'This browser cannot leave anything open outside the lock.';
  const outside = { canLeaveOpen: false };

  test('is offered nothing to leave there, and says so', async () => {
    const { locking, asked } = lockOf({ kind: 'none' }, { ok: true }, outside);
    const { container } = open(locking);
    await walkToKey();
    press('I have written it down');
    type('Your recovery key', groups.join(''));
    press('Next');
    await heading('What may open without it?');
    screen.getByText(words);
    expect(screen.getAllByRole('radio')).toEqual([screen.getByLabelText(/^Nothing/)]);
    expect(await faultsIn(container)).toEqual([]);
    press('Turn the lock on');
    await screen.findByText('The lock is now on.');
    expect(asked).toEqual([expect.objectContaining({ opens: 'nothing' })]);
  });

  test('with a PIN from before that meant to leave something, leaves nothing either', async () => {
    const { locking, asked } = lockOf({ kind: 'pin', opens: 'flare' }, { ok: true }, outside);
    open(locking);
    screen.getByText(words);
    expect((screen.getByLabelText(/^Nothing/) as HTMLInputElement).checked).toBe(true);
    press('Change the PIN');
    await prove('Your PIN', '4711');
    type('Your PIN', '4711');
    type('The same once more', '4711');
    press('Next');
    screen.getByText(words);
    press('Turn the PIN on');
    await screen.findByText(/^The PIN is on/);
    expect(asked).toEqual(['4711']);
    expect(locking.state()).toEqual({ kind: 'pin', opens: 'nothing' });
  });
});

describe('what breaks off half way', () => {
  const gone = () => Promise.reject(new Error('gone'));

  test('never leaves the page working, and is not said to have changed nothing', async () => {
    open(lockOf({ kind: 'none' }, { ok: true }, { turnOn: gone }).locking);
    await walkToKey();
    press('I have written it down');
    type('Your recovery key', groups.join(''));
    press('Next');
    press('Turn the lock on');
    const problem = await screen.findByRole('alert');
    expect(problem.textContent).toContain('The connection to your saved passport was lost');
    expect(problem.textContent).not.toContain('Nothing has changed.');
    screen.getByRole('button', { name: 'Turn the lock on' });
  });

  test('leaves nothing of a lock that is on half pressed', async () => {
    const on = { kind: 'passphrase', opens: 'nothing', hasPasskey: false } as const;
    open(lockOf(on, { ok: true }, { setOpens: gone }).locking);
    fireEvent.click(screen.getByLabelText(/^My flare steps/));
    await prove();
    await screen.findByRole('alert');
    expect((screen.getByLabelText(/^Nothing/) as HTMLInputElement).checked).toBe(true);
  });
});

test('a device that can keep no passkey is told apart from one where it is not found', async () => {
  Object.assign(globalThis, {
    PublicKeyCredential: { getClientCapabilities: async () => ({ 'extension:prf': true }) },
  });
  Object.defineProperty(navigator, 'credentials', { value: {}, configurable: true });
  try {
    const on = { kind: 'passphrase', opens: 'nothing', hasPasskey: false } as const;
    const addPasskey = async () => ({ ok: false, problem: 'passkey-missing' }) as const;
    open(lockOf(on, { ok: true }, { addPasskey }).locking);
    fireEvent.click(await screen.findByRole('button', { name: 'Add a passkey' }));
    await prove();
    press('Add a passkey');
    const problem = await screen.findByRole('alert');
    expect(problem.textContent).toContain('This device cannot keep a passkey that opens the lock.');
    expect(problem.textContent).not.toContain('recovery key');
  } finally {
    Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
    Reflect.deleteProperty(navigator, 'credentials');
  }
});
