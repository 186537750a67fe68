// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { fullRoom, linkRoom, packExtract } from '#exchange/code/pack.ts';
import { speak } from '#i18n/i18n.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { ReaderScreen } from '#screens/reader/reader-screen.tsx';
import { ScanScreen } from '#screens/reader/scan-screen.tsx';
import { personToChanges } from '../../passport/person.ts';
import { faultsIn } from '../../views/axe.ts';

configure({ asyncUtilTimeout: 40_000 });
vi.setConfig({ testTimeout: 120_000 });

// Four months after the summary was made.
const world = { now: () => new Date(2027, 2, 21, 12), random: (count: number) => new Uint8Array(count) };
const nothing = () => {
  throw new Error('not asked for here');
};
const props = { world, makePdfWorker: nothing, scannerWasm: nothing };
const fragments = async (extract: Extract, room: typeof linkRoom) =>
  cardsToAddresses((await packExtract(extract, room)).cards, 'https://moving.example/').map(
    (address) => new URL(address).hash,
  );

let whole = '';
let parts: readonly string[] = [];
beforeAll(async () => {
  await speak('en-GB');
  const extract = pick(fold(personToChanges()), emptyShare('gp'), '2026-11-21');
  [whole = ''] = await fragments(extract, linkRoom);
  parts = await fragments(extract, fullRoom);
});
afterEach(cleanup);

const open = (fragment: string) => render(<ReaderScreen fragment={fragment} {...props} />);
const title = () => screen.findByRole('heading', { level: 1, name: 'Fibromyalgia' });
const missing = (codes: readonly string[]) =>
  screen.findByText(new RegExp(`^Still missing: codes? ${codes.join(' and ')}\\.`));

describe('a code that was opened', () => {
  test('shows the summary, its age in words, and that nothing was sent', async () => {
    const { container } = open(whole);
    await title();
    expect(screen.getAllByText(/4 months ago/)).toHaveLength(2);
    expect(screen.getByText(/Much may have changed since/)).toBeTruthy();
    expect(screen.getByText(/Nothing was sent to any server/)).toBeTruthy();
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(await faultsIn(container)).toEqual([]);
  });

  test('is read anew when the address changes to another', async () => {
    const drawn = open(whole);
    await title();
    const other = pick(fold(personToChanges()), { ...emptyShare('gp'), without: new Set(['words']) }, '2026-11-21');
    const [next = ''] = await fragments(other, linkRoom);
    drawn.rerender(<ReaderScreen fragment={next} {...props} />);
    await screen.findByRole('heading', { level: 1, name: 'My passport' });
  });

  test('turns to the reader’s language, and leaves the device’s as it was', async () => {
    open(whole);
    await title();
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'ar' } });
    await waitFor(() => expect(document.documentElement.dir).toBe('rtl'));
    cleanup();
    expect(document.documentElement).toMatchObject({ lang: 'en-GB', dir: 'ltr' });
  });

  test('keeps its words as text for a record', async () => {
    open(whole);
    await title();
    fireEvent.click(screen.getByRole('button', { name: 'Copy as text' }));
    const box = (await screen.findByLabelText('The page as text')) as HTMLTextAreaElement;
    expect(box.value).toMatch(/Fibromyalgia/);
  });
});

const paste = (text: string) => {
  fireEvent.change(screen.getByLabelText('Or paste the link'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Read it' }));
};

describe('several codes', () => {
  test('the first shows what it holds and which are still missing; pasted links bring the rest in any order', async () => {
    expect(parts.length).toBe(3);
    open(parts[0] as string);
    await missing(['2', '3']);
    expect(screen.getByText('1 of 3 codes are here')).toBeTruthy();
    paste(`see ${parts[2]}`);
    await missing(['2']);
    paste(`and ${parts[1]}`);
    await waitFor(() => expect(screen.queryByText(/^Still missing/)).toBeNull());
    await title();
  });

  test('a page of some of them never passes for the whole, not for a moment', async () => {
    const { container } = open(parts[0] as string);
    await missing(['2', '3']);
    const passed: string[] = [];
    const look = () => {
      const text = container.querySelector('article')?.textContent ?? '';
      if (text !== '' && !text.includes('the lists here are not whole')) passed.push(text);
    };
    const watch = new MutationObserver(look);
    watch.observe(container, { childList: true, characterData: true, subtree: true });
    paste(parts[2] as string);
    await missing(['2']);
    paste(parts[1] as string);
    await waitFor(() => expect(passed.length).toBeGreaterThan(0));
    await title();
    watch.disconnect();
    look();
    expect(new Set(passed).size).toBe(1);
  });

  test('tabs that opened one code each come to hold them all', async () => {
    const tabs = [open(parts[1] as string)];
    await missing(['1', '3']);
    tabs.push(open(parts[0] as string));
    await waitFor(() => expect(screen.getAllByText(/^Still missing: code 3\./).length).toBe(2));
    tabs.push(open(parts[2] as string));
    const titles = () => tabs.map(({ container }) => container.querySelector('h1')?.textContent);
    await waitFor(() => expect(titles()).toEqual(['Fibromyalgia', 'Fibromyalgia', 'Fibromyalgia']));
    await waitFor(() => expect(screen.queryByText(/^Still missing/)).toBeNull());
  });

  test('a tab with another code than these brings nothing', async () => {
    open(parts[0] as string);
    await missing(['2', '3']);
    open(whole);
    await title();
    expect(screen.getAllByText(/^Still missing: codes 2 and 3/).length).toBe(1);
  });
});

describe('what cannot be read', () => {
  const broken = {
    'a cut link': () => whole.slice(0, -200),
    'a link with a changed digit': () => whole.slice(0, 200) + ((Number(whole[200]) + 1) % 10) + whole.slice(201),
    'a link from a newer version': () => `#9${whole.slice(2)}`,
    'only digits': () => '#1',
    'a flood of digits': () => `#1${'9'.repeat(2_000_000)}`,
  };
  test.each(Object.entries(broken))('%s gets a sentence and a way on, never a blank page', async (_, fragment) => {
    const { container } = open(fragment());
    expect((await screen.findByRole('alert')).textContent?.length).toBeGreaterThan(20);
    expect(screen.getByRole('heading', { level: 1, name: 'Read a code' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Use the camera' })).toBeTruthy();
    expect(await faultsIn(container)).toEqual([]);
  });

  test('a broken paste leaves the page that is open', async () => {
    open(parts[0] as string);
    await missing(['2', '3']);
    paste('hello');
    await screen.findByRole('alert');
    expect(screen.getByText(/^Still missing/)).toBeTruthy();
  });
});

describe('scanning with no code yet', () => {
  test('offers camera, picture and paste, and a pasted link stays out of the address', async () => {
    window.history.replaceState(null, '', '#/scan');
    const { container } = render(<ScanScreen {...props} />);
    await screen.findByRole('heading', { level: 1, name: 'Read a code' });
    expect(await faultsIn(container)).toEqual([]);
    paste(whole);
    await title();
    expect(window.location.hash).toBe('#/scan');
    fireEvent.click(screen.getByRole('button', { name: 'Close this page' }));
    await screen.findByRole('heading', { level: 1, name: 'Read a code' });
  });

  test('a browser without a camera says so in a sentence', async () => {
    render(<ScanScreen {...props} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Use the camera' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/camera/);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('button', { name: 'Use the camera' })).toBeTruthy();
  });
});
