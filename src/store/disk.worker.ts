import type { DiskAnswer, DiskAsked, DiskOrder } from './disk.ts';

/** The worker's half of the disk: one order at a time, each on a handle of its own, flushed before it is answered. */
type SyncFile = {
  getSize(): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
};

/** Another tab may hold the file: a handle is exclusive. Waits of 20 ms, 40 ms and so on: five seconds in all. */
const attempts = 8;

let turn = Promise.resolve();

self.onmessage = ({ data: { id, order } }: MessageEvent<DiskAsked>) => {
  turn = turn
    .then(() => carryOut(order))
    .catch(() => false)
    .then((done) => self.postMessage({ id, done } satisfies DiskAnswer));
};

async function carryOut(order: DiskOrder): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  const file = await open(await folder.getFileHandle(order.file, { create: order.kind !== 'remove' }));
  try {
    const size = file.getSize();
    const bytes = order.kind === 'remove' ? new Uint8Array(size) : order.bytes;
    const at = order.kind === 'add' ? size : 0;
    let done = false;
    try {
      done = file.write(bytes, { at }) === bytes.length;
    } finally {
      if (order.kind === 'add') file.truncate(done ? at + bytes.length : at);
      else if (done) file.truncate(bytes.length);
      file.flush();
    }
    if (order.kind !== 'remove' || !done) return done;
  } finally {
    file.close();
  }
  await folder.removeEntry(order.file);
  return true;
}

async function open(handle: FileSystemFileHandle): Promise<SyncFile> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (handle as unknown as { createSyncAccessHandle(): Promise<SyncFile> }).createSyncAccessHandle();
    } catch (error) {
      if (attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 << attempt));
    }
  }
}
