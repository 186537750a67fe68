import { fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { LockScreen } from '#screens/lock/lock-screen.tsx';
import { newRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';
import type { Proof } from '#store/proving.ts';
import type { Locking, LockSaved, LockState } from '#store/store.ts';
import { sessionWith, world } from '../session.ts';

const secret = 'my blue bicycle sings';

/** A lock of nothing, that remembers what it was asked. */
export function lockOf(
  start: LockState = { kind: 'none' },
  answer: LockSaved = { ok: true },
  more: Partial<Locking> = {},
) {
  let state = start;
  const asked: unknown[] = [];
  const turn = (next: LockState, what: unknown): Promise<LockSaved> => {
    asked.push(what);
    if (answer.ok) state = next;
    return Promise.resolve(answer);
  };
  const proof = {} as Proof;
  const become = (next: LockState, what: unknown, given: Proof | null | undefined): Promise<LockSaved> => {
    if (state.kind !== 'none' && given !== proof) return Promise.resolve({ ok: false, problem: 'proof-missing' });
    return turn(next, what);
  };
  const locking: Locking = {
    state: () => state,
    wait: () => 0,
    async prove(way, typed) {
      const isRight = typed.trim() === (way === 'pin' ? '4711' : secret) || (way === 'recovery' && typed === key);
      return isRight ? { ok: true, proof } : { ok: false, problem: 'unlock-wrong' };
    },
    holds: (given) => state.kind === 'none' || given === proof,
    accept: (given) => state.kind === 'none' || given === proof,
    turnOn: (wish, given) => become({ kind: 'passphrase', opens: wish.opens, hasPasskey: false }, wish, given),
    turnOff: (given) => become({ kind: 'none' }, 'off', given),
    setOpens: (opens, given) => (opens === 'nothing' ? turn : become)({ ...state, opens } as LockState, opens, given),
    addPasskey: (name, given) => become({ ...state, hasPasskey: true } as LockState, name, given),
    dropPasskey: (given) => become({ ...state, hasPasskey: false } as LockState, 'drop', given),
    setPin: (pin, opens, given) => become({ kind: 'pin', opens }, pin, given),
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
  return { ...drawn, on, store: session.store };
}

// the world of these tests draws the same "random" bytes each time
export const groups = recoveryToGroups(newRecoveryKey(world.random));
const key = groups.join(' ');
export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
export const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
export const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

/** Gives what is asked for before anything is weakened. */
export async function prove(label = 'Your passphrase', typed = secret) {
  await heading('First, show that it is you');
  type(label, typed);
  press('Go on');
  await vi.waitFor(() => {
    if (screen.queryByRole('heading', { name: 'First, show that it is you' })) throw new Error('it still asks');
  });
}

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
