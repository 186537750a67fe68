import type { Backup } from './backup.ts';

/** 'make' seals, opens again and compares; 'open' opens. */
export type BackupJob = {
  readonly kind: 'make' | 'open';
  readonly bytes: Uint8Array;
  readonly phrase: string;
};

/** Client to worker, with one end of a channel for the answer. */
export type BackupRequest = BackupJob & { readonly port: MessagePort };

/** Worker to client: sealed, now comparing; then the result. */
export type BackupReply = { readonly kind: 'sealed' } | { readonly kind: 'result'; readonly result: Backup };

/** The part of a Worker that is used. */
export type BackupWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener'>;

/**
 * Makes or opens a backup in a worker (`backup.worker.ts`) that the caller has made and ends. Never rejects: a worker
 * that cannot start or runs out of memory is 'backup-failed'. `onSealed` hears when a file is sealed and is being compared.
 */
export function doBackup(job: BackupJob, worker: BackupWorker, onSealed?: () => void): Promise<Backup> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (result: Backup) => {
      port1.close();
      worker.removeEventListener('error', fail);
      resolve(result);
    };
    const fail = () => finish({ ok: false, problem: 'backup-failed' });
    port1.onmessage = ({ data }: MessageEvent<BackupReply>) => {
      if (data.kind === 'result') finish(data.result);
      else onSealed?.();
    };
    worker.addEventListener('error', fail);
    const request: BackupRequest = { ...job, port: port2 };
    worker.postMessage(request, [port2]);
  });
}
