/** The browser's private file system (WHATWG File System), or a test's memory: small files that last, by name. */
export type Disk = {
  /** The file and when it was last written (milliseconds since 1970); null when there is none. */
  read(file: string): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly written: number } | null>;
  /** Makes these bytes the file, overwriting it in place. True only once they are flushed to the disk. */
  write(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Adds the bytes at the end of the file, whole or not at all. True only once they are flushed to the disk. */
  add(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Overwrites the file with zeros, flushes, and removes it. */
  remove(file: string): Promise<void>;
  names(): Promise<readonly string[]>;
};

export type DiskOrder =
  | { readonly kind: 'write' | 'add'; readonly file: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'remove'; readonly file: string };
/** What goes to the worker of `disk.worker.ts`, and what comes back. */
export type DiskAsked = { readonly id: number; readonly order: DiskOrder };
export type DiskAnswer = { readonly id: number; readonly done: boolean };

/** A worker that has not answered by then has failed; one that has had nothing to do for so long goes home. */
const patience = 10_000;
const idle = 30_000;

/**
 * Opens the origin private file system. Null where there is none: Firefox's private windows, WebKitGTK. Only a worker
 * can flush to disk, and only the app may make one under Trusted Types: without `makeWorker` nothing can be written.
 */
export async function openDisk(makeWorker: (() => Worker) | undefined): Promise<Disk | null> {
  const folder = await Promise.resolve()
    .then(() => globalThis.navigator?.storage?.getDirectory?.())
    .catch(() => undefined);
  if (!folder) return null;
  const ask = makeWorker ? askWorker(makeWorker) : async () => false;
  return {
    async read(file) {
      for (let attempt = 0; ; attempt++) {
        try {
          const found = await (await folder.getFileHandle(file)).getFile();
          return { bytes: new Uint8Array(await found.arrayBuffer()), written: found.lastModified };
        } catch (error) {
          // a file that is written to while it is read refuses, and can be read a moment later
          if (attempt === 5 || (error as { name?: string }).name === 'NotFoundError') return null;
          await new Promise((resolve) => setTimeout(resolve, 20 << attempt));
        }
      }
    },
    write: (file, bytes) => ask({ kind: 'write', file, bytes }),
    add: (file, bytes) => ask({ kind: 'add', file, bytes }),
    async remove(file) {
      if (!(await ask({ kind: 'remove', file }))) await folder.removeEntry(file).catch(() => undefined);
    },
    async names() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
  };
}

/** Asks one worker, made at the first order. Answers false when it cannot be made, fails, or does not answer in time. */
function askWorker(makeWorker: () => Worker): (order: DiskOrder) => Promise<boolean> {
  let worker: Worker | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const waiting = new Map<number, (done: boolean) => void>();

  const dismiss = () => {
    worker?.terminate();
    worker = undefined;
    for (const settle of [...waiting.values()]) settle(false);
  };
  const hire = () => {
    const hired = makeWorker();
    hired.onmessage = ({ data }: MessageEvent<DiskAnswer>) => waiting.get(data.id)?.(data.done === true);
    hired.onerror = dismiss;
    return hired;
  };
  return (order) =>
    new Promise((resolve) => {
      const id = ++last;
      const giveUp = setTimeout(dismiss, patience);
      clearTimeout(resting);
      waiting.set(id, (done) => {
        clearTimeout(giveUp);
        waiting.delete(id);
        if (waiting.size === 0 && worker) resting = setTimeout(dismiss, idle);
        resolve(done);
      });
      try {
        worker ??= hire();
        worker.postMessage({ id, order } satisfies DiskAsked);
      } catch {
        waiting.get(id)?.(false);
      }
    });
}
