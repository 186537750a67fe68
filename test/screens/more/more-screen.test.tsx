// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { MoreScreen } from '#screens/more/more-screen.tsx';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';
import { drawDialogs } from '../../views/dialogs.ts';
import { sessionWithPages } from '../pages/pages-in-memory.ts';

const gone = () => Promise.reject(new Error('gone'));
const nothing = () => undefined;

function open(session: Session) {
  const onErased = vi.fn();
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
      onHelper={nothing}
      onExample={async () => undefined}
      onErased={onErased}
    />,
  );
  return { ...drawn, onErased };
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
async function eraseAll() {
  await press('Remove everything from this device');
  await press('Remove everything');
}

beforeAll(async () => {
  await speak('en-GB');
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
