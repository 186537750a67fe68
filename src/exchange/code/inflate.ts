/** Hears of bytes that came out of untrusted ones: how a test sees that a cap holds. */
export type Meter = (bytes: number) => void;

/** `deflate-raw` (RFC 1951) by the platform. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream('deflate-raw');
  const [whole] = await Promise.all([
    gather(stream.readable, Number.POSITIVE_INFINITY),
    feed(stream.writable, bytes, bytes.length),
  ]);
  return whole as Uint8Array<ArrayBuffer>;
}

// Deflate grows at most 1,032-fold: small bites keep what is inflated past the cap small.
const bite = 256;

/**
 * Inflates untrusted bytes. 'too-long' as soon as more than `cap` bytes come out, whatever is still to come;
 * 'broken' when they are not deflated bytes, or end too early. `inflated` hears how many bytes came out, as they come.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  cap: number,
  inflated?: Meter,
): Promise<Uint8Array<ArrayBuffer> | 'too-long' | 'broken'> {
  const stream = new DecompressionStream('deflate-raw');
  const fed = feed(stream.writable, bytes, bite).then(
    () => true,
    () => false,
  );
  try {
    const whole = await gather(stream.readable, cap, inflated);
    if (whole === null) return 'too-long';
    return (await fed) ? whole : 'broken';
  } catch {
    return 'broken';
  }
}

async function feed(to: WritableStream<BufferSource>, bytes: Uint8Array<ArrayBuffer>, size: number): Promise<void> {
  const writer = to.getWriter();
  for (let at = 0; at < bytes.length; at += size) await writer.write(bytes.subarray(at, at + size));
  await writer.close();
}

async function gather(
  from: ReadableStream<Uint8Array>,
  cap: number,
  heard?: Meter,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = from.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    heard?.(value.length);
    if (length > cap) {
      await reader.cancel();
      return null;
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
