// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Change } from '#passport/change.ts';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import { keepNote } from '#store/backups.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';
import { sessionWithPages } from '../pages/pages-in-memory.ts';
import { goal, openKeep, prepareKeep, type WithPages, withShutPages } from './keep-here.tsx';

prepareKeep();

const notCounted = /^Your private pages are not counted here/;

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (session: WithPages, count = 1) =>
  act(async () => {
    for (let n = 0; n < count; n += 1)
      await session.pages.store()?.append([{ part: 'pages', record: `p${n}`, set: { title: 'One' } }], session.writer);
  });
/** As after a backup that has everything there is now in it; the pages only when `pages` says how many. */
const backedUp = ({ store }: Session, pages: number | null) =>
  keepNote(store, 'last', { count: store.count(), pages, at: '2026-11-20' });

async function begun(changes?: readonly Change[]): Promise<WithPages> {
  const session = sessionWithPages(changes);
  await session.pages.begin(null);
  await write(session);
  return session;
}

describe('how safe it is, where there are private pages', () => {
  test('counts the changes on open ones, and says nothing more when the last backup holds them', async () => {
    const session = await begun();
    await backedUp(session, 1);
    openKeep(session);
    await screen.findByText('Last backed up on 20 November 2026. Nothing has changed since.');
    expect(screen.queryByText(notCounted)).toBeNull();
    await write(session, 3);
    await screen.findByText('Last backed up on 20 November 2026. 3 changes since then.');
  });

  test.each([
    ['shut', async () => withShutPages(), 1],
    ['open, and not in the last backup', begun, null],
  ])('says that they are not counted while they are %s', async (_, make, pages) => {
    const session = await make();
    await backedUp(session, pages);
    const { container } = openKeep(session);
    await screen.findByText(notCounted);
    expect(screen.getByRole('link', { name: 'Open my private pages' }).getAttribute('href')).toBe('#/pages');
    expect(await faultsIn(container)).toEqual([]);
  });

  test('says nothing of them to whoever helps', async () => {
    const session = await withShutPages();
    await backedUp(session, null);
    openKeep({ ...session, writer: { by: 'Ada', lang: 'en-GB' } });
    await screen.findByText(/^Last backed up/);
    expect(screen.queryByText(/rivate pages/)).toBeNull();
  });

  test('the word at home comes after many changes on them alone', async () => {
    const session = await begun();
    await backedUp(session, 1);
    await write(session, 26);
    render(<HomeScreen session={session} />);
    await screen.findByText('26 changes since your backup on 20 November 2026.');
    press('Not now');
    await waitFor(() => expect(screen.queryByText(/changes since your backup/)).toBeNull());
  });
});

describe('the way to a new phone, where there are private pages', () => {
  test('never calls them backed up when nobody knows, neither first nor last', async () => {
    const session = await withShutPages();
    await backedUp(session, null);
    openKeep(session, 'move');
    await screen.findByText(notCounted);
    expect(screen.queryByText('All of it is in your last backup.')).toBeNull();
    expect(screen.queryByText(/in no backup yet/)).toBeNull();
    press('I have a backup. Go on');
    press('Next');
    await screen.findByText('Your private pages are closed, so they are not compared.');
    press('It is the same');
    await screen.findByRole('heading', { level: 1, name: 'Remove it here' });
    expect(screen.getByText(notCounted)).toBeTruthy();
  });

  test('calls them backed up when they are, and compares them too', async () => {
    const session = await begun();
    await backedUp(session, 1);
    openKeep(session, 'move');
    await screen.findByText('All of it is in your last backup.');
    expect(screen.queryByText(notCounted)).toBeNull();
    press('Next');
    press('Next');
    await screen.findByText(/^Private pages: 1 thing written · \u2066\d{3} \d{3}\u2069$/);
  });

  test('the words of two phones are the same, whatever opens the pages on each', async () => {
    const [here, there] = [await begun([goal('a', 1)]), await begun([goal('a', 1)])];
    await there.pages.setPassphrase('four green chairs');
    const words = [];
    for (const session of [here, there]) {
      openKeep(session);
      await screen.findByText(/^Private pages: 1 thing written/);
      words.push(document.querySelector('[data-check]')?.textContent);
      cleanup();
    }
    expect(words[0]).toMatch(/^1 thing written · /);
    expect(words[1]).toBe(words[0]);
  });
});

describe('a backup made', () => {
  async function make(session: Session) {
    openKeep(session, 'backup');
    press('Next');
    await screen.findByRole('list', { name: 'The phrase' });
    press('I have written it down');
    await screen.findByRole('heading', { level: 1, name: 'Your backup is ready' });
  }
  const lastOf = async ({ store }: Session) => JSON.parse((await store.drafts.all()).get('backup/last') ?? 'null');
  const give = async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    URL.createObjectURL = () => 'blob:x';
    press('Save it to my downloads');
    await screen.findByRole('heading', { level: 1, name: 'Backed up' });
    saved.mockRestore();
  };

  test('remembers how many changes the pages had', async () => {
    const session = await begun();
    await make(session);
    expect(screen.queryByText(/private pages/)).toBeNull();
    await give();
    expect(await lastOf(session)).toMatchObject({ count: session.store.count(), pages: 1 });
  });

  test('keeps open pages open for as long as it takes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const session = await begun();
    openKeep(session, 'backup');
    await act(() => vi.advanceTimersByTimeAsync(600_000));
    expect(session.pages.state()).toBe('open');
    cleanup();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(session.pages.state()).toBe('closed');
    vi.useRealTimers();
  });

  test('without the pages, which are shut, says so when it is ready', async () => {
    const session = await withShutPages();
    await make(session);
    expect(screen.getByText(/^Your private pages are closed, so they stay out/)).toBeTruthy();
    await give();
    expect(await lastOf(session)).toMatchObject({ pages: null });
  });

  test('without pages that cannot be read says why, and that they stay out', async () => {
    const session = await begun();
    const broken: Pages = { ...session.pages, changes: async () => ({ ok: false, problem: 'store-damaged' }) };
    await make({ ...session, pages: broken });
    expect(screen.getByRole('alert').textContent).toContain('What was saved here could not be read whole');
    expect(screen.getByText('Your private pages stay out of it.')).toBeTruthy();
  });
});
