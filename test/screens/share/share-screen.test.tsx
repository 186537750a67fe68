// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readAddress } from '#exchange/code/address.ts';
import { unpackCards } from '#exchange/code/pack.ts';
import { speak } from '#i18n/i18n.ts';
import { ShareScreen } from '#screens/share/share-screen.tsx';
import type { Life } from '../../lives/life.ts';
import { lives } from '../../lives/lives.ts';
import { personToChanges } from '../../passport/person.ts';
import { faultsIn } from '../../views/axe.ts';
import { sessionWithPages } from '../pages/pages-in-memory.ts';
import { sessionWith } from '../session.ts';

configure({ asyncUtilTimeout: 40_000 });
vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => speak('en-GB'));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const noWorker = () => {
  throw new Error('no paper was asked for');
};
const open = (reader?: 'gp' | 'emergency') => {
  const session = sessionWith();
  return render(<ShareScreen session={session} makePdfWorker={noWorker} {...(reader ? { reader } : {})} />);
};
const preview = () => screen.findByLabelText('What they will see');
const page = () => within(screen.getByLabelText('What they will see'));
const unfold = (name: string) => {
  const summary = screen.getByText(name).closest('summary') as HTMLElement;
  (summary.parentElement as HTMLDetailsElement).open = true;
  fireEvent(summary.parentElement as HTMLElement, new Event('toggle'));
};

describe('whom it is for', () => {
  test('Show comes first, then the readers, and a plain word about what cannot be taken back', async () => {
    const { container } = open();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['#/show', '#/share/gp', '#/share/specialist', '#/share/emergency', '#/share/everything']);
    expect(screen.getByText(/cannot be called back/)).toBeTruthy();
    expect(await faultsIn(container)).toEqual([]);
  });

  test('an empty passport says what to do first', () => {
    render(<ShareScreen session={sessionWith([])} reader="gp" makePdfWorker={noWorker} />);
    expect(screen.getByRole('link', { name: 'Write your first thing' })).toBeTruthy();
    expect(screen.queryByText('Make the paper (PDF)')).toBeNull();
  });
});

describe('exactly what they will see', () => {
  test('the page is there before anything leaves, and axe finds nothing', async () => {
    const { container } = open('gp');
    await preview();
    expect(page().getAllByText(/Fibromyalgia/).length).toBeGreaterThan(0);
    expect(page().queryByText(/Please see me alone/)).toBeNull();
    expect(await faultsIn(container)).toEqual([]);
  });

  test('a private thing is out until it is ticked, and out again at the next visit', async () => {
    const first = open('gp');
    await preview();
    fireEvent.click(screen.getByLabelText(/^Seeing me/));
    await waitFor(() => expect(page().getAllByText(/Please see me alone/).length).toBeGreaterThan(0));
    expect(page().getAllByText(/Told in confidence/).length).toBeGreaterThan(0);
    first.unmount();
    open('gp');
    expect(within(await preview()).queryByText(/Please see me alone/)).toBeNull();
  });

  test('a part or one medicine that is unticked leaves the page', async () => {
    open('gp');
    expect(within(await preview()).getAllByText(/Amitriptyline/i).length).toBeGreaterThan(0);
    const medicine = screen
      .getAllByRole('checkbox')
      .find((box) => /amitriptyline/i.test(box.closest('label')?.textContent ?? '')) as HTMLElement;
    fireEvent.click(medicine);
    await waitFor(() => expect(page().queryByRole('rowheader', { name: /amitriptyline/i })).toBeNull());
    fireEvent.click(screen.getByRole('checkbox', { name: 'Medicines' }));
    await waitFor(() => expect(page().queryByText(/duloxetine/i)).toBeNull());
    // what is left out is not told, but that the list may not be everything is
    expect(page().getAllByText('This list may not be everything: please ask.').length).toBeGreaterThan(0);
  });

  test('with everything unticked it says so, and there is nothing to hand over', async () => {
    open('gp');
    await preview();
    for (const box of within(screen.getByRole('group', { name: 'What goes on the page' })).getAllByRole('checkbox')) {
      if ((box as HTMLInputElement).checked) fireEvent.click(box);
    }
    await screen.findByText(/You have left everything out/);
    await waitFor(() => expect(screen.queryByText('Make the paper (PDF)')).toBeNull());
  });

  test('the page can be in another language while the screen stays in its own', async () => {
    open('gp');
    await preview();
    fireEvent.change(screen.getByLabelText('Language of the page'), { target: { value: 'ar' } });
    await waitFor(() =>
      expect(screen.getByLabelText('What they will see').querySelector('article')?.getAttribute('dir')).toBe('rtl'),
    );
    expect(screen.getByText('This is exactly what they will see.')).toBeTruthy();
  });
});

const code = (name = '') => document.querySelector(`svg[role="img"][aria-label^="${name}"]`);
const seen = (name: string) => waitFor(() => expect(code(name)).not.toBeNull());

describe('something private', () => {
  const tick = () => fireEvent.click(screen.getByLabelText(/^Seeing me/));

  test('goes nowhere before a second look at exactly the words, for whom, and what becomes of them', async () => {
    const { container } = open('gp');
    await preview();
    expect(screen.getByText('Make the paper (PDF)')).toBeTruthy();
    tick();
    const look = await screen.findByRole('button', { name: 'Look once more' });
    expect(screen.queryByText('Make the paper (PDF)')).toBeNull();
    expect(screen.getByLabelText('What they will see').hasAttribute('data-screen-only')).toBe(true);
    fireEvent.click(look);
    const words = within(screen.getByLabelText('The private words'));
    expect(words.getAllByText(/Please see me alone/).length).toBeGreaterThan(0);
    expect(words.queryByText(/Rosa|Amitriptyline|Fibromyalgia/)).toBeNull();
    expect(screen.getByText('For: GP review')).toBeTruthy();
    expect(screen.getByText(/told in confidence/)).toBeTruthy();
    expect(screen.getByText(/anyone with your login can read it/)).toBeTruthy();
    expect(screen.queryByText('Make the paper (PDF)')).toBeNull();
    expect(await faultsIn(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, this may go' }));
    await screen.findByText('Make the paper (PDF)');
  });

  test('that is hard to say needs its own tick and a second look, each time', async () => {
    const first = open('gp');
    await preview();
    expect(page().queryByText(/stop work/)).toBeNull();
    fireEvent.click(screen.getByLabelText(/^What is hard to say/));
    fireEvent.click(await screen.findByRole('button', { name: 'Look once more' }));
    expect(within(screen.getByLabelText('The private words')).getByText(/stop work/)).toBeTruthy();
    first.unmount();
    open('gp');
    expect(within(await preview()).queryByText(/stop work/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Look once more' })).toBeNull();
  });

  test('to be asked about is named as it would be told, and its words stay here', async () => {
    const at = { id: 'z', n: 900, at: '', by: '', lang: 'en-GB', part: 'visit', record: 'visit' };
    const session = sessionWith([...personToChanges(), { ...at, set: { hardHow: 'ask' } }]);
    render(<ShareScreen session={session} reader="gp" makePdfWorker={noWorker} />);
    await preview();
    expect(screen.queryByText(/ask me, gently/)).toBeNull();
    expect(screen.queryByLabelText(/^What is hard to say/)).toBeNull();
    fireEvent.click(screen.getByLabelText(/^Something hard to say: Ask me/));
    fireEvent.click(await screen.findByRole('button', { name: 'Look once more' }));
    const words = within(screen.getByLabelText('The private words'));
    expect(words.getByText(/ask me, gently/)).toBeTruthy();
    expect(words.queryByText(/stop work/)).toBeNull();
  });

  test('is looked at again when one more thing is ticked, and needs no look when it is unticked', async () => {
    open('gp');
    await preview();
    tick();
    fireEvent.click(await screen.findByRole('button', { name: 'Look once more' }));
    fireEvent.click(screen.getByRole('button', { name: 'Yes, this may go' }));
    await screen.findByText('Make the paper (PDF)');
    fireEvent.click(screen.getByLabelText(/^What I really take/));
    await screen.findByRole('button', { name: 'Look once more' });
    expect(screen.queryByText('Make the paper (PDF)')).toBeNull();
    tick();
    fireEvent.click(screen.getByLabelText(/^What I really take/));
    await screen.findByText('Make the paper (PDF)');
    expect(screen.queryByRole('button', { name: 'Look once more' })).toBeNull();
  });

  test('goes back unsent when the person thinks better of it', async () => {
    open('gp');
    await preview();
    tick();
    fireEvent.click(await screen.findByRole('button', { name: 'Look once more' }));
    fireEvent.click(screen.getByRole('button', { name: 'Go back and change it' }));
    await preview();
    expect(screen.queryByText('Make the paper (PDF)')).toBeNull();
  });

  test('is not even there for whoever helps, nor when nothing private was written', async () => {
    const session = sessionWith();
    const helped = { ...session, writer: { by: 'Ada', lang: 'en-GB' } };
    const first = render(<ShareScreen session={helped} reader="gp" makePdfWorker={noWorker} />);
    await preview();
    expect(screen.queryByText('Something private')).toBeNull();
    first.unmount();
    const open = { id: 'a', n: 1, at: '', by: '', lang: '', part: 'words', record: 'words', set: { usual: 'Aching' } };
    render(<ShareScreen session={sessionWith([open])} reader="gp" makePdfWorker={noWorker} />);
    await preview();
    expect(screen.queryByText('Something private')).toBeNull();
  });

  test('a private page is opened for this, ticked once, and shut away again', async () => {
    const session = sessionWithPages();
    await session.pages.begin(null);
    await session.pages.store()?.append([{ part: 'pages', record: 'p', set: { title: 'Winter' } }], session.writer);
    await session.pages.close();
    const first = render(<ShareScreen session={session} reader="everything" makePdfWorker={noWorker} />);
    await preview();
    expect(document.body.textContent).not.toContain('Winter');
    fireEvent.click(page().getByText('The full record'));
    fireEvent.click(screen.getByText('Choose from my private pages'));
    fireEvent.click(await screen.findByLabelText(/Winter/));
    await waitFor(() => expect(page().getAllByText(/Winter/).length).toBeGreaterThan(0));
    await act(() => session.pages.close());
    await waitFor(() => expect(page().queryByText(/Winter/)).toBeNull());
    first.unmount();
    await session.pages.open();
    render(<ShareScreen session={session} reader="everything" makePdfWorker={noWorker} />);
    expect(within(await preview()).queryByText(/Winter/)).toBeNull();
    expect((screen.getByLabelText(/Winter/) as HTMLInputElement).checked).toBe(false);
  });
});

describe('codes', () => {
  test('nothing can be scanned until it is asked for, and it goes by itself after a minute', async () => {
    open('emergency');
    await preview();
    unfold('Code');
    const show = await screen.findByText(/^Show the code/);
    expect(code()).toBeNull();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    fireEvent.click(show);
    await seen('Code');
    await vi.advanceTimersByTimeAsync(60_000);
    await waitFor(() => expect(code()).toBeNull());
    expect(screen.getByText(/Hidden after one minute/)).toBeTruthy();
  });

  test('a code that the person keeps stays until it is hidden', async () => {
    open('emergency');
    await preview();
    unfold('Code');
    const show = await screen.findByText(/^Show the code/);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    fireEvent.click(show);
    await seen('Code');
    fireEvent.click(screen.getByText('Keep it on the screen'));
    await vi.advanceTimersByTimeAsync(300_000);
    expect(code('Code')).not.toBeNull();
    fireEvent.click(screen.getByText('Hide now'));
    expect(code()).toBeNull();
  });

  test('for an ambulance there are as many codes as what must be known takes, and one alone is not the whole', async () => {
    const { changes } = lives.find(({ id }) => id === 'student') as Life;
    render(<ShareScreen session={sessionWith(changes)} reader="emergency" makePdfWorker={noWorker} />);
    await preview();
    unfold('Code');
    expect(await screen.findByLabelText(/^3 short codes/)).toBeTruthy();
    const inside = screen.getByText(/^In these codes: /).textContent;
    expect(inside).toMatch(/Medicines \(14\)/);
    expect(inside).toMatch(/Allergies and bad reactions \(4\)/);
    fireEvent.click(screen.getByText('Show the codes'));
    await seen('Code 1 of 3');
    expect(screen.getByText('Show every code: one alone is not the whole list.')).toBeTruthy();
  });

  test('what is not meant for an ambulance is not said to have no room', async () => {
    const { changes } = lives.find(({ id }) => id === 'cook') as Life;
    render(<ShareScreen session={sessionWith(changes)} reader="emergency" makePdfWorker={noWorker} />);
    await preview();
    unfold('Code');
    const notMeant = await screen.findByText(/^For an ambulance, only medicines you take now/);
    expect(notMeant.textContent).toMatch(/Medicines \(2\)/);
    expect(screen.queryByText(/^Left out, .*Medicines/)).toBeNull();
  });

  test('the short code says what it holds and that the paper has more; everything comes in numbered codes', async () => {
    open('gp');
    await preview();
    unfold('Code');
    await screen.findByText(/^In this code: /);
    expect(screen.getByText(/^Details are shorter than on the page above/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText(/^Everything, in 3 codes/));
    fireEvent.click(screen.getByText('Show the codes'));
    await seen('Code 1 of 3');
    fireEvent.click(screen.getByText('Next code'));
    await seen('Code 2 of 3');
  });
});

describe('text and link', () => {
  test('the message is shown as it will be copied', async () => {
    open('gp');
    await preview();
    unfold('Message text');
    const box = (await screen.findByLabelText('The text')) as HTMLTextAreaElement;
    const copied: string[] = [];
    vi.stubGlobal(
      'navigator',
      Object.assign(Object.create(navigator), { clipboard: { writeText: async (text: string) => copied.push(text) } }),
    );
    fireEvent.click(screen.getByText('Copy the text'));
    await screen.findByText('Copied');
    vi.unstubAllGlobals();
    expect(copied).toEqual([box.value]);
    expect(box.value).toMatch(/Fibromyalgia/);
  });

  test('where the browser will not copy, it says what to do and marks the text', async () => {
    open('gp');
    await preview();
    unfold('Message text');
    await screen.findByLabelText('The text');
    fireEvent.click(screen.getByText('Copy the text'));
    await screen.findByText(/would not copy it/);
    const box = screen.getByLabelText('The text') as HTMLTextAreaElement;
    expect(box.selectionEnd).toBe(box.value.length);
  });

  test('the link holds the whole page, and warns that it stays', async () => {
    open('gp');
    await preview();
    unfold('Link');
    const link = ((await screen.findByLabelText('The link')) as HTMLTextAreaElement).value;
    expect(screen.getByText(/It cannot be taken back/)).toBeTruthy();
    const reading = readAddress(link);
    const read = reading.ok ? await unpackCards([reading.card.bytes]) : null;
    expect(read?.ok && read.extract.parts.find(({ part }) => part === 'medicines')?.records.length).toBeGreaterThan(3);
  });
});
