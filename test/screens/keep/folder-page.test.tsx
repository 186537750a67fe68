// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FolderBackup } from '#screens/keep/folder-backup.ts';
import { FolderPage } from '#screens/keep/folder-page.tsx';
import { ageGiven, keepNote } from '#store/backups.ts';
import type { Proof } from '#store/proving.ts';
import type { Locking } from '#store/store.ts';
import { faultsIn } from '../../views/axe.ts';
import { sessionWith } from '../session.ts';
import { prepareKeep } from './keep-here.tsx';

prepareKeep();
const proof = {} as Proof;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

beforeEach(() => {
  window.history.replaceState(null, '', '#/keep/folder');
  window.scrollTo = () => undefined;
});

/** The page about the folder, with or without a lock. */
function open(kind: 'none' | 'passphrase', session = sessionWith()) {
  const locking = {
    state: () => ({ kind, opens: 'nothing', hasPasskey: false }),
    wait: () => 0,
    prove: async (_: string, typed: string) =>
      typed === 'my blue bicycle sings' ? { ok: true, proof } : { ok: false, problem: 'unlock-wrong' },
  } as Locking;
  const choose = vi.fn(async () => true);
  const off = { state: 'off', name: '', at: null, busy: false, problem: null } as const;
  const folder = { ...off, choose } as Partial<FolderBackup> as FolderBackup;
  const drawn = render(
    <FolderPage session={{ ...session, store: { ...session.store, locking } }} pages={null} folder={folder} />,
  );
  return { ...drawn, choose };
}

test('behind a lock a folder is chosen only by who knows the passphrase, and it is asked for each time', async () => {
  const { choose, container } = open('passphrase');
  press('Choose the folder');
  await heading('First, show that it is you');
  screen.getByText('After this you can choose the folder.');
  expect(await faultsIn(container)).toEqual([]);
  fireEvent.change(screen.getByLabelText('Your passphrase'), { target: { value: 'my blue bicycle sings' } });
  press('Go on');
  await heading('Your phrase');
  press('I have written it down');
  await waitFor(() => expect(choose).toHaveBeenCalledWith(expect.any(String), proof));
  await heading('A folder that keeps itself');
  press('Choose the folder');
  await heading('First, show that it is you');
});

test('without a lock nothing is asked first', async () => {
  const { choose } = open('none');
  press('Choose the folder');
  await heading('Your phrase');
  press('I have written it down');
  await waitFor(() => expect(choose).toHaveBeenCalledWith(expect.any(String), null));
});

test('once an old way in has ended, the phrase that was kept is not used for new files', async () => {
  for (const isOld of [false, true]) {
    const session = sessionWith();
    await keepNote(session.store, 'phrase', 'maple river stone under the hill');
    await keepNote(session.store, 'given', [{ kind: 'backup', at: '2026-03-03', isOld: false }]);
    const [key, text] = ageGiven(await session.store.drafts.all()) ?? ['', ''];
    if (isOld) await session.store.drafts.keep(key, text);
    const { unmount } = open('none', session);
    await new Promise((resolve) => setTimeout(resolve, 50));
    press('Choose the folder');
    await heading('Your phrase');
    expect(screen.queryByText(/This is the phrase from last time/) === null, String(isOld)).toBe(isOld);
    unmount();
    window.history.replaceState(null, '', '#/keep/folder');
  }
});
