import diskWorker from '#store/disk.worker.ts?worker&url';
import argonWorker from '#store/lock/argon.worker.ts?worker&url';
import readWorker from '#store/read.worker.ts?worker&url';
import { scriptUrl } from './trusted-types.ts';

/** The worker that writes to the browser's private file system. */
export function makeDiskWorker(): Worker {
  return new Worker(scriptUrl(diskWorker), { type: 'module' });
}

/** The worker that turns a passphrase into a key. */
export function makeArgonWorker(): Worker {
  return new Worker(scriptUrl(argonWorker), { type: 'module' });
}

/** The worker that reads a file. */
export function makeReadWorker(): Worker {
  return new Worker(scriptUrl(readWorker), { type: 'module' });
}
