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
 * The name of the latest passport; a new one when there is none, or when `fresh` asks for one. Two tabs that start
 * together get the same. `made` is true when the name is new.
 */
export function passportName(world: World, fresh: boolean): Promise<{ name: string; made: boolean }> {
  const name = `mf-${newId(world)}`;
  return inRegistry((registry) =>
    registry.transaction('rw', registry.passports, async () => {
      const last = fresh ? undefined : await registry.passports.toCollection().last();
      if (last) return { name: last.name, made: false };
      await registry.passports.add({ name });
      return { name, made: true };
    }),
  );
}

/** Puts a passport that the list has lost back into it, as the latest. */
export function adoptName(name: string, inPlaceOf = name): Promise<void> {
  return inRegistry((registry) =>
    registry.transaction('rw', registry.passports, async () => {
      await registry.passports.filter((row) => row.name === name || row.name === inPlaceOf).delete();
      await registry.passports.add({ name });
    }),
  );
}

export function forgetName(name: string): Promise<void> {
  return inRegistry(async (registry) => {
    await registry.passports.filter((row) => row.name === name).delete();
  });
}
