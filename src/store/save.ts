import type { Change } from '#passport/change.ts';
import { newId, type World } from '#passport/write.ts';
import { isCollision } from './failure.ts';
import type { Keyring } from './keyring.ts';
import { sealRow } from './log.ts';
import type { LogRow, Rows } from './rows.ts';

type Attempt = { readonly changes: readonly Change[]; readonly sealed: readonly LogRow[]; readonly last: number };

/** A restored file comes in rows of this many changes. */
const batch = 300;
const attempts = 100;

/**
 * Makes the task that saves changes as new rows of the log, in one transaction, after they are sealed. The next seq is
 * taken by name: when another tab took it first, its rows are read, the changes are made anew to come after them, and
 * it is tried again. Run again after a broken connection, it finds out whether its rows had arrived after all.
 */
export function makeSaver({
  rows,
  keyring,
  world,
  last,
  catchUp,
}: {
  rows: Rows;
  keyring: Keyring;
  world: World;
  last: () => number;
  catchUp: () => Promise<void>;
}): (make: () => readonly Change[]) => () => Promise<Attempt> {
  const prepare = async (changes: readonly Change[]): Promise<Attempt> => {
    const starts = Array.from({ length: Math.ceil(changes.length / batch) }, (_, at) => at * batch);
    const sealed = await Promise.all(
      starts.map((start, at) =>
        sealRow(keyring.current(), last() + 1 + at, newId(world), changes.slice(start, start + batch)),
      ),
    );
    return { changes, sealed, last: last() + sealed.length };
  };
  return (make) => {
    let attempt: Attempt | null = null;
    return async () => {
      for (let count = 0; count < attempts; count++) {
        if (keyring.isShut()) throw new DOMException('Locked.', 'InvalidStateError');
        attempt ??= await prepare(make());
        try {
          await put(rows, attempt.sealed);
          return attempt;
        } catch (error) {
          if (!isCollision(error)) throw error;
        }
        const standing = await rows.log.get(attempt.last);
        if (standing?.id === attempt.sealed.at(-1)?.id) return attempt;
        attempt = null;
        await catchUp();
      }
      throw new DOMException('Other tabs kept writing.', 'AbortError');
    };
  };
}

/**
 * All rows or none, straight to IndexedDB: through Dexie a save takes a third longer. Strict: 'complete' comes once it
 * is on the disk.
 */
function put(rows: Rows, sealed: readonly LogRow[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!rows.isOpen()) throw new DOMException('Closed.', 'InvalidStateError');
    const transaction = rows.backendDB().transaction('log', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted.', 'AbortError'));
    try {
      for (const row of sealed) transaction.objectStore('log').add(row);
      transaction.commit();
    } catch (error) {
      transaction.abort();
      reject(error);
    }
  });
}
