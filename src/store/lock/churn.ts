/**
 * Chromium keeps databases in log-structured files (LevelDB): a row that was overwritten or deleted stays in them, and
 * in the undo log of the transaction that did so, until enough has been written for the files to be merged. Measured on
 * Chromium 156 with a key of random bytes, in databases of 0.2 to 20 MB: twice 24 MB, each deleted again, took every
 * byte of it out of every file of the profile within seconds (22 of 22); once 24 MB, or twice 12 with other writes
 * between, did not always; small rows or `clear` alone never did. The space is given back.
 */
const rounds = 2;
const transactions = 24;
const rowsEach = 32;
/** From 64 KiB on, Chromium puts a value into a file of its own, and nothing is merged. */
const rowBytes = 2 ** 15;

/** A database of its own: its name tells nothing, and one left by a tab that was closed is removed by the next call. */
const scratch = 'mf-scratch';

/**
 * Makes the browser merge its files, so that a key that once lay in a row is gone from the disk. To be called when the
 * row no longer holds it, by one tab at a time; takes seconds, and other reads and writes go on meanwhile. False when
 * the browser refused, as it does when the disk is full: then nothing is lost, and it can be called again.
 */
export async function churn(): Promise<boolean> {
  try {
    for (let round = 0; round < rounds; round++) {
      await remove();
      const database = await open();
      try {
        for (let at = 0; at < transactions; at++) await fill(database, at);
      } finally {
        database.close();
        await remove();
      }
    }
    return true;
  } catch {
    return false;
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(scratch, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('rows');
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function fill(database: IDBDatabase, at: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    for (let row = 0; row < rowsEach; row++) {
      // random, so that it cannot be pressed together
      transaction.objectStore('rows').put(crypto.getRandomValues(new Uint8Array(rowBytes)), at * rowsEach + row);
    }
  });
}

function remove(): Promise<void> {
  const request = indexedDB.deleteDatabase(scratch);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
