import { answerBackup } from './backup-answer.ts';
import type { BackupRequest } from './backup-job.ts';

self.addEventListener('message', (event: MessageEvent<BackupRequest>) => {
  void answerBackup(event.data);
});
