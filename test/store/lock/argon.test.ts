import { describe, expect, test, vi } from 'vitest';
import { stretchWell, workerStretch } from '#store/lock/argon.ts';
import { light, readCost, strong } from '#store/lock/cost.ts';
import { stretchHere } from '#store/lock/stretch.ts';
import { none, quick, random, small, stretch } from './here.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (made: Uint8Array | null) => Buffer.from(made ?? []).toString('hex');

describe('stretching a secret', () => {
  test('is Argon2id as its reference implementation has it', async () => {
    // phc-winner-argon2, src/test.c: Argon2id, version 19, t = 2, m = 2^16, p = 1
    const made = await stretch(bytes('password'), bytes('somesalt'), { memory: 65_536, passes: 2 });
    expect(hex(made)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  test('takes 64 MiB where they can be had, and says so', async () => {
    const well = await stretchWell(stretch, bytes('seven green boats'), bytes('salt of sixteen.'));
    expect(well?.cost).toEqual(strong);
    expect(hex(well?.made ?? null)).toBe(
      hex(await stretch(bytes('seven green boats'), bytes('salt of sixteen.'), strong)),
    );
  });

  test('takes 19 MiB where 64 cannot be had, and gives up where those cannot either', async () => {
    expect((await stretchWell(small, bytes('a'), random(16)))?.cost).toEqual(light);
    expect(await stretchWell(none, bytes('a'), random(16))).toBeNull();
  });

  test('a stored cost that a damaged file made cheap or ruinous is not paid', () => {
    expect(readCost(strong)).toEqual(strong);
    expect(readCost(light)).toEqual(light);
    for (const cost of [
      { memory: 4_194_304, passes: 3 },
      { memory: 65_536, passes: 1_000_000 },
      { memory: 8, passes: 1 },
      { memory: 65_536.5, passes: 3 },
      { memory: '65536', passes: 3 },
      { memory: Number.NaN, passes: 3 },
      null,
      [],
    ]) {
      expect(readCost(cost)).toBeNull();
    }
  });
});

describe('the worker', () => {
  /** A thread of its own is not to be had here: messages come and go as they would, the work is the same. */
  class Thread {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    onerror: (() => void) | null = null;
    ended = vi.fn();
    answer: (order: Parameters<typeof stretchHere>[0]) => Promise<unknown>;
    constructor(answer: (order: Parameters<typeof stretchHere>[0]) => Promise<unknown>) {
      this.answer = answer;
    }
    postMessage(order: Parameters<typeof stretchHere>[0]) {
      this.answer(structuredClone(order)).then(
        (data) => this.onmessage?.({ data }),
        () => this.onerror?.(),
      );
    }
    terminate() {
      this.ended();
    }
  }
  const ask = (thread: Thread) =>
    workerStretch(() => thread as unknown as Worker)(bytes('secret'), bytes('saltsaltsalt'), light);

  test('answers with what the same work gives here, and is ended', async () => {
    const thread = new Thread(stretchHere);
    expect(hex(await ask(thread))).toBe(hex(await stretch(bytes('secret'), bytes('saltsaltsalt'), light)));
    expect(thread.ended).toHaveBeenCalledTimes(1);
  });

  test('one that dies, cannot be made or answers nonsense is no memory, and no crash', async () => {
    const dying = new Thread(() => Promise.reject(new Error('out of memory')));
    expect(await ask(dying)).toBeNull();
    expect(dying.ended).toHaveBeenCalledTimes(1);
    expect(await ask(new Thread(async () => null))).toBeNull();
    expect(await ask(new Thread(async () => new Uint8Array(3)))).toBeNull();
    const refused = workerStretch(() => {
      throw new TypeError('not a script of this app');
    });
    expect(await refused(bytes('secret'), bytes('saltsaltsalt'), light)).toBeNull();
  });

  test('one that never answers is given up', async () => {
    vi.useFakeTimers();
    try {
      const silent = new Thread(() => new Promise(() => undefined));
      const asked = ask(silent);
      await vi.advanceTimersByTimeAsync(90_000);
      expect(await asked).toBeNull();
      expect(silent.ended).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('the quick stretch of these tests tells secrets apart too', async () => {
  const salt = random(16);
  expect(hex(await quick(bytes('a'), salt, strong))).not.toBe(hex(await quick(bytes('b'), salt, strong)));
});
