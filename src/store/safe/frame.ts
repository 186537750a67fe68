/**
 * How one sealed piece of the safe copy lies in a file, so that a cut, a zeroed block and a flipped bit are each
 * noticed, and what comes after one is still found.
 *
 *     8 bytes   magic
 *     2 bytes   version of the frame
 *     2 bytes   kind: 0 blank, 1 slot (the whole log), 2 record (some changes)
 *     4 bytes   epoch: which key
 *     4 bytes   generation: slots of a higher one are later
 *     4 bytes   length of the sealed bytes
 *     12 bytes  IV
 *     …         sealed bytes
 *     16 bytes  first half of the SHA-256 of everything before
 *
 * Numbers are big-endian. A shipped version is never given another meaning.
 */
const magic: readonly number[] = [0x8d, 0x4d, 0x46, 0x53, 0x0d, 0x0a, 0x1a, 0x0a];
const version = 1;
const start = 36;
const sumBytes = 16;
const kinds = ['blank', 'slot', 'record'] as const;

export type Frame = {
  readonly kind: (typeof kinds)[number];
  readonly epoch: number;
  readonly generation: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: ArrayBuffer;
};

export async function encodeFrame({ kind, epoch, generation, iv, ct }: Frame): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(start + ct.byteLength + sumBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint16(8, version);
  view.setUint16(10, kinds.indexOf(kind));
  view.setUint32(12, epoch);
  view.setUint32(16, generation);
  view.setUint32(20, ct.byteLength);
  bytes.set(iv, 24);
  bytes.set(new Uint8Array(ct), start);
  bytes.set(await sum(bytes.subarray(0, -sumBytes)), bytes.length - sumBytes);
  return bytes;
}

/** What a file holds before anything is in it: made early, so that a later write has a file that lasts. */
export function blankFrame(generation: number): Promise<Uint8Array<ArrayBuffer>> {
  return encodeFrame({ kind: 'blank', epoch: 0, generation, iv: new Uint8Array(12), ct: new ArrayBuffer(0) });
}

/**
 * Every whole frame in a file, in order, and how many stretches between them are something else. A file without a frame
 * is damaged: an empty one holds a blank.
 */
export async function decodeFrames(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly frames: readonly Frame[]; readonly damaged: number }> {
  const frames: Frame[] = [];
  let damaged = 0;
  for (let at = 0, isLost = false; at < bytes.length; ) {
    const frame = await frameAt(bytes, at);
    if (frame) {
      frames.push(frame);
      at += start + frame.ct.byteLength + sumBytes;
    } else {
      if (!isLost) damaged++;
      at = nextMagic(bytes, at + 1);
    }
    isLost = frame === null;
  }
  return { frames, damaged: frames.length === 0 ? Math.max(1, damaged) : damaged };
}

async function frameAt(bytes: Uint8Array<ArrayBuffer>, at: number): Promise<Frame | null> {
  if (bytes.length - at < start + sumBytes || !isMagic(bytes, at)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const kind = kinds[view.getUint16(10)];
  const end = at + start + view.getUint32(20);
  if (view.getUint16(8) !== version || !kind || end + sumBytes > bytes.length) return null;
  const right = await sum(bytes.subarray(at, end));
  if (right.some((byte, place) => byte !== bytes[end + place])) return null;
  return {
    kind,
    epoch: view.getUint32(12),
    generation: view.getUint32(16),
    iv: bytes.slice(at + 24, at + start),
    ct: bytes.slice(at + start, end).buffer,
  };
}

function isMagic(bytes: Uint8Array, at: number): boolean {
  return magic.every((byte, place) => bytes[at + place] === byte);
}

function nextMagic(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(magic[0] as number, at);
    if (at === -1) return bytes.length;
    if (isMagic(bytes, at)) return at;
  }
}

async function sum(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, sumBytes);
}
