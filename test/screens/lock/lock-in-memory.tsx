import { fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { LockScreen } from '#screens/lock/lock-screen.tsx';
import { newRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';
import type { Locking, LockSaved, LockState } from '#store/store.ts';
import { sessionWith, world } from '../session.ts';

/** A lock of nothing, that remembers what it was asked. */
export function lockOf(
  start: LockState = { kind: 'none' },
  answer: LockSaved = { ok: true },
  more: Partial<Locking> = {},
) {
  let state = start;
  const asked: unknown[] = [];
  const become = (next: LockState, what: unknown): Promise<LockSaved> => {
    asked.push(what);
    if (answer.ok) state = next;
    return Promise.resolve(answer);
  };
  const locking: Locking = {
    state: () => state,
    turnOn: (wish) => become({ kind: 'passphrase', opens: wish.opens, hasPasskey: false }, wish),
    turnOff: () => become({ kind: 'none' }, 'off'),
    setOpens: (opens) => become({ ...state, opens } as LockState, opens),
    addPasskey: (name) => become({ ...state, hasPasskey: true } as LockState, name),
    dropPasskey: () => become({ ...state, hasPasskey: false } as LockState, 'drop'),
    setPin: (pin, opens) => become({ kind: 'pin', opens }, pin),
    canLeaveOpen: true,
    ...more,
  };
  return { locking, asked };
}

/** The lock's screen over this lock; null is the example's. */
export function open(locking: Locking | null) {
  const session = sessionWith();
  const kept = { hidden: 2, idle: 5 };
  const on = { auto: vi.fn(), now: vi.fn() };
  const drawn = render(
    <LockScreen
      session={{ ...session, store: { ...session.store, locking } }}
      autoLock={kept}
      onAutoLock={on.auto}
      onLockNow={on.now}
    />,
  );
  return { ...drawn, on };
}

// the world of these tests draws the same "random" bytes each time
export const groups = recoveryToGroups(newRecoveryKey(world.random));
export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
export const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
export const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

/** From the open settings to the page that shows the recovery key. */
export async function walkToKey() {
  press('Lock with a passphrase');
  await heading('Before you start');
  press('Go on');
  await heading('Choose your passphrase');
  type('Your passphrase', 'my blue bicycle sings');
  type('The same once more', 'my blue bicycle sings ');
  press('Next');
  await heading('Your recovery key');
}
