/** Where the key files lie: the browser's private file system, or a test's memory. */
export type KeyFiles = {
  /** The file and when it was last written (milliseconds since 1970); null when there is none. */
  read(file: string): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly written: number } | null>;
  /** True once the bytes are on the disk. An existing file is overwritten in place. */
  write(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  remove(file: string): Promise<void>;
  /** True when any passport has left a key file here. */
  isUsed(): Promise<boolean>;
};

export type KeyFileOrder = { readonly file: string; readonly bytes: Uint8Array<ArrayBuffer> };

const magic = 0x4d464b31;
const size = 48;
/** Names of key files start so. */
const prefix = 'mf-';

/** `MFK1`, epoch, key, and eight bytes of their SHA-256. */
export async function encodeKeyFile(epoch: number, key: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, epoch);
  bytes.set(key, 8);
  bytes.set(await sum(bytes), 40);
  return bytes;
}

/** The key of a key file; null for one that is blank, damaged, or of another kind. */
export async function decodeKeyFile(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ epoch: number; key: Uint8Array<ArrayBuffer> } | null> {
  if (bytes.length !== size) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const right = await sum(bytes);
  if (view.getUint32(0) !== magic || right.some((byte, at) => byte !== bytes[40 + at])) return null;
  return { epoch: view.getUint32(4), key: bytes.slice(8, 40) };
}

/** As long as a key file and holding none: a file made early is one that a later write can trust. */
export function blankKeyFile(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(size);
}

async function sum(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice(0, 40))).slice(0, 8);
}

/**
 * Key files in the origin private file system (WHATWG File System). Null where there is none: Firefox's private
 * windows, WebKitGTK. Only a worker can flush to disk, and only the app may make one under Trusted Types.
 */
export async function opfsKeyFiles(makeWorker: (() => Worker) | undefined): Promise<KeyFiles | null> {
  const folder = await Promise.resolve()
    .then(() => globalThis.navigator?.storage?.getDirectory?.())
    .catch(() => undefined);
  if (!folder) return null;
  return {
    async read(file) {
      try {
        const found = await (await folder.getFileHandle(file)).getFile();
        return { bytes: new Uint8Array(await found.arrayBuffer()), written: found.lastModified };
      } catch {
        return null;
      }
    },
    write: (file, bytes) => (makeWorker ? writeInWorker(makeWorker, { file, bytes }) : Promise.resolve(false)),
    remove: (file) => folder.removeEntry(file).catch(() => undefined),
    async isUsed() {
      for await (const name of folder.keys()) if (name.startsWith(prefix)) return true;
      return false;
    },
  };
}

/** One worker a write: it happens a few times in the life of a passport. False when the worker cannot or does not answer. */
async function writeInWorker(makeWorker: () => Worker, order: KeyFileOrder): Promise<boolean> {
  let worker: Worker | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<boolean>((resolve) => {
      patience = setTimeout(() => resolve(false), 10_000);
      worker = makeWorker();
      worker.onmessage = (event: MessageEvent<boolean>) => resolve(event.data === true);
      worker.onerror = () => resolve(false);
      worker.postMessage(order);
    });
  } catch {
    return false;
  } finally {
    clearTimeout(patience);
    worker?.terminate();
  }
}
