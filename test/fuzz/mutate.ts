import { anyJson, anyKey, anyText, ownKeys } from './hostile.ts';
import type { Random } from './random.ts';

/** Changes bytes as damage and forgers do: flips, cuts, splices from `others`, repeats, lengths that grow. */
export function mutateBytes(random: Random, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let now = Uint8Array.from(bytes);
  for (let count = 1 + random.few(4); count > 0; count -= 1) {
    const at = random.below(now.length + 1);
    const to = Math.min(now.length, at + random.few(64));
    now = random.way<Uint8Array<ArrayBuffer>>([
      [5, () => now.map((byte, place) => (place === at ? byte ^ (1 << random.below(8)) : byte))],
      [3, () => now.map((byte, place) => (place === at ? random.pick([0, 1, 2, 3, 127, 128, 254, 255]) : byte))],
      [2, () => now.slice(0, at)],
      [1, () => now.slice(at)],
      [2, () => join(now.subarray(0, at), now.subarray(to))],
      [2, () => join(now.subarray(0, at), spliceOf(random, random.pick(others)), now.subarray(to))],
      [2, () => join(now.subarray(0, at), random.bytes(random.few(40)), now.subarray(at))],
      [1, () => join(now.subarray(0, to), ...Array(1 + random.few(30)).fill(now.subarray(at, to)), now.subarray(to))],
      // a varint as large as one can be, and larger
      [
        1,
        () =>
          join(now.subarray(0, at), Uint8Array.of(255, 255, 255, 255, random.pick([7, 8, 15, 127])), now.subarray(to)),
      ],
      [1, () => join(now, random.bytes(1 + random.few(40)))],
    ]);
  }
  return now;
}

function spliceOf(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  return bytes.subarray(at, at + random.few(200));
}

export function join(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Changes text: hostile pieces put in, stretches cut out, doubled or brought over from `others`. */
export function mutateText(random: Random, text: string, others: readonly string[]): string {
  let now = text;
  for (let count = 1 + random.few(5); count > 0; count -= 1) {
    const at = random.below(now.length + 1);
    const to = at + random.few(60);
    const [before, inside, after] = [now.slice(0, at), now.slice(at, to), now.slice(to)];
    now = random.way<string>([
      [3, () => before + anyText(random) + after],
      [3, () => before + String.fromCharCode(random.below(128)) + now.slice(at + 1)],
      [2, () => before + after],
      [2, () => before + inside.repeat(1 + random.few(20)) + after],
      [2, () => before + random.pick(others).slice(random.below(50)).slice(0, random.few(400)) + after],
      [1, () => before],
      [1, () => after],
    ]);
  }
  return now;
}

/** Changes a JSON value in one to a few places: values, keys, shapes. */
export function mutateJson(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.1)) return anyJson(random);
  if (Array.isArray(value)) {
    const at = random.below(value.length + 1);
    const item = at < value.length ? mutateJson(random, value[at]) : anyJson(random);
    return random.chance(0.2) ? [...value, ...value] : [...value.slice(0, at), item, ...value.slice(at + 1)];
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return ownKeys([[anyKey(random), anyJson(random)]]);
  const at = random.below(entries.length);
  const [key, item] = entries[at] as [string, unknown];
  return random.way<object>([
    [6, () => ownKeys(entries.with(at, [key, mutateJson(random, item)]))],
    [2, () => ownKeys(entries.with(at, [random.chance(0.5) ? anyKey(random) : anyText(random), item]))],
    [2, () => ownKeys([...entries, [anyKey(random), anyJson(random)]])],
    [1, () => ownKeys(entries.toSpliced(at, 1))],
  ]);
}
