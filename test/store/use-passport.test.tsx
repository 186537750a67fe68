// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { recordOf } from '#passport/fold.ts';
import { memoryStore } from '#store/memory.ts';
import type { Store } from '#store/store.ts';
import { usePassport, useReady } from '#store/use-passport.ts';
import { medicine, save, testWorld } from './world.ts';

function Name({ store }: { store: Store }) {
  const name = recordOf(usePassport(store), 'medicines', 'm1')?.entries['name']?.value;
  return <p>{useReady(store, 'medicines') ? String(name) : '…'}</p>;
}

it('a view shows each change as soon as it is saved', async () => {
  const store = memoryStore([], testWorld());
  render(<Name store={store} />);
  expect(screen.getByText('undefined')).toBeTruthy();
  await act(async () => {
    await save(store, medicine('m1', 'naproxen'));
  });
  expect(screen.getByText('naproxen')).toBeTruthy();
});
