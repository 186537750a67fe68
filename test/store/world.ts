import { Dexie } from 'dexie';
import { vi } from 'vitest';
import type { Change } from '#passport/change.ts';
import type { Edit, World } from '#passport/write.ts';
import type { Disk } from '#store/disk.ts';
import { openStore } from '#store/open.ts';
import type { Proof, ProofWay } from '#store/proving.ts';
import type { OpenOptions, Store } from '#store/store.ts';

export const me = { by: '', lang: 'en-GB' };

/** A world whose clock stands still until it is moved. */
export function testWorld(start = '2026-03-02T10:00:00.000Z'): World & { wait(milliseconds: number): void } {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    wait: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** Opens a store that must open. Without a disk, as in a browser that has no private file system. */
export async function open(options: Partial<OpenOptions> = {}): Promise<Store> {
  const opened = await openStore({ world: testWorld(), disk: null, ...options });
  if (!opened.ok) throw new Error(opened.problem);
  await opened.store.ready;
  return opened.store;
}

/** Saves edits that must be saved. */
export async function save(store: Store, ...edits: readonly Edit[]): Promise<readonly Change[]> {
  const saved = await store.append(edits, me);
  if (!saved.ok) throw new Error(saved.problem);
  return saved.changes;
}

/** A proof that must be given. */
export async function proofOf(store: Store, way: ProofWay, typed: string): Promise<Proof> {
  const proved = await store.locking?.prove(way, typed);
  if (!proved?.ok) throw new Error(proved?.problem);
  return proved.proof;
}

export function medicine(record: string, name: string): Edit {
  return { part: 'medicines', record, set: { name } };
}

/** Call before anything is opened. Gives what breaks every connection made since, as iOS does to a page in the background. */
export function watchConnections(): () => void {
  const made: IDBDatabase[] = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
    const opening = open(...given);
    opening.addEventListener('success', () => made.push(opening.result));
    return opening;
  });
  return () => {
    for (const connection of made.splice(0)) connection.close();
  };
}

/** Removes every database. */
export async function wipe(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name) await Dexie.delete(name);
}

/** A disk in memory; the age of a file is the world's. */
export function memoryDisk(world: World): Disk & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const times = new Map<string, number>();
  const put = (file: string, bytes: Uint8Array<ArrayBuffer>) => {
    files.set(file, bytes);
    times.set(file, world.now().getTime());
  };
  return {
    files,
    async read(file) {
      const bytes = files.get(file);
      return bytes ? { bytes: bytes.slice(), written: times.get(file) ?? 0 } : null;
    },
    async write(file, bytes) {
      put(file, bytes.slice());
      return true;
    },
    async add(file, bytes) {
      put(file, new Uint8Array([...(files.get(file) ?? []), ...bytes]));
      return true;
    },
    async remove(file) {
      files.delete(file);
    },
    names: async () => [...files.keys()],
  };
}

/** Everything that lies in every database, as one text: binary as latin-1, so that planted words would show. */
export async function dumpAll(): Promise<string> {
  const found: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Dexie(name ?? '').open();
    for (const table of db.tables) {
      found.push(`${db.name} ${table.name} ${JSON.stringify(await table.toCollection().primaryKeys())}`);
      await table.each((row) => found.push(textOf(row)));
    }
    db.close();
  }
  return found.join('\n');
}

function textOf(value: unknown): string {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
  if (value && typeof value === 'object')
    return Object.entries(value)
      .map(([key, item]) => `${key}=${textOf(item)}`)
      .join(' ');
  return String(value);
}

/** Web Locks as browsers have them: one task at a time under each name. */
export function testLocks(): { request<T>(name: string, task: () => Promise<T>): Promise<T> } {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request(name, task) {
      const turn = (tails.get(name) ?? Promise.resolve()).then(task);
      tails.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

/** localStorage in memory. */
export function testStorage(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
    key: (at) => [...held.keys()][at] ?? null,
    get length() {
      return held.size;
    },
  };
}
