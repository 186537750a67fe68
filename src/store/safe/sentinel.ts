import type { Disk } from '#store/disk.ts';
import { drop, keep, readKept } from '#store/kept.ts';
import type { Tally } from './tally.ts';

/**
 * What the database of a passport held, written down outside it: in localStorage and on the disk. Random names and
 * numbers; nothing of the person's.
 */
export type Sentinel = Tally & {
  /** The name of the passport's database. */
  readonly install: string;
  /** The last row of its log: of two sentinels the one with the higher is later. */
  readonly revision: number;
};

const key = 'mf-sentinel';
const suffix = '-sentinel';

/** `MFT1`, the JSON padded with spaces, and eight bytes of the SHA-256 of both: always of one length, in one sector. */
const magic = 0x4d465431;
const size = 256;
const sumAt = size - 8;

/** The later of the two sentinels of a passport that can be read; null when neither can. */
export async function readSentinel(name: string, disk: Disk | null): Promise<Sentinel | null> {
  return later(keptSentinels().get(name) ?? null, await readSentinelOnDisk(name, disk));
}

/** The sentinel on the disk is written after the safe copy: what it tells of, the safe copy holds. */
export async function readSentinelOnDisk(name: string, disk: Disk | null): Promise<Sentinel | null> {
  const found = await disk?.read(name + suffix);
  const sentinel = found ? await decode(found.bytes) : null;
  return sentinel?.install === name ? sentinel : null;
}

/** True when a passport with something in it has left a sentinel in this browser: then no start is a first one. */
export function anySentinel(): boolean {
  return [...keptSentinels().values()].some(({ count }) => count > 0);
}

/** The later sentinel of every passport that has left one: they know the names when the list of passports is lost. */
export async function allSentinels(disk: Disk | null): Promise<readonly Sentinel[]> {
  const onDisk = (await disk?.names())?.filter((file) => file.endsWith(suffix)) ?? [];
  const names = new Set([...keptSentinels().keys(), ...onDisk.map((file) => file.slice(0, -suffix.length))]);
  const found = await Promise.all([...names].map((name) => readSentinel(name, disk)));
  return found.filter((sentinel) => sentinel !== null);
}

/** Keeps it in both places, in place of the one before; without a disk in localStorage alone. False when the disk refused. */
export async function keepSentinel(sentinel: Sentinel, disk: Disk | null): Promise<boolean> {
  keep(key, Object.fromEntries(keptSentinels().set(sentinel.install, sentinel)));
  return disk ? disk.write(sentinel.install + suffix, await encode(sentinel)) : true;
}

/** Forgets a passport that was erased or given up. */
export async function dropSentinel(name: string, disk: Disk | null): Promise<void> {
  const left = keptSentinels();
  left.delete(name);
  if (left.size === 0) drop(key);
  else keep(key, Object.fromEntries(left));
  await disk?.remove(name + suffix);
}

/** What the database holds now. `unreadable` counts rows that no longer open. */
export type Here = Tally & { readonly unreadable: number };

/**
 * What the database has lost since the sentinel was written. 'empty': everything. 'behind': changes it held. 'damaged':
 * rows that no longer open. More changes than the sentinel tells of are no loss: the app was closed before it was
 * written. Null when nothing was lost.
 */
export function lossOf({
  sentinel,
  here,
}: {
  sentinel: Sentinel | null;
  here: Here;
}): 'empty' | 'behind' | 'damaged' | null {
  if (here.unreadable > 0) return 'damaged';
  if (!sentinel || sentinel.count === 0) return null;
  if (here.count === 0) return 'empty';
  if (here.count < sentinel.count) return 'behind';
  return here.count === sentinel.count && here.digest !== sentinel.digest ? 'behind' : null;
}

function later(a: Sentinel | null, b: Sentinel | null): Sentinel | null {
  if (!a || !b) return a ?? b;
  return b.revision > a.revision ? b : a;
}

function keptSentinels(): Map<string, Sentinel> {
  const found = readKept(key);
  const entries = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  const read = entries.map(([name, value]) => [name, toSentinel(value)] as const);
  return new Map(read.filter((entry): entry is [string, Sentinel] => entry[1]?.install === entry[0]));
}

function toSentinel(value: unknown): Sentinel | null {
  const { install, revision, count, digest } = (value ?? {}) as Partial<Record<keyof Sentinel, unknown>>;
  if (typeof install !== 'string' || !isCount(revision) || !isCount(count)) return null;
  if (typeof digest !== 'string' || !/^[0-9a-f]{16}$/.test(digest)) return null;
  return { install, revision, count, digest };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

async function encode(sentinel: Sentinel): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size).fill(0x20);
  new DataView(bytes.buffer).setUint32(0, magic);
  bytes.set(new TextEncoder().encode(JSON.stringify(sentinel)), 4);
  bytes.set(await sum(bytes), sumAt);
  return bytes;
}

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<Sentinel | null> {
  if (bytes.length !== size || new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) !== magic) return null;
  const right = await sum(bytes);
  if (right.some((byte, at) => byte !== bytes[sumAt + at])) return null;
  try {
    return toSentinel(JSON.parse(new TextDecoder().decode(bytes.subarray(4, sumAt))));
  } catch {
    return null;
  }
}

async function sum(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(0, sumAt))).subarray(0, 8);
}
