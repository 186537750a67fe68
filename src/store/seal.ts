/** A row's content as it lies on the disk: everything but ids, sequence and epoch is inside `ct`. */
export type Box = {
  readonly epoch: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: ArrayBuffer;
};

/** What a row is bound to, beside its epoch and the schema: moved or relabelled rows do not open. */
export type Label = { readonly table: string; readonly id: string; readonly seq: number };

/** Seals and opens rows under one key. The epoch says which key, in clear. */
export type Sealer = {
  readonly epoch: number;
  /** The key itself, for the key files only. */
  readonly raw: Uint8Array<ArrayBuffer>;
  seal(label: Label, value: unknown): Promise<Box>;
  /** The value that was sealed; null when the box is damaged, moved, or sealed under another key. */
  open(label: Label, box: Box): Promise<unknown>;
  /** As `seal` and `open`, for bytes that are not JSON. */
  sealBytes(label: Label, bytes: Uint8Array<ArrayBuffer>): Promise<Box>;
  openBytes(label: Label, box: Box): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** Bound into every row. A shipped number is never given another meaning. */
const schema = 1;
const keyBytes = 32;

export function newKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(keyBytes));
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit IV a row. Keys and IVs come from the browser's own generator and
 * not from `world`, so that a test's repeated numbers can never become a repeated IV.
 */
export async function makeSealer(raw: Uint8Array<ArrayBuffer>, epoch: number): Promise<Sealer> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const bound = ({ table, id, seq }: Label) => encode(`${schema}|${table}|${id}|${seq}|${epoch}`);
  const sealBytes = async (label: Label, bytes: Uint8Array<ArrayBuffer>) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const way = { name: 'AES-GCM', iv, additionalData: bound(label) };
    return { epoch, iv, ct: await crypto.subtle.encrypt(way, key, bytes) };
  };
  const openBytes = async (label: Label, { iv, ct }: Box) => {
    try {
      const way = { name: 'AES-GCM', iv, additionalData: bound(label) };
      return new Uint8Array(await crypto.subtle.decrypt(way, key, ct));
    } catch {
      return null;
    }
  };
  return {
    epoch,
    raw,
    sealBytes,
    openBytes,
    seal: (label, value) => sealBytes(label, encode(JSON.stringify(value))),
    async open(label, box) {
      const bytes = await openBytes(label, box);
      return bytes && JSON.parse(new TextDecoder().decode(bytes));
    },
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}
