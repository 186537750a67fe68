// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { PageScreen } from '#screens/pages/page-screen.tsx';
import { PagesScreen } from '#screens/pages/pages-screen.tsx';
import type { Session } from '#store/session.ts';
import type { Store } from '#store/store.ts';
import { faultsIn } from '../../views/axe.ts';
import { drawDialogs } from '../../views/dialogs.ts';
import { sessionWith } from '../session.ts';
import { sessionWithPages } from './pages-in-memory.ts';

configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });
beforeAll(() => {
  drawDialogs();
  return speak('en-GB');
});
afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const write = async (session: Session, record: string, set: Record<string, string>) =>
  session.pages?.store()?.append([{ part: 'pages', record, set }], session.writer);

describe('before they are begun', () => {
  test('two sentences and one button; nothing is asked that must be answered', async () => {
    const session = sessionWithPages();
    const { container } = render(<PagesScreen session={session} />);
    expect(screen.getByText(/A place for what you do not want in your passport/)).toBeTruthy();
    expect(await faultsIn(container)).toEqual([]);
    press('Begin');
    await screen.findByText('Nothing is written here yet.');
    expect(session.pages.hasPassphrase()).toBe(false);
    expect(await faultsIn(container)).toEqual([]);
  });

  test('a passphrase of their own is typed twice, and said never to be reset', async () => {
    const session = sessionWithPages();
    render(<PagesScreen session={session} />);
    fireEvent.click(screen.getByLabelText(/^Give them a passphrase/));
    expect(screen.getByText(/We cannot reset it/)).toBeTruthy();
    press('Begin');
    expect(screen.getAllByText(/untick the box above/).length).toBeGreaterThan(0);
    type('Passphrase for these pages', 'four');
    press('Begin');
    expect(screen.getAllByText(/short, and easy to guess/).length).toBeGreaterThan(0);
    type('Passphrase for these pages', 'four green chairs');
    type('The same passphrase once more', 'four green chair');
    press('Begin');
    expect(screen.getAllByText(/not the same/).length).toBeGreaterThan(0);
    expect(session.pages.state()).toBe('none');
    type('The same passphrase once more', 'four green chairs');
    press('Begin');
    await screen.findByText('Nothing is written here yet.');
    expect(session.pages.hasPassphrase()).toBe(true);
  });

  test('the example has none, and whoever helps finds no such page', () => {
    const { unmount } = render(<PagesScreen session={sessionWith()} />);
    expect(screen.getByText(/The example has no private pages/)).toBeTruthy();
    unmount();
    render(<PagesScreen session={{ ...sessionWithPages(), writer: { by: 'Ada', lang: 'en-GB' } }} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page is not here');
    expect(screen.queryByText(/Private pages/)).toBeNull();
  });
});

describe('once they are open', () => {
  test('a page is written, its earlier words come back, and it is taken out and brought back', async () => {
    const session = sessionWithPages();
    await session.pages.begin(null);
    const { container } = render(<PageScreen session={session} recordId="p" />);
    const text = await screen.findByLabelText('What would you like to write?');
    fireEvent.change(text, { target: { value: 'First words' } });
    fireEvent.blur(text);
    await screen.findByText('Saved');
    fireEvent.change(text, { target: { value: 'Other words' } });
    fireEvent.blur(text);
    await screen.findByText('First words');
    press('Put back What I wrote from 21 November 2026');
    await waitFor(() => expect((text as HTMLTextAreaElement).value).toBe('First words'));
    expect(await faultsIn(container)).toEqual([]);
    press('Take this page out');
    fireEvent.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await screen.findByLabelText('What would you like to write?');
    expect(JSON.stringify(session.store.passport())).not.toMatch(/First words|Other words/);
  });

  test('they are listed with what was begun and never saved, and removed for ever only when asked twice', async () => {
    const session = sessionWithPages();
    await session.pages.begin(null);
    await write(session, 'p', { title: 'Winter' });
    await session.pages.store()?.drafts.keep('pages/q/text', 'half a sen');
    const { container } = render(<PagesScreen session={session} />);
    await screen.findByText('Not finished yet');
    expect(screen.getByRole('link', { name: /Winter/ }).getAttribute('href')).toBe('#/pages/p');
    expect(container.textContent).not.toContain('half a sen');
    await session.pages.store()?.append([{ part: 'pages', record: 'p', removed: true }], session.writer);
    const ever = await screen.findByLabelText('Remove Winter for ever');
    ever.focus();
    fireEvent.click(ever);
    expect(screen.getByText(/A backup you keep somewhere else still holds it\.$/)).toBeTruthy();
    fireEvent.click(screen.getByText('Remove it for ever'));
    await screen.findByText('Removed for ever');
    expect(screen.queryByLabelText('Remove Winter for ever')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(JSON.stringify(await session.pages.store()?.log())).not.toContain('Winter');
  });

  test('with one of several brought back the focus is on what is left of their list', async () => {
    const session = sessionWithPages();
    await session.pages.begin(null);
    for (const title of ['Winter', 'Spring']) {
      await write(session, title, { title });
      await session.pages.store()?.append([{ part: 'pages', record: title, removed: true }], session.writer);
    }
    render(<PagesScreen session={session} />);
    const back = await screen.findByLabelText('Bring back Winter');
    back.focus();
    fireEvent.click(back);
    await screen.findByRole('link', { name: /Winter/ });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('1 taken out'));
  });

  test('a removal for ever that breaks off says so, and can be tried again', async () => {
    const session = sessionWithPages();
    await session.pages.begin(null);
    await write(session, 'p', { title: 'Winter' });
    await session.pages.store()?.append([{ part: 'pages', record: 'p', removed: true }], session.writer);
    const store = session.pages.store() as Store;
    const broken: Store = { ...store, removeForEver: () => Promise.reject(new Error('save-gone')) };
    render(<PagesScreen session={{ ...session, pages: { ...session.pages, store: () => broken } }} />);
    fireEvent.click(await screen.findByLabelText('Remove Winter for ever'));
    fireEvent.click(screen.getByText('Remove it for ever'));
    expect((await screen.findByRole('alert')).textContent).toContain('The connection to your saved passport was lost');
    expect(screen.queryByText('Removing…')).toBeNull();
    fireEvent.click(screen.getByLabelText('Remove Winter for ever'));
    expect(screen.getByText('Remove it for ever')).toBeTruthy();
  });

  test('where some of what was saved is missing that is said', async () => {
    const session = sessionWithPages();
    await session.pages.begin(null);
    const store = { ...(session.pages.store() as Store), unreadable: () => 1 };
    render(<PagesScreen session={{ ...session, pages: { ...session.pages, store: () => store } }} />);
    expect(await screen.findByText(/^Some of what was saved here could not be read/)).toBeTruthy();
  });

  test('closed, they show nothing until their passphrase is given', async () => {
    const { pages, ...rest } = sessionWithPages();
    await pages.begin(null);
    // what a passphrase opens is tested with the store
    const shut: typeof pages = {
      ...pages,
      hasPassphrase: () => true,
      open: async (typed) => (typed === 'four green chairs' ? pages.open() : { ok: false, problem: 'unlock-wrong' }),
    };
    const session = { ...rest, pages: shut };
    await write(session, 'p', { title: 'Winter' });
    const { container } = render(<PagesScreen session={session} />);
    await screen.findByText('Winter');
    press('Close them now');
    await screen.findByRole('button', { name: 'Open' });
    expect(container.textContent).not.toContain('Winter');
    expect(await faultsIn(container)).toEqual([]);
    press('Open');
    expect(screen.getAllByText('Type your passphrase here.').length).toBeGreaterThan(0);
    type('Passphrase for these pages', 'four green tables');
    press('Open');
    expect((await screen.findAllByText(/That did not open them/)).length).toBeGreaterThan(0);
    type('Passphrase for these pages', 'four green chairs');
    press('Open');
    await screen.findByText('Winter');
  });

  test('the passphrase is changed and taken away where the pages are, and nothing is lost by it', async () => {
    const { pages, ...rest } = sessionWithPages();
    // what a passphrase opens, and what moves, is tested with the store
    let own: string | null = null;
    const kept: typeof pages = {
      ...pages,
      hasPassphrase: () => own !== null,
      async setPassphrase(next, present) {
        if (own !== null && present !== own) return { ok: false, problem: 'unlock-wrong' };
        own = next;
        return { ok: true };
      },
    };
    const session = { ...rest, pages: kept };
    await session.pages.begin(null);
    await write(session, 'p', { title: 'Winter' });
    render(<PagesScreen session={session} />);
    await screen.findByText('Winter');
    type('Passphrase for these pages', 'four green chairs');
    type('The same passphrase once more', 'four green chairs');
    press('Give them this passphrase');
    await screen.findByText('Done');
    expect(session.pages.hasPassphrase()).toBe(true);
    press('Take the passphrase away');
    expect(screen.getAllByText('Type your passphrase here.').length).toBeGreaterThan(0);
    type('Their passphrase now', 'four green tables');
    press('Take the passphrase away');
    expect((await screen.findAllByText(/That did not open them/)).length).toBeGreaterThan(0);
    expect(session.pages.hasPassphrase()).toBe(true);
    type('Their passphrase now', 'four green chairs');
    press('Take the passphrase away');
    expect(screen.getByText(/^Taking it away/)).toBeTruthy();
    await waitFor(() => expect(session.pages.hasPassphrase()).toBe(false));
    expect(within(screen.getByRole('list', { name: 'Your pages' })).getByText('Winter')).toBeTruthy();
  });

  test('what the lock would call easy to guess is called so here too, and begins nothing', async () => {
    const session = sessionWithPages();
    render(<PagesScreen session={session} />);
    fireEvent.click(screen.getByLabelText(/^Give them a passphrase of their own/));
    for (const [words, said] of [
      ['14.05.1971 12', /Numbers alone are easy to guess/],
      ['aaaaabbbbbaaaaa', /repeats itself/],
      ['bicycle', /short, and easy to guess/],
    ] as const) {
      type('Passphrase for these pages', words);
      type('The same passphrase once more', words);
      press('Begin');
      expect(screen.getAllByText(said).length).toBeGreaterThan(0);
    }
    expect(session.pages.state()).toBe('none');
  });

  test('nothing of them is printed', async () => {
    const session = sessionWithPages();
    await session.pages.begin(null);
    await write(session, 'p', { title: 'Winter' });
    const { container } = render(<PageScreen session={session} recordId="p" />);
    const heading = await screen.findByRole('heading', { level: 1, name: 'Winter' });
    expect(heading.closest('[data-screen-only]')).not.toBeNull();
    expect(container.firstElementChild?.hasAttribute('data-screen-only')).toBe(true);
  });
});
