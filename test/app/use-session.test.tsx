// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSession } from '#app/use-session.ts';
import { memoryStore } from '#store/memory.ts';
import type { Opened } from '#store/opened.ts';
import type { Locking, Store } from '#store/store.ts';
import { world } from '../screens/session.ts';

const pieces = vi.hoisted(() => ({ openStore: vi.fn(), openPages: vi.fn() }));
vi.mock('#app/store-workers.ts', () => ({
  makeDiskWorker: vi.fn(),
  makeArgonWorker: vi.fn(),
  makeReadWorker: vi.fn(),
}));
vi.mock('#store/open.ts', () => ({ openStore: pieces.openStore }));
vi.mock('#store/pages.ts', () => ({ openPages: pieces.openPages }));

const missing = () => {
  throw new TypeError('Failed to fetch dynamically imported module');
};
const refusedForMissing = { state: 'refused', problem: 'piece-missing' };
const locked = { ok: false, problem: 'store-locked', locked: {} } as Opened;

function storeWith(more: Partial<Store> = {}): Store {
  const locking = { state: () => ({ kind: 'pin', opens: 'nothing' }) } as Locking;
  return { ...memoryStore([], world), locking, ...more };
}
const draw = (wanted = true) => renderHook(() => useSession(world, 'en-GB', wanted));

beforeEach(() => {
  pieces.openStore.mockReset();
  pieces.openPages.mockReset().mockReturnValue({ close: async () => undefined });
});
afterEach(cleanup);

test('when the piece that opens the passport cannot be loaded, that is said, and nothing waits for ever', async () => {
  pieces.openStore.mockImplementation(missing);
  const { result } = draw();
  await waitFor(() => expect(result.current.opening).toEqual(refusedForMissing));
});

test('nor when the passport has opened and the rest of the pieces cannot be loaded', async () => {
  pieces.openStore.mockResolvedValue({ ok: true, store: storeWith() });
  pieces.openPages.mockImplementation(missing);
  const { result } = draw();
  await waitFor(() => expect(result.current.opening).toEqual(refusedForMissing));
});

test('nor after an unlocking', async () => {
  pieces.openPages.mockImplementation(missing);
  const { result } = draw(false);
  await act(() => result.current.take({ ok: true, store: storeWith() }));
  expect(result.current.opening).toEqual(refusedForMissing);
});

test('what cannot be closed any more is locked all the same', async () => {
  const close = () => Promise.reject(new Error('gone'));
  pieces.openStore.mockResolvedValueOnce({ ok: true, store: storeWith({ close }) }).mockResolvedValueOnce(locked);
  pieces.openPages.mockReturnValue({ close });
  const { result } = draw();
  await waitFor(() => expect(result.current.opening.state).toBe('open'));
  await act(() => result.current.lock());
  expect(result.current.opening.state).toBe('locked');
});
