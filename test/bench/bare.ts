/** What a sealed change weighs: a row of the log with one sentence in it. */
const rowBytes = 320;

/** A database of one store. Gives a function that writes one row with strict durability, and resolves on 'complete'. */
export async function bareDatabase(): Promise<() => Promise<void>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bare', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('log', { keyPath: 'seq' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let seq = 0;
  return () =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction('log', 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      seq += 1;
      transaction.objectStore('log').put({ seq, id: 'AAAAAAAAAAAAAAAA', epoch: 1, data: new Uint8Array(rowBytes) });
      transaction.commit();
    });
}

/** Milliseconds until it has resolved. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await task();
  return performance.now() - begun;
}
