import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Disk, type DiskAsked, openDisk } from '#store/disk.ts';

/** A private file system in memory: handles are exclusive, and what was not flushed is lost with the power. */
function fileSystem() {
  type File = { bytes: number[]; flushed: number[]; isHeld: boolean };
  const files = new Map<string, File>();
  const room = { left: Number.POSITIVE_INFINITY };
  const notFound = () => new DOMException('', 'NotFoundError');
  const handleOf = (file: File) => ({
    async getFile() {
      return { lastModified: 5, arrayBuffer: async () => new Uint8Array(file.bytes).buffer };
    },
    async createSyncAccessHandle() {
      if (file.isHeld) throw new DOMException('', 'NoModificationAllowedError');
      file.isHeld = true;
      return {
        getSize: () => file.bytes.length,
        write(bytes: Uint8Array, { at }: { at: number }) {
          const fits = bytes.subarray(0, room.left);
          room.left -= fits.length;
          for (const [place, byte] of fits.entries()) file.bytes[at + place] = byte;
          if (fits.length < bytes.length) throw new DOMException('', 'QuotaExceededError');
          return fits.length;
        },
        truncate(size: number) {
          file.bytes.length = size;
        },
        flush() {
          file.flushed = [...file.bytes];
        },
        close() {
          file.isHeld = false;
        },
      };
    },
  });
  const folder = {
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name) && !create) throw notFound();
      if (!files.has(name)) files.set(name, { bytes: [], flushed: [], isHeld: false });
      return handleOf(files.get(name) as File);
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw notFound();
    },
    async *keys() {
      yield* files.keys();
    },
  };
  return { files, folder, room };
}

/** The worker's own code, in place of a thread. */
async function workerMaker() {
  vi.resetModules();
  const scope = { onmessage: (_: { data: DiskAsked }) => undefined, postMessage: (_: unknown) => undefined };
  vi.stubGlobal('self', scope);
  await import('#store/disk.worker.ts');
  const made: { isHome: boolean; onmessage?: (event: unknown) => void; onerror?: () => void }[] = [];
  const makeWorker = () => {
    const worker = {
      isHome: false,
      onmessage: (_: unknown) => undefined,
      postMessage: (data: DiskAsked) => scope.onmessage({ data: structuredClone(data) }),
      terminate: () => {
        worker.isHome = true;
      },
    };
    scope.postMessage = (data) => worker.onmessage({ data });
    made.push(worker);
    return worker as unknown as Worker;
  };
  return { makeWorker, made };
}

const bytesOf = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const textOn = async (disk: Disk, file: string) => new TextDecoder().decode((await disk.read(file))?.bytes);

let { files, folder, room } = fileSystem();
let maker: Awaited<ReturnType<typeof workerMaker>>;
let disk: Disk;
beforeEach(async () => {
  ({ files, folder, room } = fileSystem());
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } });
  maker = await workerMaker();
  disk = (await openDisk(maker.makeWorker)) as Disk;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the disk', () => {
  it('keeps what it says it has kept: everything is flushed', async () => {
    expect(await disk.write('a', bytesOf('longer words'))).toBe(true);
    expect(await disk.write('a', bytesOf('words'))).toBe(true);
    expect(await disk.add('a', bytesOf(' and more'))).toBe(true);
    expect(await disk.add('b', bytesOf('new'))).toBe(true);
    expect([await textOn(disk, 'a'), await textOn(disk, 'b')]).toEqual(['words and more', 'new']);
    for (const file of files.values()) expect(file.flushed).toEqual(file.bytes);
    expect(await disk.names()).toEqual(['a', 'b']);
    expect(await disk.read('a')).toMatchObject({ written: 5 });
    expect(await disk.read('c')).toBeNull();
  });

  it('carries out orders one after another, whichever way they came', async () => {
    const orders = [...'abcdefgh'].map((letter) => disk.add('a', bytesOf(letter)));
    expect(await Promise.all(orders)).toEqual(orders.map(() => true));
    expect(await textOn(disk, 'a')).toBe('abcdefgh');
    expect(maker.made.length).toBe(1);
  });

  it('overwrites a file with zeros before it removes it', async () => {
    await disk.write('a', bytesOf('secret'));
    const held = files.get('a');
    await disk.remove('a');
    expect([held?.flushed, await disk.names()]).toEqual([[0, 0, 0, 0, 0, 0], []]);
    await disk.remove('a');
  });

  it('that is full adds nothing rather than half', async () => {
    await disk.write('a', bytesOf('whole'));
    room.left = 2;
    expect(await disk.add('a', bytesOf('half'))).toBe(false);
    expect(await textOn(disk, 'a')).toBe('whole');
    room.left = 2;
    expect(await disk.write('b', bytesOf('half'))).toBe(false);
  });

  it('waits for a file that another tab holds', async () => {
    await disk.write('a', bytesOf('theirs'));
    const held = files.get('a') as { isHeld: boolean };
    held.isHeld = true;
    const writing = disk.write('a', bytesOf('ours'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    held.isHeld = false;
    expect(await writing).toBe(true);
    expect(await textOn(disk, 'a')).toBe('ours');
  });

  it('reads again a file that is being written to', async () => {
    await disk.write('a', bytesOf('words'));
    const real = folder.getFileHandle;
    let refusals = 2;
    folder.getFileHandle = async (...given) => {
      if (refusals-- > 0) throw new DOMException('', 'NotReadableError');
      return real(...given);
    };
    expect(await textOn(disk, 'a')).toBe('words');
  });

  it('without a worker can be read and not written', async () => {
    await disk.write('a', bytesOf('words'));
    const readOnly = (await openDisk(undefined)) as Disk;
    expect(await readOnly.write('a', bytesOf('x'))).toBe(false);
    expect(await readOnly.add('a', bytesOf('x'))).toBe(false);
    expect(await textOn(readOnly, 'a')).toBe('words');
    await readOnly.remove('a');
    expect(await readOnly.names()).toEqual([]);
  });

  it('is none where the browser has no private file system, or refuses it', async () => {
    vi.stubGlobal('navigator', {});
    expect(await openDisk(maker.makeWorker)).toBeNull();
    vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.reject(new Error('private window')) } });
    expect(await openDisk(maker.makeWorker)).toBeNull();
  });
});

describe("the disk's worker", () => {
  it('that cannot be made, or fails, is a write that was not done', async () => {
    const none = await openDisk(() => {
      throw new TypeError('refused');
    });
    expect(await none?.write('a', bytesOf('x'))).toBe(false);
    const failing = await openDisk(() => {
      const worker = {
        postMessage: () => void Promise.resolve().then(() => worker.onerror()),
        onerror: () => undefined,
        terminate: () => undefined,
      };
      return worker as unknown as Worker;
    });
    expect(await Promise.all([failing?.write('a', bytesOf('x')), failing?.add('a', bytesOf('x'))])).toEqual([
      false,
      false,
    ]);
  });

  it('that does not answer is given up after ten seconds, and another takes its place', async () => {
    vi.useFakeTimers();
    const goHome = vi.fn();
    const mute = { postMessage: () => undefined, terminate: goHome };
    let count = 0;
    const patient = (await openDisk(() => (count++ === 0 ? (mute as unknown as Worker) : maker.makeWorker()))) as Disk;
    const writing = patient.write('a', bytesOf('x'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([await writing, goHome.mock.calls.length]).toEqual([false, 1]);
    expect(await patient.write('a', bytesOf('x'))).toBe(true);
  });

  it('goes home when there is nothing to do, and comes back', async () => {
    vi.useFakeTimers();
    await disk.write('a', bytesOf('x'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(maker.made.map(({ isHome }) => isHome)).toEqual([true]);
    expect(await disk.write('a', bytesOf('y'))).toBe(true);
    expect(maker.made.map(({ isHome }) => isHome)).toEqual([true, false]);
  });
});
