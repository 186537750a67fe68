// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAutoLock } from '#app/use-auto-lock.ts';

const world = { now: () => new Date() };
let isHidden = false;

function Watched(props: { isOn?: boolean; hidden?: number; idle?: number; onLock: () => void; onLeave?: () => void }) {
  const { isOn = true, hidden = 2, idle = 5, onLock, onLeave } = props;
  useAutoLock({ isOn, hidden, idle, onLock, world });
  return <input aria-label="words" onBlur={onLeave} />;
}

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);
function turn(hidden: boolean) {
  isHidden = hidden;
  fireEvent(document, new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 21, 9, 30) });
  isHidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('it locks when nothing was touched for five minutes, and any touch begins them again', async () => {
  const lock = vi.fn();
  render(<Watched onLock={lock} />);
  await minutes(4);
  fireEvent.keyDown(window);
  await minutes(4);
  fireEvent.pointerDown(window);
  await minutes(4.9);
  expect(lock).not.toHaveBeenCalled();
  await minutes(0.2);
  expect(lock).toHaveBeenCalledTimes(1);
});

test('it locks two minutes after the page went out of sight, and not when it came back before', async () => {
  const lock = vi.fn();
  render(<Watched onLock={lock} />);
  turn(true);
  await minutes(1.9);
  turn(false);
  await minutes(1);
  expect(lock).not.toHaveBeenCalled();
  turn(true);
  await minutes(2.1);
  expect(lock).toHaveBeenCalledTimes(1);
});

test('a phone that slept through its timers locks when it wakes, before a touch counts', () => {
  for (const wake of [
    () => turn(false),
    () => fireEvent(window, new Event('pageshow')),
    () => fireEvent.pointerDown(window),
  ]) {
    const lock = vi.fn();
    render(<Watched onLock={lock} />);
    turn(true);
    vi.setSystemTime(new Date(2026, 10, 21, 12, 0));
    wake();
    expect(lock).toHaveBeenCalledTimes(1);
    cleanup();
    isHidden = false;
    vi.setSystemTime(new Date(2026, 10, 21, 9, 30));
  }
});

test('“at once” locks the moment it is hidden; with no lock nothing is locked', () => {
  const lock = vi.fn();
  const drawn = render(<Watched hidden={0} onLock={lock} />);
  turn(true);
  expect(lock).toHaveBeenCalledTimes(1);
  drawn.unmount();
  const never = vi.fn();
  turn(false);
  render(<Watched isOn={false} hidden={0} onLock={never} />);
  turn(true);
  expect(never).not.toHaveBeenCalled();
});

test('“never” leaves a page in sight open', async () => {
  const lock = vi.fn();
  render(<Watched idle={0} onLock={lock} />);
  await minutes(600);
  expect(lock).not.toHaveBeenCalled();
});

test('the field in hand is left first, so that its words are saved', async () => {
  const order: string[] = [];
  const { getByLabelText } = render(<Watched onLock={() => order.push('lock')} onLeave={() => order.push('leave')} />);
  getByLabelText('words').focus();
  await minutes(6);
  expect(order).toEqual(['leave', 'lock']);
});
