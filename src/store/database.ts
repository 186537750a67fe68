import { Dexie, type DexieOptions } from 'dexie';

/** A part of the browser's storage with databases of its own (WICG Storage Buckets): Chromium only. */
type Bucket = { readonly indexedDB: IDBFactory };
type Buckets = { keys(): Promise<readonly string[]>; open(name: string, options: object): Promise<Bucket> };
type Place = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

const second = 'second';
let place: Place = {};

/** Declares a database in the place that is in use; opens nothing yet. */
export function declareDatabase(name: string, options: DexieOptions = {}): Dexie {
  return new Dexie(name, { autoOpen: false, cache: 'disabled', ...place, ...options });
}

/** Call before the first database is opened: finds the second place, once there is one. */
export async function findPlace(): Promise<void> {
  const names = await buckets()
    ?.keys()
    .catch((): readonly string[] => []);
  if (names?.includes(second)) await moveToSecondPlace();
  else place = {};
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
