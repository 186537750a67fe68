// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { ShowScreen } from '#screens/show/show-screen.tsx';
import { faultsIn } from '../../views/axe.ts';
import { sessionWith } from '../session.ts';

configure({ asyncUtilTimeout: 40_000 });
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  await speak('en-GB');
  // jsdom draws no dialogs
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});
beforeEach(() => {
  window.history.replaceState(null, '', '#/show');
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const open = async () => {
  const drawn = render(<ShowScreen session={sessionWith()} />);
  await screen.findByRole('heading', { level: 1, name: 'Fibromyalgia' });
  return drawn;
};
const wayBack = () => screen.getByRole('button', { name: /^Hold to go back/ });

test('the page is shown with nothing else to reach, and nothing private on it', async () => {
  const { container } = await open();
  expect(screen.queryAllByRole('link')).toEqual([]);
  expect(screen.getAllByRole('button')).toEqual([wayBack()]);
  expect(screen.queryByText(/see me alone|on my own|stop work|hard to say/i)).toBeNull();
  expect(await faultsIn(container)).toEqual([]);
});

test('an empty passport is not shown: it says what to do, and leads there', async () => {
  render(<ShowScreen session={sessionWith([])} />);
  fireEvent.click(screen.getByRole('button', { name: 'Write your first thing' }));
  await waitFor(() => expect(window.location.hash).toBe('#/passport'));
});

test('a tap does not leave: it asks first, and staying is the first answer', async () => {
  await open();
  const button = wayBack();
  fireEvent.pointerDown(button, { button: 0 });
  fireEvent.pointerUp(button);
  fireEvent.click(button);
  expect(window.location.hash).toBe('#/show');
  fireEvent.click(screen.getByRole('button', { name: 'Stay here' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.click(wayBack());
  fireEvent.click(screen.getByRole('button', { name: 'Go to my passport' }));
  await waitFor(() => expect(window.location.hash).toBe('#/'));
});

test('held for a whole second it goes back when it is let go, and presses nothing else; let go sooner it does not', async () => {
  await open();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  fireEvent.pointerDown(wayBack(), { button: 0 });
  await vi.advanceTimersByTimeAsync(500);
  fireEvent.pointerUp(screen.getByRole('button', { name: /holding/ }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(window.location.hash).toBe('#/show');
  fireEvent.pointerDown(wayBack(), { button: 0 });
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(window.location.hash).toBe('#/show');
  // what has come to stand under the finger is not pressed
  const under = vi.fn();
  document.body.addEventListener('click', under);
  fireEvent.pointerUp(screen.getByRole('button', { name: 'Let go to go back' }));
  fireEvent.click(document.body);
  expect(under).not.toHaveBeenCalled();
  fireEvent.pointerDown(document.body);
  fireEvent.click(document.body);
  expect(under).toHaveBeenCalledTimes(1);
  document.body.removeEventListener('click', under);
  vi.useRealTimers();
  await waitFor(() => expect(window.location.hash).toBe('#/'));
});

test('the browser’s own back asks instead of opening the passport', async () => {
  window.history.replaceState(null, '', '#/');
  window.history.pushState(null, '', '#/show');
  await open();
  window.history.back();
  await screen.findByRole('dialog');
  expect(window.location.hash).toBe('#/show');
});

test('the reader’s language turns the whole page, and the way back keeps the person’s', async () => {
  await open();
  fireEvent.change(screen.getByLabelText('Language of this page'), { target: { value: 'ar' } });
  await waitFor(() => expect(document.documentElement.dir).toBe('rtl'));
  expect(wayBack().closest('[lang]')?.getAttribute('lang')).toBe('en-GB');
  cleanup();
  expect(document.documentElement.lang).toBe('en-GB');
});
