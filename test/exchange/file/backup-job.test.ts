import { expect, test, vi } from 'vitest';
import { answerBackup } from '#exchange/file/backup-answer.ts';
import { type BackupRequest, type BackupWorker, doBackup } from '#exchange/file/backup-job.ts';

const phrase = 'a phrase of my own';

/** Both sides talk over a real channel, as page and worker do; everything is cloned on the way. */
function connect(answer: (request: BackupRequest) => Promise<void>): BackupWorker & { close(): void } {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = ({ data }: MessageEvent<BackupRequest>) => void answer(data);
  return port1 as unknown as BackupWorker & { close(): void };
}

test('a backup made in a worker opens in one, and says when it is being compared', async () => {
  const worker = connect(answerBackup);
  const bytes = new Uint8Array(3_000).fill(5);
  const onSealed = vi.fn();
  const made = await doBackup({ kind: 'make', bytes, phrase }, worker, onSealed);
  expect(onSealed).toHaveBeenCalledOnce();
  if (!made.ok) throw new Error(made.problem);
  expect(await doBackup({ kind: 'open', bytes: made.bytes, phrase }, worker)).toEqual({ ok: true, bytes });
  expect(await doBackup({ kind: 'open', bytes, phrase }, worker)).toEqual({ ok: false, problem: 'backup-not-age' });
  worker.close();
}, 60_000);

test('a worker that cannot start is a problem, never a wait without end', async () => {
  const dead: BackupWorker = {
    postMessage: () => undefined,
    addEventListener: (_: string, fail: () => void) => setTimeout(fail),
    removeEventListener: () => undefined,
  } as unknown as BackupWorker;
  expect(await doBackup({ kind: 'make', bytes: new Uint8Array(1), phrase }, dead)).toEqual({
    ok: false,
    problem: 'backup-failed',
  });
});

test('a fault inside the worker is a problem too', async () => {
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  await answerBackup({ kind: 'make', bytes: null as unknown as Uint8Array, phrase, port: port2 });
  expect(await answered).toEqual({ kind: 'result', result: { ok: false, problem: 'backup-failed' } });
  port1.close();
});
