import type { Dexie, Table } from 'dexie';
import { newId, type World } from '#passport/write.ts';
import { declareDatabase } from './database.ts';

/** One row a passport: nothing here but its random name, in the order they were made. */
type Registry = Dexie & { passports: Table<{ readonly place?: number; readonly name: string }, number> };

async function inRegistry<T>(task: (registry: Registry) => PromiseLike<T>): Promise<T> {
  const registry = declareDatabase('mf', { chromeTransactionDurability: 'strict' }) as Registry;
  registry.version(1).stores({ passports: '++place' });
  try {
    await registry.open();
    return await task(registry);
  } finally {
    registry.close();
  }
}

/** The database names of the passports on this device, oldest first. */
export function passportNames(): Promise<readonly string[]> {
  return inRegistry(async (registry) => (await registry.passports.toArray()).map((row) => row.name));
}

/**
 * The name of the latest passport. When the list is empty, the one that `findLost` knows of, else a new one; a new one
 * too when `fresh` asks for it. Two tabs that start together get the same.
 */
export function passportName(world: World, fresh: boolean, findLost: () => Promise<string | null>): Promise<string> {
  return inRegistry(async (registry) => {
    const latest = async () => (fresh ? undefined : (await registry.passports.toCollection().last())?.name);
    const listed = await latest();
    if (listed !== undefined) return listed;
    const name = (fresh ? null : await findLost()) ?? `mf-${newId(world)}`;
    return registry.transaction('rw', registry.passports, async () => {
      const first = await latest();
      if (first === undefined) await registry.passports.add({ name });
      return first ?? name;
    });
  });
}

/** Puts a passport that the list has lost back into it, as the latest. */
export function adoptName(name: string): Promise<void> {
  return inRegistry((registry) =>
    registry.transaction('rw', registry.passports, async () => {
      await registry.passports.filter((row) => row.name === name).delete();
      await registry.passports.add({ name });
    }),
  );
}

export function forgetName(name: string): Promise<void> {
  return inRegistry(async (registry) => {
    await registry.passports.filter((row) => row.name === name).delete();
  });
}
