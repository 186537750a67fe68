import type { Change } from '#passport/change.ts';

/**
 * The one byte format: download, backup payload and safe copy.
 *
 *     8 bytes   magic
 *     2 bytes   version of the format, big-endian: everything after it belongs to that version
 *     4 bytes   length of the header, big-endian
 *     header    JSON { changes, bytes, packed, made, example? }: number of changes, length of the text below inflated
 *               and deflated, when it was made, and whether it holds the example passport
 *     payload   raw DEFLATE (RFC 1951) of UTF-8: one change a line, as JSON, in order
 *     32 bytes  SHA-256 of everything before
 */
export const magic: readonly number[] = [0x8d, 0x4d, 0x46, 0x57, 0x0d, 0x0a, 0x1a, 0x0a];
export const formatVersion = 1;
export const headerStart = 14;
export const sumBytes = 32;

/** Largest sizes read; far above what a person writes in a life. */
export const caps = {
  file: 64 * 2 ** 20,
  header: 2 ** 16,
  text: 128 * 2 ** 20,
  changes: 1_000_000,
  depth: 16,
} as const;

export type Header = {
  readonly changes: number;
  readonly bytes: number;
  readonly packed: number;
  readonly made: string;
  readonly example?: true;
};

/** Changes as a file; `made` is when, as an ISO date and time. A file of the example passport says so, and is never restored. */
export async function encodeDownload(
  changes: readonly Change[],
  made: string,
  example = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(changes.map((change) => `${JSON.stringify(change)}\n`).join(''));
  const packed = await deflate(text as Uint8Array<ArrayBuffer>);
  const held: Header = {
    changes: changes.length,
    bytes: text.length,
    packed: packed.length,
    made,
    ...(example ? { example } : {}),
  };
  const header = new TextEncoder().encode(JSON.stringify(held));
  const end = headerStart + header.length + packed.length;
  const file = new Uint8Array(end + sumBytes);
  const view = new DataView(file.buffer);
  file.set(magic);
  view.setUint16(8, formatVersion);
  view.setUint32(10, header.length);
  file.set(header, headerStart);
  file.set(packed, headerStart + header.length);
  file.set(new Uint8Array(await crypto.subtle.digest('SHA-256', file.subarray(0, end))), end);
  return file;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
