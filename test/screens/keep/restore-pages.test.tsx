// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Change } from '#passport/change.ts';
import { encodeDownload } from '#store/download.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { sessionWithPages } from '../pages/pages-in-memory.ts';
import { goal, openKeep, prepareKeep, withShutPages } from './keep-here.tsx';

prepareKeep();

const at = '2026-11-01T10:00:00.000Z';

const page = (id: string, n: number): Change => ({
  ...{ id, n, at, by: '', lang: 'en-GB', part: 'pages', record: id },
  set: { title: 'Winter' },
});
const tombstone = (record: string): Change => ({
  ...{ id: `no${record}`, n: 90, at: '', by: '', lang: '', part: 'gone', record },
  removed: true,
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
async function pick(changes: readonly Change[]) {
  const bytes = await encodeDownload(changes, at);
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [new File([bytes as Uint8Array<ArrayBuffer>], 'copy.mfp')] } });
  await screen.findByRole('heading', { level: 1, name: 'What is in this file' });
}

describe('a file with private pages in it', () => {
  test('on a new phone: they came with it, with no passphrase, and nothing is missing from that file', async () => {
    const session = sessionWithPages([]);
    openKeep(session, 'restore');
    await pick([goal('a', 1), page('p', 2)]);
    press('Put it on this device');
    await screen.findByText('1 change was added.');
    expect(screen.getByText(/^Your private pages came with it/)).toBeTruthy();
    cleanup();
    openKeep(session, 'move');
    await screen.findByText('All of it is in your last backup.');
  });

  test('and nothing else in it that is new: the pages are said to be here', async () => {
    const session = sessionWithPages([goal('a', 1)]);
    openKeep(session, 'restore');
    await pick([goal('a', 1), page('p', 2)]);
    press('Add it to mine');
    await screen.findByText('The private pages in the file are here.');
    expect(screen.queryByText(/0 changes/)).toBeNull();
  });

  test('while those here are shut: only that is said', async () => {
    const session = await withShutPages([goal('a', 1)]);
    openKeep(session, 'restore');
    await pick([goal('a', 1), page('p', 2)]);
    press('Add it to mine');
    await screen.findByText(/^Your private pages have a passphrase and are closed/);
    expect(screen.queryByText(/^Everything in that file/)).toBeNull();
  });

  test('that cannot be taken in for another reason: that reason', async () => {
    const session = sessionWithPages([goal('a', 1)]);
    const full: Pages = { ...session.pages, take: async () => ({ ok: false, problem: 'save-full' }) };
    openKeep({ ...session, pages: full }, 'restore');
    await pick([goal('a', 1), page('p', 2)]);
    press('Add it to mine');
    expect((await screen.findByRole('alert')).textContent).toContain('This device has no room left');
    expect(screen.queryByText(/passphrase/)).toBeNull();
  });

  test('in place of what is here: undone, the pages are out again too', async () => {
    const session = sessionWithPages([goal('a', 1), goal('b', 2)]);
    openKeep(session, 'restore');
    await pick([goal('a', 1), page('p', 2)]);
    press('Make mine like the file');
    await screen.findByText('Your passport is now what it was in the file.');
    expect(await session.pages.store()?.log()).toHaveLength(1);
    press('Undo');
    await screen.findByText('Undone. Everything is as it was before.');
    expect(await session.pages.store()?.log()).toEqual([]);
  });

  test('undone while the pages are shut: they stay, and that is said', async () => {
    const session = sessionWithPages([goal('a', 1)]);
    await session.pages.begin('four green chairs');
    openKeep(session, 'restore');
    await pick([goal('a', 1), goal('b', 2), page('p', 3)]);
    press('Add it to mine');
    await screen.findByText('1 change was added.');
    await session.pages.close();
    press('Undo');
    await screen.findByText('Undone. Your passport is as it was. The private pages from the file stay.');
    expect((await session.store.log()).map(({ id }) => id)).not.toContain('b');
  });

  test('undone, never takes out pages of a file that was opened before', async () => {
    const session = sessionWithPages([goal('a', 1)]);
    openKeep(session, 'restore');
    await pick([goal('a', 1), goal('b', 2), page('p', 3)]);
    press('Add it to mine');
    await screen.findByText('1 change was added.');
    cleanup();
    const full: Pages = { ...session.pages, take: async () => ({ ok: false, problem: 'save-full' }) };
    openKeep({ ...session, pages: full }, 'restore');
    await pick([goal('a', 1), goal('c', 4), page('q', 5)]);
    press('Add it to mine');
    await screen.findByText('1 change was added.');
    press('Undo');
    await screen.findByText(/^Undone/);
    expect((await session.store.log()).map(({ id }) => id)).not.toContain('c');
    expect((await session.pages.store()?.log())?.map(({ id }) => id)).toEqual(['p']);
  });
});

test('a file from where something was removed for ever does not promise that all stays', async () => {
  const nut: Change = { ...goal('b', 2), part: 'allergies', set: { substance: 'Nuts' } };
  const session = sessionWithPages([goal('a', 1), nut]);
  openKeep(session, 'restore');
  await pick([goal('a', 1), tombstone('b'), goal('c', 3)]);
  expect(screen.getByText(/except what was removed for ever\.$/)).toBeTruthy();
  expect(screen.getByText(/^1 change here was removed for ever .* This cannot be undone\.$/)).toBeTruthy();
  const goes = screen.getByRole('heading', { name: 'What would go' });
  expect(goes.nextElementSibling?.textContent).toBe('Allergies and bad reactions');
  expect(screen.getByText('What was removed for ever does not come back.')).toBeTruthy();
  expect(screen.queryByText(/Nothing is removed/)).toBeNull();
});

test('while a file is taken in, that is what is said', async () => {
  const session = sessionWithPages([goal('a', 1)]);
  let go = () => {};
  const restore: Session['store']['restore'] = async (bytes) => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    return session.store.restore(bytes);
  };
  openKeep({ ...session, store: { ...session.store, restore } }, 'restore');
  await pick([goal('a', 1), goal('b', 2)]);
  press('Add it to mine');
  await screen.findByText('Putting it in. Keep this page open.');
  go();
  await screen.findByText('1 change was added.');
});
