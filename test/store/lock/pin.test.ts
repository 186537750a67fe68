import { expect, test } from 'vitest';
import { isRightPin, makePin, readPin } from '#store/lock/pin.ts';
import { none, quick, random, small } from './here.ts';

test('a PIN is right when it is the same digits, on whatever keyboard', async () => {
  const pin = await makePin('2580', 'flare', quick, random);
  if (!pin) throw new Error('no memory');
  expect(pin.opens).toBe('flare');
  for (const typed of ['2580', ' 2580 ', '٢٥٨٠', '۲۵۸۰']) expect(await isRightPin(pin, typed, quick)).toBe(true);
  for (const typed of ['2581', '258', '', '25800']) expect(await isRightPin(pin, typed, quick)).toBe(false);
});

test('a PIN is neither made nor called wrong for want of memory', async () => {
  expect(await makePin('2580', 'nothing', none, random)).toBeNull();
  const pin = await makePin('2580', 'nothing', small, random);
  if (!pin) throw new Error('no memory');
  expect(await isRightPin(pin, '2580', none)).toBe('argon-failed');
  expect(await isRightPin(pin, '2580', quick)).toBe(true);
});

test('a stored PIN reads back, and one of another shape or cost is refused', async () => {
  const pin = await makePin('2580', 'nothing', quick, random);
  expect(readPin(structuredClone(pin))).toEqual(pin);
  for (const shape of [
    null,
    {},
    { ...pin, opens: 'all' },
    { ...pin, more: 1 },
    { ...pin, hash: new Uint8Array(31) },
    { ...pin, salt: '2580' },
    { ...pin, cost: { memory: 4_194_304, passes: 3 } },
  ]) {
    expect(readPin(shape)).toBeNull();
  }
});

test('a stored PIN does not hold its digits', async () => {
  const pin = await makePin('25802580', 'nothing', quick, random);
  expect(JSON.stringify(pin)).not.toContain('25802580');
});
