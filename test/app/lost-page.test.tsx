// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { LostPage } from '#app/lost-page.tsx';
import { speak } from '#i18n/i18n.ts';
import type { Loss, Opened } from '#store/opened.ts';
import { faultsIn } from '../views/axe.ts';
import { drawDialogs } from '../views/dialogs.ts';

const never = new Promise<Opened>(() => undefined);
const safe = { count: 3, flushed: new Date(2026, 10, 20) };

/** Something lost, of which nothing is left and no safe copy is there unless `more` says so. */
function lossOf(more: Partial<Loss> = {}): Loss {
  return {
    kind: 'refused',
    expected: null,
    here: 0,
    safe: null,
    isStuck: false,
    leavesNothing: false,
    restore: () => never,
    download: async () => new Uint8Array(),
    leave: () => never,
    ...more,
  };
}

const stuck = (loss: Loss): Opened => ({ ok: false, problem: 'store-refused', loss: { ...loss, isStuck: true } });

/** The page as the app shows it: what a way on ended with is shown in its place. */
function Lost({ first }: { first: Loss }) {
  const [loss, setLoss] = useState(first);
  const take = async (opened: Opened) => {
    if (!opened.ok && opened.problem !== 'store-locked' && opened.loss) setLoss(opened.loss);
  };
  return <LostPage loss={loss} onOpened={take} />;
}

const open = (loss: Loss) => render(<Lost first={loss} />);
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const isOff = (name: string) => screen.getByRole('button', { name }).hasAttribute('disabled');

beforeAll(async () => {
  await speak('en-GB');
  drawDialogs();
});
afterEach(cleanup);

test('a safe copy is promised to stay only where there is one', () => {
  open(lossOf());
  expect(screen.queryByText(/^The safe copy stays/)).toBeNull();
  cleanup();
  open(lossOf({ safe }));
  screen.getByText(/^The safe copy stays/);
});

test('changes are said to be missing only when some are', () => {
  open(lossOf({ kind: 'behind', expected: 3, here: 3 }));
  expect(screen.queryByText(/missing\.$/)).toBeNull();
  cleanup();
  open(lossOf({ kind: 'behind', expected: 4, here: 3 }));
  screen.getByText('1 change is missing.');
});

test('each way on is named for what it does while it is under way', async () => {
  open(lossOf({ safe }));
  await press('Begin with an empty passport');
  screen.getByText('Opening your passport…');
  expect(screen.queryByText(/^Bringing it back/)).toBeNull();
  expect(isOff('Bring it back')).toBe(true);
  cleanup();
  open(lossOf({ safe }));
  await press('Bring it back');
  screen.getByText(/^Bringing it back/);
});

test.each([
  ['is refused', async (loss: Loss) => stuck(loss)],
  ['breaks off', () => Promise.reject(new Error('gone'))],
])('going on that %s is told of, each time, and nothing stays busy', async (_, end) => {
  const loss = lossOf({ leave: () => end(loss) });
  const { container } = open(loss);
  for (let time = 0; time < 2; time += 1) {
    await press('Begin with an empty passport');
    const problem = await screen.findByRole('alert');
    expect(problem.textContent).toContain('This browser will not let the app keep anything');
    expect(document.activeElement).toBe(problem);
    expect(isOff('Begin with an empty passport')).toBe(false);
  }
  expect(await faultsIn(container)).toEqual([]);
});

test('a restoring that is stuck hands out the file in place of a problem', async () => {
  const loss = lossOf({ safe });
  open({ ...loss, restore: async () => stuck(loss) });
  await press('Bring it back');
  screen.getByRole('button', { name: 'Save it as a file' });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('where going on deletes what does not open, that is said before and asked once more', async () => {
  const leave = vi.fn(() => never);
  const { container } = open(lossOf({ leavesNothing: true, leave }));
  const words = 'What does not open is then removed from this browser. It cannot be brought back.';
  screen.getByText(words);
  await press('Begin with an empty passport');
  expect(screen.getAllByText(words)).toHaveLength(2);
  expect(await faultsIn(container)).toEqual([]);
  await press('Keep it');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(leave).not.toHaveBeenCalled();
  await press('Begin with an empty passport');
  const dialog = screen.getByRole('dialog');
  const yes = [...dialog.querySelectorAll('button')].find((button) => button.textContent?.startsWith('Begin'));
  await act(async () => yes?.click());
  expect(leave).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where nothing is deleted nothing is asked', async () => {
  const leave = vi.fn(() => never);
  open(lossOf({ leave }));
  await press('Begin with an empty passport');
  expect(leave).toHaveBeenCalledTimes(1);
});
