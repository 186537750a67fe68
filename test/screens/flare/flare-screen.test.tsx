// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import type { Value } from '#passport/field.ts';
import { FlareScreen } from '#screens/flare/flare-screen.tsx';
import { memoryStore } from '#store/memory.ts';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';

let clock = new Date(2026, 2, 14, 21, 40);
let ids = 0;
const world = {
  now: () => clock,
  random: (count: number) => new Uint8Array(count).fill(0).map((_, at) => (at === 0 ? ids++ : at)),
};
const writer = { by: '', lang: 'en-GB' };
const plan = {
  steps: ['Stop what I am doing.\nIt can wait.', 'Heat pack, 200–400 ml.', 'Text Yusuf.'],
  contacts: [{ name: 'Yusuf', phone: '07700 900123', when: 'any time' }],
  urgent: 'I cannot feel my legs.',
  restart: 'Half of what I did before.',
};

async function sessionOf(set?: Record<string, Value>): Promise<Session> {
  const store = memoryStore([], world);
  if (set) await store.append([{ part: 'flare', record: 'flare', set }], writer);
  return { store, world, writer, example: false, pages: null };
}

/** Draws the screen and waits until the run that was kept is known. */
async function open(session: Session | undefined, from?: string) {
  const drawn = render(<FlareScreen session={session} world={world} {...(from ? { from } : {})} />);
  await new Promise((done) => setTimeout(done, 5));
  return drawn;
}
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

beforeAll(async () => {
  await speak('en-GB');
  // jsdom has the element and not yet its methods
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
});
beforeEach(() => {
  clock = new Date(2026, 2, 14, 21, 40);
});
afterEach(() => {
  cleanup();
  document.documentElement.dir = 'ltr';
});

describe('before anything has loaded', () => {
  test('help is there, and no step that the own plan would push away', async () => {
    const session = await sessionOf(plan);
    const drawn = await open(undefined);
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
    expect(screen.getByText('Your own plan is opening.')).toBeTruthy();
    press('New, different or frightening? Get help');
    expect(screen.getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999');
    expect(await faultsIn(drawn.container)).toEqual([]);
    drawn.rerender(<FlareScreen session={session} world={world} />);
    await waitFor(() => expect(heading()).toBe('Stop what I am doing.'));
  });

  test('ideas come when the plan is too long in coming, and stay until the person asks for it', async () => {
    const session = await sessionOf(plan);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const drawn = render(<FlareScreen session={undefined} world={world} />);
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    vi.useRealTimers();
    expect(heading()).toBe('Find a position that is a little easier.');
    drawn.rerender(<FlareScreen session={session} world={world} at="none" />);
    expect(heading()).toBe('Find a position that is a little easier.');
    press('Open my own plan');
    expect(heading()).toBe('Stop what I am doing.');
  });

  test('where nobody has written anything, ideas are there at once', () => {
    render(<FlareScreen session={undefined} world={world} at="none" />);
    expect(heading()).toBe('Find a position that is a little easier.');
  });

  test('a passport that cannot be opened says so, and the steps still work', () => {
    render(<FlareScreen session={undefined} world={world} at="refused" />);
    expect(screen.getByText(/could not be opened/)).toBeTruthy();
    press('Done');
    expect(heading()).toBe('Let the breath out slowly.');
  });

  test('a locked one says so and leads to the lock, and the steps still work', async () => {
    const { container } = render(<FlareScreen session={undefined} world={world} at="locked" />);
    expect(screen.getByText('Your plan is locked. These steps still work.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Unlock' }).getAttribute('href')).toBe('#/flare/unlock');
    press('Done');
    expect(heading()).toBe('Let the breath out slowly.');
    expect(await faultsIn(container)).toEqual([]);
  });
});

describe('an empty plan', () => {
  test('opens with ideas that say what they are, and one way to write your own', async () => {
    const { container } = await open(await sessionOf());
    expect(screen.getByText('These are ideas, not medical advice.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Write my own plan' }).getAttribute('href')).toBe('#/passport/flare');
    expect(await faultsIn(container)).toEqual([]);
  });
});

describe('one step a screen', () => {
  test('done says when, moves on, and the next heading has the focus', async () => {
    const { container } = await open(await sessionOf(plan));
    expect(container.querySelector('[data-scheme="dark"]')).toBeTruthy();
    expect(screen.getByText('Step 1 of 3').getAttribute('aria-live')).toBe('polite');
    press('Done');
    expect(heading()).toBe('Heat pack, 200–400 ml.');
    expect(document.activeElement?.tagName).toBe('H1');
    press('Step 1, done 21:40');
    expect(screen.getByText('You did this at 21:40.')).toBeTruthy();
    press('Not done yet');
    expect(screen.queryByText('You did this at 21:40.')).toBeNull();
    expect(await faultsIn(container)).toEqual([]);
  });

  test('"not now" moves on and writes nothing down', async () => {
    await open(await sessionOf(plan));
    press('Not now');
    expect(screen.getByRole('button', { name: 'Back' })).toBeTruthy();
    expect(screen.queryByText(/done 21:40/)).toBeNull();
  });

  test('keys: arrows along the reading direction, Enter for the big button', async () => {
    await open(await sessionOf(plan));
    key('ArrowRight');
    expect(heading()).toContain('Heat pack');
    key('ArrowLeft');
    expect(heading()).toContain('Stop');
    key('Enter');
    expect(screen.getByRole('button', { name: 'Step 1, done 21:40' })).toBeTruthy();
    document.documentElement.dir = 'rtl';
    key('ArrowLeft');
    expect(heading()).toBe('Text Yusuf.');
    key('ArrowRight');
    expect(heading()).toContain('Heat pack');
  });

  test('a swipe to the side moves, a scroll does not', async () => {
    const { container } = await open(await sessionOf(plan));
    const area = container.firstElementChild as Element;
    const swipe = (x: number, y: number) => {
      fireEvent.touchStart(area, { touches: [{ clientX: 200, clientY: 400 }] });
      fireEvent.touchEnd(area, { changedTouches: [{ clientX: 200 + x, clientY: 400 + y }] });
    };
    swipe(-120, 10);
    expect(heading()).toContain('Heat pack');
    swipe(-60, 200);
    swipe(-20, 0);
    expect(heading()).toContain('Heat pack');
    swipe(120, 10);
    expect(heading()).toContain('Stop');
  });

  test('a dose never turns round, whatever the language around it', async () => {
    await open(await sessionOf(plan));
    press('Not now');
    const figure = screen.getByText('200–400 ml');
    expect([figure.tagName, figure.getAttribute('dir')]).toEqual(['BDI', 'ltr']);
  });

  test('someone to call is one tap away', async () => {
    await open(await sessionOf(plan));
    expect(screen.getByRole('link', { name: 'Call Yusuf' }).getAttribute('href')).toBe('tel:07700900123');
  });
});

describe('getting help', () => {
  test('shows my own words, the numbers and my people, and says that nothing is sent', async () => {
    const { container } = await open(await sessionOf(plan));
    press('New, different or frightening? Get help');
    const help = within(container.querySelector('dialog') as HTMLElement);
    expect(help.getByText('This is not sent to anyone.')).toBeTruthy();
    expect(help.getByText(/you can ask for an interpreter/)).toBeTruthy();
    expect(help.getByText('I cannot feel my legs.')).toBeTruthy();
    const links = [...container.querySelectorAll('dialog a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['tel:999', 'tel:111', 'tel:18000', 'tel:18001111', 'tel:116123', 'tel:07700900123']);
    expect(await faultsIn(container)).toEqual([]);
    fireEvent.keyDown(window, { key: 'ArrowRight' });
    fireEvent.click(help.getByRole('button', { name: 'Close' }));
    expect(heading()).toBe('Stop what I am doing.');
  });
});

describe('leaving and coming back', () => {
  const leaveAtTwo = async (session: Session) => {
    await open(session);
    press('Done');
    cleanup();
  };

  test('opens on the first step, and goes on where it was left within the hour when they say so', async () => {
    const session = await sessionOf(plan);
    await leaveAtTwo(session);
    clock = new Date(2026, 2, 14, 22, 39);
    await open(session);
    expect(heading()).toContain('Stop');
    expect(screen.queryByText('You did this at 21:40.')).toBeNull();
    press('Go on with step 2');
    expect(heading()).toContain('Heat pack');
    expect(screen.getByRole('button', { name: 'Step 1, done 21:40' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Go on with step 2' })).toBeNull();
  });

  test('does not ask again once the first step was begun', async () => {
    const session = await sessionOf(plan);
    await leaveAtTwo(session);
    await open(session);
    press('Not now');
    press('Back');
    expect(screen.queryByRole('button', { name: /^Go on/ })).toBeNull();
  });

  test.each([
    ['an hour', new Date(2026, 2, 14, 22, 40)],
    ['a day', new Date(2026, 2, 15, 21, 41)],
    ['a clock that was put back', new Date(2026, 2, 14, 20, 0)],
  ])('after %s there is only the first step', async (_, now) => {
    const session = await sessionOf(plan);
    await leaveAtTwo(session);
    clock = now;
    await open(session);
    expect(heading()).toContain('Stop');
    expect(screen.queryByRole('button', { name: /^(Go on|Start again)/ })).toBeNull();
  });

  test('a run kept by an earlier version, which did not say when it was left, counts from when it began', async () => {
    const session = await sessionOf(plan);
    const began = new Date(2026, 2, 14, 21, 30).toISOString();
    const at = `step:0:${plan.steps[2]}`;
    await session.store.drafts.keep('flare/run', JSON.stringify({ began, at, done: {}, whatHelped: '', noticed: '' }));
    await open(session);
    press('Go on with step 3');
    expect(heading()).toBe('Text Yusuf.');
  });

  test('start again clears the run, and can be taken back', async () => {
    await open(await sessionOf(plan));
    press('Done');
    press('Start again');
    expect(heading()).toContain('Stop');
    press('Put it back');
    expect(screen.getByRole('button', { name: 'Step 1, done 21:40' })).toBeTruthy();
  });

  test('closing leads to where they were', async () => {
    await open(await sessionOf(plan), '#/passport/goals');
    expect(screen.getByRole('link', { name: 'Close the flare plan' }).getAttribute('href')).toBe('#/passport/goals');
  });
});

describe('the end of the plan', () => {
  const toEnd = () => {
    for (let at = 0; at < 5; at += 1) key('ArrowRight');
  };
  const helped = (session: Session) => session.store.passport().parts['flare']?.['flare']?.entries['whatHelped']?.value;

  test('what helped is put under what was there, with its date, once', async () => {
    const session = await sessionOf({ ...plan, whatHelped: '1 March 2026: the bath' });
    const { container } = await open(session);
    toEnd();
    const box = screen.getByLabelText('What helped?');
    fireEvent.change(box, { target: { value: 'Lying on the left' } });
    fireEvent.blur(box);
    await waitFor(() => expect(helped(session)).toBe('1 March 2026: the bath\n\n14 March 2026: Lying on the left'));
    fireEvent.change(box, { target: { value: 'Lying on the left, and the radio' } });
    fireEvent.blur(box);
    await waitFor(() =>
      expect(helped(session)).toBe('1 March 2026: the bath\n\n14 March 2026: Lying on the left, and the radio'),
    );
    expect(await faultsIn(container)).toEqual([]);
    press('Undo');
    await waitFor(() => expect(helped(session)).toBe('1 March 2026: the bath\n\n14 March 2026: Lying on the left'));
  });

  test('both boxes can stay empty', async () => {
    const session = await sessionOf(plan);
    await open(session);
    toEnd();
    fireEvent.blur(screen.getByLabelText('What helped?'));
    fireEvent.blur(screen.getByLabelText('What did you notice?'));
    await new Promise((done) => setTimeout(done, 5));
    expect(session.store.passport().n).toBe(1);
  });

  test('what is typed and never left is there after a reload', async () => {
    const session = await sessionOf(plan);
    await open(session);
    toEnd();
    fireEvent.change(screen.getByLabelText('What did you notice?'), { target: { value: 'It came after the stairs' } });
    cleanup();
    await open(session);
    toEnd();
    expect((screen.getByLabelText('What did you notice?') as HTMLTextAreaElement).value).toBe(
      'It came after the stairs',
    );
  });
});
