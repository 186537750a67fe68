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
  return {
    epoch,
    raw,
    async seal(label, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = encode(JSON.stringify(value));
      return {
        epoch,
        iv,
        ct: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(label) }, key, text),
      };
    },
    async open(label, box) {
      try {
        const { iv, ct } = box;
        const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(label) }, key, ct);
        return JSON.parse(new TextDecoder().decode(bytes));
      } catch {
        return null;
      }
    },
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}
