import { ByteReader, ByteWriter } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { deflate, inflate, type Meter } from './inflate.ts';

/** The longest card, sealed: about 1,457,000 digits in a link. */
export const largestCard = 600_000;
/** The most that may come out of one card: what stops a bomb. */
export const largestContent = 2 ** 20;

export type OpenProblem = 'code-cut' | 'code-damaged' | 'code-too-long';

/** Content with its length and a checksum over both, deflated where that is shorter. */
export async function seal(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const deflated = await deflate(content);
  const body = deflated.length < content.length ? deflated : content;
  const card = new ByteWriter();
  card.varint(2 * body.length + (body === deflated ? 1 : 0));
  const crc = crc32(body, crc32(card.toBytes()));
  card.bytes(Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc));
  card.bytes(body);
  return card.toBytes();
}

/** The most bytes that so much content takes when sealed: the longest head, the checksum, and the content as it is. */
export function sealedMost(content: number): number {
  return 5 + 4 + content;
}

/** How long a card says it is, from its first bytes; null when these are none. */
export function sealedLength(start: Uint8Array): number | null {
  const reader = new ByteReader(start);
  const length = reader.varint() >>> 1;
  return reader.bad ? null : reader.at + 4 + length;
}

/**
 * The content of an untrusted card. `code-cut`: it ends early. `code-damaged`: something in it changed on the way.
 * `code-too-long`: longer than any card of ours, sealed or open. `inflated` as in `inflate`.
 */
export async function open(
  card: Uint8Array,
  inflated?: Meter,
): Promise<
  { readonly ok: true; readonly content: Uint8Array } | { readonly ok: false; readonly problem: OpenProblem }
> {
  if (card.length > largestCard) return { ok: false, problem: 'code-too-long' };
  const reader = new ByteReader(card);
  const head = reader.varint();
  const start = reader.at;
  const [a = 0, b = 0, c = 0, d = 0] = reader.bytes(4);
  if (reader.bad || head >>> 1 > reader.left) return { ok: false, problem: 'code-cut' };
  const body = Uint8Array.from(reader.bytes(head >>> 1));
  const crc = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  if (reader.left > 0 || crc !== crc32(body, crc32(card.subarray(0, start))))
    return { ok: false, problem: 'code-damaged' };
  if ((head & 1) === 0) return { ok: true, content: body };
  const content = await inflate(body, largestContent, inflated);
  if (content === 'too-long') return { ok: false, problem: 'code-too-long' };
  return content === 'broken' ? { ok: false, problem: 'code-damaged' } : { ok: true, content };
}
