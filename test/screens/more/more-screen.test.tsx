// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { MoreScreen } from '#screens/more/more-screen.tsx';
import type { Proof } from '#store/proving.ts';
import type { Session } from '#store/session.ts';
import type { Locking } from '#store/store.ts';
import { faultsIn } from '../../views/axe.ts';
import { drawDialogs } from '../../views/dialogs.ts';
import { sessionWithPages } from '../pages/pages-in-memory.ts';

const gone = () => Promise.reject(new Error('gone'));
const nothing = () => undefined;

function open(session: Session) {
  const onErased = vi.fn();
  const onHelper = vi.fn();
  const onMe = vi.fn();
  const drawn = render(
    <MoreScreen
      session={session}
      size="normal"
      theme="system"
      offline
      writeIn={null}
      onLanguage={nothing}
      onSize={nothing}
      onWriteIn={nothing}
      onTheme={nothing}
      onHelper={onHelper}
      onMe={onMe}
      onExample={async () => undefined}
      onErased={onErased}
    />,
  );
  return { ...drawn, onErased, onHelper, onMe };
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
async function eraseAll() {
  await press('Remove everything from this device');
  await press('Remove everything');
}

beforeAll(async () => {
  await speak('en-GB');
  window.scrollTo = nothing;
  drawDialogs();
});
afterEach(cleanup);

test('the passport is removed even when the private pages cannot be reached', async () => {
  const session = sessionWithPages();
  const erase = vi.fn(async () => undefined);
  const { onErased } = open({
    ...session,
    store: { ...session.store, erase },
    pages: { ...session.pages, erase: gone },
  });
  await eraseAll();
  expect(erase).toHaveBeenCalledTimes(1);
  expect(onErased).toHaveBeenCalledTimes(1);
});

test('a passport that could not be removed is not said to be gone, and it can be tried again', async () => {
  const session = sessionWithPages();
  const erase = vi.fn(gone);
  const { onErased, container } = open({ ...session, store: { ...session.store, erase } });
  await eraseAll();
  expect(onErased).not.toHaveBeenCalled();
  const problem = screen.getByRole('alert');
  expect(problem.textContent).toContain('The connection to your saved passport was lost');
  expect(await faultsIn(container)).toEqual([]);
  await press('Remove everything');
  expect(erase).toHaveBeenCalledTimes(2);
});

/** A lock that knows one passphrase. */
function locked(session: Session, more: Partial<Session['store']> = {}) {
  const proof = {} as Proof;
  const locking = {
    state: () => ({ kind: 'passphrase', opens: 'nothing', hasPasskey: false }),
    wait: () => 0,
    prove: async (_: string, typed: string) =>
      typed === 'my blue bicycle sings' ? { ok: true, proof } : { ok: false, problem: 'unlock-wrong' },
  } as Locking;
  return { proof, session: { ...session, store: { ...session.store, locking, ...more } } };
}
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

test('behind a lock nothing is erased before the passphrase was given, and then it is asked once more', async () => {
  const erase = vi.fn(async () => undefined);
  const { session, proof } = locked(sessionWithPages(), { erase });
  const { onErased, container } = open(session);
  await press('Remove everything from this device');
  expect(screen.queryByRole('dialog')).toBeNull();
  screen.getByRole('heading', { level: 1, name: 'First, show that it is you' });
  expect(await faultsIn(container)).toEqual([]);
  type('Your passphrase', 'my blue bicycle rings');
  await press('Go on');
  screen.getAllByText(/Nothing is ever wiped/);
  type('Your passphrase', 'my blue bicycle sings');
  await press('Go on');
  expect(erase).not.toHaveBeenCalled();
  await press('Remove everything');
  expect(erase).toHaveBeenCalledWith(proof);
  expect(onErased).toHaveBeenCalledTimes(1);
});

test('behind a lock an emptied box does not make a helper the person: that is asked for', async () => {
  const helped = { ...sessionWithPages(), writer: { by: 'Leyla', lang: 'en-GB' } };
  const { onHelper, onMe } = open(locked(helped).session);
  type('Name of the person helping', '');
  expect(onHelper).not.toHaveBeenCalled();
  expect((screen.getByLabelText('Name of the person helping') as HTMLInputElement).value).toBe('');
  screen.getByText(/is still the one writing/);
  await press('It is me');
  expect(onMe).toHaveBeenCalledTimes(1);
  type('Name of the person helping', 'Ada');
  expect(onHelper).toHaveBeenCalledWith('Ada');
});

test('without a lock an emptied box is the person again', () => {
  const { onHelper } = open({ ...sessionWithPages(), writer: { by: 'Leyla', lang: 'en-GB' } });
  type('Name of the person helping', '');
  expect(onHelper).toHaveBeenCalledWith('');
});
