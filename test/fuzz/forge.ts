import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { ByteWriter } from '#exchange/code/bytes.ts';
import { crc32 } from '#exchange/code/crc32.ts';
import { formatVersion, magic } from '#store/download.ts';
import { join } from './mutate.ts';

/** A card with any body, its length and checksum right: what a forger can always make. */
export function forgeCard(body: Uint8Array, isDeflated: boolean): Uint8Array {
  const card = new ByteWriter();
  card.varint(2 * body.length + (isDeflated ? 1 : 0));
  const crc = crc32(body, crc32(card.toBytes()));
  card.bytes(Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc));
  card.bytes(body);
  return card.toBytes();
}

/** A saved passport with any header and payload, its lengths and SHA-256 right. */
export function forgeFile(header: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = new Uint8Array(14);
  start.set(magic);
  const view = new DataView(start.buffer);
  view.setUint16(8, formatVersion);
  view.setUint32(10, header.length);
  return withSum(join(start, header, payload));
}

/** The bytes with their SHA-256 behind them. */
export function withSum(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return join(bytes, createHash('sha256').update(bytes).digest());
}

export function deflated(bytes: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(deflateRawSync(bytes));
}

/** A few kilobytes that inflate to as many megabytes. */
export const bombs: readonly Uint8Array<ArrayBuffer>[] = [1, 2, 8, 48].map((megabytes) =>
  deflated(new Uint8Array(megabytes * 2 ** 20)),
);
