import { type Backup, makeBackup, openBackup } from './backup.ts';
import type { BackupReply, BackupRequest } from './backup-job.ts';

/** The worker's side of one job: answers on the job's own port. Never rejects. */
export async function answerBackup({ kind, bytes, phrase, port }: BackupRequest): Promise<void> {
  const say = (reply: BackupReply) => port.postMessage(reply);
  let result: Backup;
  try {
    result =
      kind === 'make'
        ? await makeBackup(bytes, phrase, () => say({ kind: 'sealed' }))
        : await openBackup(bytes, phrase);
  } catch {
    result = { ok: false, problem: 'backup-failed' };
  }
  say({ kind: 'result', result });
}
