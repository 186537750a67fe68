import type { Change } from '#passport/change.ts';
import { type FileProblem, type FileRead, readDownload } from './read-download.ts';

/** Hears how many changes of a file are read, of how many. */
export type Count = (read: number, of: number) => void;

/** `signal` stops the reading: the promise then rejects with the signal's reason. */
export type Watch = { readonly onCount?: Count; readonly signal?: AbortSignal };

/** Reads an untrusted file wholly, as `readDownload` does. */
export type ReadFile = (bytes: Uint8Array, watch?: Watch) => Promise<FileRead>;

/** Worker to page: how far it is, what it read a piece at a time, and how it ended. */
export type ReadReply =
  | { readonly kind: 'count'; readonly read: number; readonly of: number }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'read'; readonly made: string }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/** So many changes are handed over at once, so that the page answers between two pieces. */
export const handful = 1_000;

/** Reads here and now: for a place without workers. */
export const readHere: ReadFile = async (bytes, { onCount, signal } = {}) => {
  signal?.throwIfAborted();
  const read = await readDownload(bytes, undefined, onCount);
  signal?.throwIfAborted();
  return read;
};

/** Reads in a worker made of `read.worker.ts`, ended each time. Here, where the worker cannot be had. */
export function workerRead(makeWorker: () => Worker): ReadFile {
  return (bytes, watch = {}) =>
    new Promise((resolve, reject) => {
      const { onCount, signal } = watch;
      signal?.throwIfAborted();
      let worker: Worker;
      try {
        worker = makeWorker();
      } catch {
        resolve(readHere(bytes, watch));
        return;
      }
      const changes: Change[] = [];
      let hasAnswered = false;
      const end = () => {
        worker.terminate();
        signal?.removeEventListener('abort', stop);
      };
      const stop = () => {
        end();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop);
      worker.onerror = () => {
        end();
        // one that began and broke off has run out of memory
        resolve(hasAnswered ? { ok: false, problem: 'file-too-large' } : readHere(bytes, watch));
      };
      worker.onmessage = ({ data }: MessageEvent<ReadReply>) => {
        hasAnswered = true;
        if (data.kind === 'count') return onCount?.(data.read, data.of);
        if (data.kind === 'changes') {
          for (const change of data.changes) changes.push(change);
          return;
        }
        end();
        resolve(data.kind === 'read' ? { ok: true, changes, made: data.made } : { ok: false, problem: data.problem });
      };
      worker.postMessage(bytes);
    });
}

/** The worker's side: never rejects. */
export async function answerRead(bytes: Uint8Array, say: (reply: ReadReply) => void): Promise<void> {
  const read = await readDownload(bytes, undefined, (done, of) => say({ kind: 'count', read: done, of }));
  if (!read.ok) return say({ kind: 'refused', problem: read.problem });
  for (let at = 0; at < read.changes.length; at += handful)
    say({ kind: 'changes', changes: read.changes.slice(at, at + handful) });
  say({ kind: 'read', made: read.made });
}
