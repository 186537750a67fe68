import { type Change, readChange } from '#passport/change.ts';
import { caps, formatVersion, type Header, headerStart, magic, sumBytes } from './download.ts';

export type FileProblem =
  | 'file-example'
  | 'file-not-ours'
  | 'file-cut'
  | 'file-newer'
  | 'file-too-large'
  | 'file-no-room'
  | 'file-damaged';
export type FileRead =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly made: string }
  | { readonly ok: false; readonly problem: FileProblem };

// A bit of a match's length and one of its distance stand for 258 bytes at most (RFC 1951 §3.2.5).
const mostGrowth = 1_032;
/** So much is inflated at a time: what comes out beyond the promised length stays small. */
const bite = 4_096;
/** After so many changes it is told how many are read. */
const now = 500;

/**
 * Reads a file made by `encodeDownload`: untrusted bytes in, every change checked, nothing written anywhere. Unknown
 * parts, fields and terms are kept as they are. All or nothing: one change that cannot be read refuses the file. Whether
 * its numbers and its size leave room is judged where it is taken in, by what is left of it there (`restoring.ts`).
 * `inflated` hears how many bytes came out of it, as they come: how a test sees that the cap holds. `onCount` hears now
 * and then how many changes are read, of how many.
 */
export async function readDownload(
  bytes: Uint8Array,
  inflated?: (bytes: number) => void,
  onCount?: (read: number, of: number) => void,
): Promise<FileRead> {
  const file = bytes as Uint8Array<ArrayBuffer>;
  const start = magic.findIndex((byte, at) => file[at] !== byte);
  if (file.length === 0 || (start !== -1 && start < file.length)) return no('file-not-ours');
  if (file.length < headerStart) return no('file-cut');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint16(8);
  if (version > formatVersion) return no('file-newer');
  if (version < 1) return no('file-damaged');
  const headerLength = view.getUint32(10);
  if (file.length > caps.file || headerLength > caps.header) return no('file-too-large');
  const payload = headerStart + headerLength;
  if (file.length < payload) return no('file-cut');
  const header = readHeader(file.subarray(headerStart, payload));
  if (!header) return no('file-damaged');
  if (header.packed > caps.file || header.bytes > caps.text || header.changes > caps.changes)
    return no('file-too-large');
  if (header.bytes > mostGrowth * header.packed) return no('file-damaged');
  const end = payload + header.packed;
  if (file.length < end + sumBytes) return no('file-cut');
  if (file.length > end + sumBytes || !(await hasRightSum(file, end))) return no('file-damaged');
  if (header.example) return no('file-example');
  const text = await inflate(file.subarray(payload, end), header.bytes, inflated);
  const changes = text === null ? null : readLines(text, header.changes, onCount);
  return changes ? { ok: true, changes, made: header.made } : no('file-damaged');
}

function no(problem: FileProblem): FileRead {
  return { ok: false, problem };
}

function readHeader(bytes: Uint8Array<ArrayBuffer>): Header | null {
  const text = decode(bytes);
  const held = text === null ? null : (parse(text) as Partial<Header> | null);
  if (typeof held !== 'object' || held === null) return null;
  const { changes, bytes: length, packed, made, example } = held;
  if (!isSize(changes) || !isSize(length) || !isSize(packed) || typeof made !== 'string') return null;
  if (made.length > 40) return null;
  return { changes, bytes: length, packed, made, ...(example === true ? { example } : {}) };
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

async function hasRightSum(file: Uint8Array<ArrayBuffer>, end: number): Promise<boolean> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', file.subarray(0, end)));
  return sum.every((byte, at) => byte === file[end + at]);
}

/** Exactly `length` bytes, as text; null when there are more, fewer, or other than UTF-8. Stops at the first too many. */
async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  length: number,
  inflated?: (bytes: number) => void,
): Promise<string | null> {
  const reader = inBites(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const bytes = new Uint8Array(length);
  let at = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      inflated?.(read.value.length);
      if (at + read.value.length > length) {
        await reader.cancel();
        return null;
      }
      bytes.set(read.value, at);
      at += read.value.length;
    }
  } catch {
    return null;
  }
  return at === length ? decode(bytes) : null;
}

function inBites(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(to) {
      if (at < bytes.length) to.enqueue(bytes.subarray(at, at + bite));
      else to.close();
      at += bite;
    },
  });
}

function decode(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readLines(
  text: string,
  count: number,
  onCount?: (read: number, of: number) => void,
): readonly Change[] | null {
  const changes: Change[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const change = end === -1 || changes.length === count ? null : readChange(parse(text.slice(at, end)));
    if (!change) return null;
    changes.push(change);
    if (changes.length % now === 0) onCount?.(changes.length, count);
    at = end + 1;
  }
  return changes.length === count ? changes : null;
}

/** JSON no deeper than a change can be; null for anything else. */
function parse(text: string): unknown {
  if (depthOf(text) > caps.depth) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isInText = false;
    } else if (code === 0x22) isInText = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}
