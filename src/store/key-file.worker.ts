import type { KeyFileOrder } from './key-file.ts';

/** The worker's half of the key files: overwrites a file in place and flushes it to the disk, then answers true or false. */
type SyncFile = {
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
};

self.onmessage = async (event: MessageEvent<KeyFileOrder>) => {
  self.postMessage(await write(event.data).catch(() => false));
};

async function write({ file, bytes }: KeyFileOrder): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(file, { create: true });
  const open = await (handle as unknown as { createSyncAccessHandle(): Promise<SyncFile> }).createSyncAccessHandle();
  try {
    const written = open.write(bytes, { at: 0 });
    open.truncate(bytes.length);
    open.flush();
    return written === bytes.length;
  } finally {
    open.close();
  }
}
