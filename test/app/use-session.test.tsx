// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSession } from '#app/use-session.ts';
import { addNews, newsKey } from '#store/lock-news.ts';
import { memoryStore } from '#store/memory.ts';
import type { Opened } from '#store/opened.ts';
import type { Proof } from '#store/proving.ts';
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

/** A lock that takes this proof, once. */
function lockWith(proof: Proof): Locking {
  let left: Proof | null = proof;
  return {
    state: () => ({ kind: 'passphrase', opens: 'nothing', hasPasskey: false }),
    accept(given) {
      const isHeld = given !== null && given === left;
      if (isHeld) left = null;
      return isHeld;
    },
  } as Locking;
}

test('behind a lock nobody who helps becomes the person without a proof; whoever helps is named at once', async () => {
  const proof = {} as Proof;
  const { result } = draw(false);
  await act(() => result.current.take({ ok: true, store: storeWith({ locking: lockWith(proof) }) }));
  act(() => result.current.helpWrite('Leyla'));
  act(() => result.current.helpWrite(''));
  expect(result.current.session?.writer.by).toBe('Leyla');
  act(() => result.current.helpWrite('', proof));
  expect(result.current.session?.writer.by).toBe('');
  act(() => result.current.helpWrite('Leyla'));
  act(() => result.current.helpWrite('', proof));
  expect(result.current.session?.writer.by).toBe('Leyla');
});

test('what was changed about the lock is told at the next start, and gone once it was seen', async () => {
  const store = storeWith();
  const { result } = draw(false);
  await act(() => result.current.take({ ok: true, store }));
  expect(result.current.news).toEqual([]);
  await store.drafts.keep(newsKey, addNews(undefined, 'passphrase', new Date('2026-03-03T10:00:00Z')));
  expect(result.current.news).toEqual([]);
  await act(() => result.current.take({ ok: true, store }));
  expect(result.current.news.map(({ what }) => what)).toEqual(['passphrase']);
  await act(async () => result.current.forgetNews());
  expect(result.current.news).toEqual([]);
  expect((await store.drafts.all()).has(newsKey)).toBe(false);
});
