import { Dexie, type DexieOptions } from 'dexie';
import { keep, readKept } from './kept.ts';

/** A part of the browser's storage with databases of its own (WICG Storage Buckets): Chromium only. */
type Bucket = { readonly indexedDB: IDBFactory };
type Buckets = { keys(): Promise<readonly string[]>; open(name: string, options: object): Promise<Bucket> };
type Place = { readonly indexedDB?: IDBFactory; readonly IDBKeyRange?: typeof IDBKeyRange };

const second = 'second';
const key = 'mf-place';
let place: Place = {};

/** Declares a database in the place that is in use; opens nothing yet. */
export function declareDatabase(name: string, options: DexieOptions = {}): Dexie {
  return new Dexie(name, { autoOpen: false, cache: 'disabled', ...place, ...options });
}

/** The names of the databases of the place in use; none where the browser does not tell. */
export async function databaseNames(): Promise<readonly string[]> {
  // biome-ignore lint/nursery/noJsRestrictedProperties: the databases of the place in use, and this folder keeps things
  const { indexedDB: databases = indexedDB } = place;
  const found = await databases.databases?.().catch(() => []);
  return (found ?? []).map(({ name = '' }) => name);
}

/** Makes a database with nothing in it, and deletes it again: raw, since every start waits for it. */
export async function makeAndDelete(name: string): Promise<void> {
  // biome-ignore lint/nursery/noJsRestrictedProperties: the databases of the place in use, and this folder keeps things
  const { indexedDB: databases = indexedDB } = place;
  (await settled(databases.open(name))).close();
  await settled(databases.deleteDatabase(name));
}

function settled(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Call before the first database is opened: goes where this browser was when it was last open. */
export async function findPlace(): Promise<void> {
  place = {};
  if (readKept(key) === second) await moveToSecondPlace();
}

/** When the first place refuses: goes to the second, if it was ever in use. False when it was not. */
export async function findSecondPlace(): Promise<boolean> {
  // asked only now: a start that goes well has no need to know
  const names = await buckets()
    ?.keys()
    .catch((): readonly string[] => []);
  return names?.includes(second) === true && moveToSecondPlace();
}

/**
 * From now on databases are opened in a second place: Chromium refuses every database of a site for good, to be deleted
 * too, once the file that names their tables is damaged. False where the browser has no such place.
 */
export async function moveToSecondPlace(): Promise<boolean> {
  try {
    const bucket = await buckets()?.open(second, { durability: 'strict', persisted: true });
    if (!bucket) return false;
    // biome-ignore lint/nursery/noJsRestrictedProperties: the bucket's own databases, and this folder keeps things
    const { indexedDB } = bucket;
    place = { indexedDB, IDBKeyRange };
    keep(key, second);
    return true;
  } catch {
    return false;
  }
}

/** True where the browser can have a second place. */
export function hasSecondPlace(): boolean {
  return buckets() !== undefined;
}

function buckets(): Buckets | undefined {
  return (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets;
}
