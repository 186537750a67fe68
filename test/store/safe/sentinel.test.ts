import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  allSentinels,
  anySentinel,
  dropSentinel,
  keepSentinel,
  lossOf,
  readSentinel,
  readSentinelOnDisk,
} from '#store/safe/sentinel.ts';
import { addToTally, emptyTally } from '#store/safe/tally.ts';
import { testStorage } from '../world.ts';
import { changesFrom, testDisk } from './fixture.ts';

const at = (install: string, revision: number, count: number) => ({
  install,
  revision,
  ...addToTally(emptyTally, changesFrom(0, count)),
});

beforeEach(() => vi.stubGlobal('localStorage', testStorage()));
afterEach(() => vi.unstubAllGlobals());

describe('the sentinel', () => {
  it('stands in two places, and either is enough', async () => {
    const disk = testDisk();
    const sentinel = at('mf-a', 7, 3);
    expect(await keepSentinel(sentinel, disk)).toBe(true);
    expect(await readSentinel('mf-a', disk)).toEqual(sentinel);
    expect(await readSentinel('mf-a', null)).toEqual(sentinel);
    localStorage.clear();
    expect(await readSentinel('mf-a', disk)).toEqual(sentinel);
    expect(await allSentinels(disk)).toEqual([sentinel]);
    expect(await readSentinel('mf-b', disk)).toBeNull();
  });

  it('of two that differ the later counts', async () => {
    const disk = testDisk();
    await keepSentinel(at('mf-a', 7, 3), disk);
    await keepSentinel(at('mf-a', 9, 4), null);
    expect(await readSentinel('mf-a', disk)).toEqual(at('mf-a', 9, 4));
    expect(await readSentinelOnDisk('mf-a', disk)).toEqual(at('mf-a', 7, 3));
    localStorage.clear();
    expect(await readSentinel('mf-a', disk)).toEqual(at('mf-a', 7, 3));
  });

  it('says at once that no start is a first one, as soon as anything was written', async () => {
    expect(anySentinel()).toBe(false);
    await keepSentinel(at('mf-a', 0, 0), null);
    expect(anySentinel()).toBe(false);
    await keepSentinel(at('mf-a', 1, 1), null);
    expect(anySentinel()).toBe(true);
  });

  it('of one passport is dropped without those of others', async () => {
    const disk = testDisk();
    await keepSentinel(at('mf-a', 1, 1), disk);
    await keepSentinel(at('mf-b', 2, 2), disk);
    await dropSentinel('mf-a', disk);
    expect(await allSentinels(disk)).toEqual([at('mf-b', 2, 2)]);
    await dropSentinel('mf-b', disk);
    expect([anySentinel(), localStorage.length, disk.files.size]).toEqual([false, 0, 0]);
  });

  it('with any bit flipped, any cut or any block zeroed is no sentinel', async () => {
    const disk = testDisk();
    await keepSentinel(at('mf-a', 7, 3), disk);
    localStorage.clear();
    const whole = disk.files.get('mf-a-sentinel') as Uint8Array<ArrayBuffer>;
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const bytes = whole.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      disk.files.set('mf-a-sentinel', bytes);
      expect(await readSentinel('mf-a', disk)).toBeNull();
    }
    for (let end = 0; end < whole.length; end++) {
      disk.files.set('mf-a-sentinel', whole.slice(0, end));
      expect(await readSentinel('mf-a', disk)).toBeNull();
    }
  });

  it('that someone has put nonsense into is no sentinel, and no error', async () => {
    for (const nonsense of [
      '',
      '{',
      '[]',
      '7',
      '"x"',
      '{"mf-a":null}',
      '{"mf-a":{"install":"mf-b","revision":1,"count":1,"digest":"0000000000000000"}}',
      '{"mf-a":{"install":"mf-a","revision":-1,"count":1,"digest":"0000000000000000"}}',
      '{"mf-a":{"install":"mf-a","revision":1,"count":1,"digest":"x"}}',
    ]) {
      localStorage.setItem('mf-sentinel', nonsense);
      expect([anySentinel(), await readSentinel('mf-a', null)]).toEqual([false, null]);
    }
  });

  it('where storage is refused stands on the disk alone', async () => {
    vi.stubGlobal('localStorage', undefined);
    const disk = testDisk();
    expect(await keepSentinel(at('mf-a', 7, 3), disk)).toBe(true);
    expect(await readSentinel('mf-a', disk)).toEqual(at('mf-a', 7, 3));
    expect(anySentinel()).toBe(false);
  });
});

describe('what a database has lost', () => {
  const sentinel = at('mf-a', 9, 5);
  const holding = (from: number, to: number, unreadable = 0) => ({
    ...addToTally(emptyTally, changesFrom(from, to)),
    unreadable,
  });

  it('is nothing when it holds what the sentinel tells of, or more', () => {
    expect(lossOf({ sentinel, here: holding(0, 5) })).toBeNull();
    expect(lossOf({ sentinel, here: holding(0, 6) })).toBeNull();
    expect(lossOf({ sentinel: null, here: holding(0, 0) })).toBeNull();
    expect(lossOf({ sentinel: at('mf-a', 0, 0), here: holding(0, 0) })).toBeNull();
  });

  it('is told apart: everything, some changes, rows that do not open', () => {
    expect(lossOf({ sentinel, here: holding(0, 0) })).toBe('empty');
    expect(lossOf({ sentinel, here: holding(0, 4) })).toBe('behind');
    expect(lossOf({ sentinel, here: holding(1, 6) })).toBe('behind');
    expect(lossOf({ sentinel, here: holding(0, 5, 1) })).toBe('damaged');
    expect(lossOf({ sentinel: null, here: holding(0, 0, 1) })).toBe('damaged');
  });
});
