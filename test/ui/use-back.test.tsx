// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBack } from '#ui/use-back.ts';

/** A walk of steps with something that can lie over each. */
function Walk({ isStuck = false }: { isStuck?: boolean }) {
  const [step, setStep] = useState(0);
  const [isOpen, setOpen] = useState(false);
  useBack(step, (to) => !isStuck && setStep(to));
  return (
    <>
      <output>{step}</output>
      <button type="button" onClick={() => setStep(step + 1)}>
        {'on'}
      </button>
      <button type="button" onClick={() => setStep(step - 1)}>
        {'off'}
      </button>
      <button type="button" onClick={() => setOpen(true)}>
        {'open'}
      </button>
      <input aria-label="box" onBlur={left} />
      {isOpen && <Over onClose={() => setOpen(false)} />}
    </>
  );
}

function Over({ onClose }: { onClose: () => void }) {
  useBack(1, onClose);
  return (
    <button type="button" onClick={onClose}>
      {'close'}
    </button>
  );
}

const left = vi.fn();
const step = () => screen.getByRole('status').textContent;
const press = (name: string) => act(() => screen.getByRole('button', { name }).click());
const settled = () => act(() => new Promise<void>((done) => setTimeout(done, 60)));
const back = async () => {
  window.history.back();
  await settled();
};

let run = 0;
const here = () => `#/walk/${run}`;

beforeEach(() => {
  run += 1;
  left.mockClear();
  window.history.pushState(null, '', `#/before/${run}`);
  window.history.pushState(null, '', here());
});
afterEach(cleanup);

test('back takes the steps one by one, and then leaves the screen', async () => {
  render(<Walk />);
  press('on');
  press('on');
  await back();
  expect(step()).toBe('1');
  await back();
  expect([step(), window.location.hash]).toEqual(['0', here()]);
  await back();
  expect(window.location.hash).toBe(`#/before/${run}`);
});

test('what lies over a step is shut first, and the step stays', async () => {
  render(<Walk />);
  press('on');
  press('open');
  await back();
  expect(screen.queryByRole('button', { name: 'close' })).toBeNull();
  expect(step()).toBe('1');
  await back();
  expect(step()).toBe('0');
});

test('steps that a button took back are passed over in one go', async () => {
  render(<Walk />);
  press('on');
  press('on');
  press('open');
  press('close');
  press('off');
  press('off');
  await back();
  await settled();
  expect(window.location.hash).toBe(`#/before/${run}`);
});

test('with entries left over, each back is still one step', async () => {
  render(<Walk />);
  for (const name of ['on', 'on', 'on', 'off', 'off']) press(name);
  await back();
  expect([step(), window.location.hash]).toEqual(['0', here()]);
  await back();
  await settled();
  expect(window.location.hash).toBe(`#/before/${run}`);
});

test('what keeps its place is not left, however often', async () => {
  render(<Walk isStuck />);
  press('on');
  for (let n = 0; n < 3; n += 1) await back();
  expect([step(), window.location.hash]).toEqual(['1', here()]);
});

test('forward opens nothing again and breaks nothing', async () => {
  render(<Walk />);
  press('on');
  press('open');
  await back();
  window.history.forward();
  await settled();
  expect(screen.queryByRole('button', { name: 'close' })).toBeNull();
  expect(step()).toBe('1');
  await back();
  expect([step(), window.location.hash]).toEqual(['0', here()]);
});

test('a box is left before its page goes, and the address and the history hold nothing but a number', async () => {
  render(<Walk />);
  press('on');
  act(() => screen.getByRole('textbox').focus());
  expect([window.location.hash, window.history.state]).toEqual([here(), { depth: 1 }]);
  await back();
  expect(left).toHaveBeenCalledTimes(1);
});
