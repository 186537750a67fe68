import type { Dexie } from 'dexie';

/**
 * Chromium keeps databases in log-structured files (LevelDB): a row that was overwritten or deleted stays in them, and
 * in the undo log of the transaction that did so, until enough has been written beside it for the files to be merged.
 * Measured on Chromium 156 with a key of random bytes: twice 24 MB around the place where the row lay, deleted again,
 * took every byte of it out of every file of the profile within seconds. The same in a database of its own did so only
 * at times, and small rows or `clear` never did.
 */
const rounds = 2;
const transactions = 24;
const rowsEach = 32;
/** From 64 KiB on, Chromium puts a value into a file of its own, and nothing is merged. */
const rowBytes = 2 ** 15;

/**
 * Makes the browser merge the files in which the key row of an earlier epoch lay, so that its key is gone from the disk.
 * The rows it writes for that lie beside it, below the epoch in use, where nobody looks; those of a call that was cut
 * short are removed by the next. One tab at a time; takes seconds, and other reads and writes go on meanwhile. False when
 * the browser refused, as it does when the disk is full: then nothing is lost, and it can be called again.
 */
export async function churn(rows: Dexie, epoch: number): Promise<boolean> {
  const database = rows.backendDB();
  const place = (at: number) => epoch + (at / (transactions * rowsEach) - 0.5) / 2;
  const around = IDBKeyRange.bound(epoch - 0.5, epoch + 0.5);
  try {
    for (let round = 0; round < rounds; round++) {
      await inKeys(database, (keys) => keys.delete(around));
      for (let at = 0; at < transactions; at++) {
        await inKeys(database, (keys) => {
          for (let row = at * rowsEach; row < (at + 1) * rowsEach; row++) {
            // random, so that it cannot be pressed together
            keys.put({ epoch: place(row), key: null, rest: crypto.getRandomValues(new Uint8Array(rowBytes)) });
          }
        });
      }
      await inKeys(database, (keys) => keys.delete(around));
    }
    return true;
  } catch {
    await inKeys(database, (keys) => keys.delete(around)).catch(() => undefined);
    return false;
  }
}

async function inKeys(database: IDBDatabase, task: (keys: IDBObjectStore) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('keys', 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    task(transaction.objectStore('keys'));
  });
}
