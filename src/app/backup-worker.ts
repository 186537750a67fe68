import url from '#exchange/file/backup.worker.ts?worker&url';
import { scriptUrl } from './trusted-types.ts';

/** The worker that seals and opens backups, made when one is asked for. */
export function makeBackupWorker(): Worker {
  return new Worker(scriptUrl(url), { type: 'module' });
}
