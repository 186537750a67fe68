import type { Change } from '#passport/change.ts';
import type { Disk } from '#store/disk.ts';
import { openSafe, type Safe } from '#store/safe/copy.ts';
import { makeSealer, type Sealer } from '#store/seal.ts';
import { memoryDisk, testWorld } from '../world.ts';

export type TestDisk = ReturnType<typeof memoryDisk> & {
  /** After so many more bytes the power goes: what was being written stays half done, and nothing answers any more. */
  cutAfter(bytes: number): void;
  /** Writes to files it answers true to answer false and change nothing. */
  refuse(isRefused: (file: string) => boolean): void;
  readonly orders: string[];
  mend(): void;
};

/** A disk in memory that can be cut off in the middle of a write. */
export function testDisk(): TestDisk {
  const disk = memoryDisk(testWorld());
  const orders: string[] = [];
  let left = Number.POSITIVE_INFINITY;
  let isRefused = (_: string) => false;
  const put = (kind: string, file: string, bytes: Uint8Array<ArrayBuffer>, at: number, size: number) => {
    orders.push(`${kind} ${file}`);
    if (isRefused(file) || left === 0) return false;
    const whole = new Uint8Array(Math.max(size, at + bytes.length));
    whole.set(disk.files.get(file) ?? []);
    const isCut = bytes.length > left;
    whole.set(isCut ? bytes.subarray(0, left) : bytes, at);
    left = isCut ? 0 : left - bytes.length;
    disk.files.set(file, isCut ? whole.slice(0, Math.max(size, at + bytes.length)) : whole.slice(0, at + bytes.length));
    return !isCut;
  };
  const sizeOf = (file: string) => disk.files.get(file)?.length ?? 0;
  const faulty: Disk = {
    ...disk,
    write: async (file, bytes) => put('write', file, bytes, 0, sizeOf(file)),
    add: async (file, bytes) => put('add', file, bytes, sizeOf(file), sizeOf(file)),
    async remove(file) {
      orders.push(`remove ${file}`);
      if (left > 0) disk.files.delete(file);
    },
  };
  return {
    ...disk,
    ...faulty,
    files: disk.files,
    orders,
    cutAfter: (bytes) => {
      left = bytes;
    },
    refuse: (next) => {
      isRefused = next;
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY;
    },
  };
}

export const name = 'mf-test';
export const slotA = `${name}-safe-a`;
export const slotB = `${name}-safe-b`;
export const journal = `${name}-journal`;
export const files = [slotA, slotB, journal] as const;

export function safeOn(disk: Disk): Safe {
  return openSafe({ disk, name, world: testWorld() });
}

/** Changes `from` to `to` of one long log; `words` makes them long. */
export function changesFrom(from: number, to: number, words = 'naproxen'): readonly Change[] {
  return Array.from({ length: to - from }, (_, place) => {
    const n = from + place + 1;
    const id = `c${n}`;
    return {
      id,
      n,
      at: '2026-03-02T10:00:00.000Z',
      by: '',
      lang: 'en-GB',
      part: 'medicines',
      record: `m${n}`,
      set: { name: `${words} ${n}` },
    };
  });
}

export function keyOf(epoch: number): Promise<Sealer> {
  return makeSealer(new Uint8Array(32).fill(epoch), epoch);
}

export const onlyWith = (sealer: Sealer) => async (epoch: number) => (epoch === sealer.epoch ? sealer : null);

export const idsOf = (changes: readonly Change[]) => changes.map(({ id }) => id);

/** Numbers that are the same in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
