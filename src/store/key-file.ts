const magic = 0x4d464b31;
const size = 48;

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
