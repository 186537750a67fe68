import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { cleanup, configure, render } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { answerBackup } from '#exchange/file/backup-answer.ts';
import type { BackupRequest } from '#exchange/file/backup-job.ts';
import { speak } from '#i18n/i18n.ts';
import type { Change } from '#passport/change.ts';
import { KeepScreen, type KeepStep } from '#screens/keep/keep-screen.tsx';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { sessionWithPages } from '../pages/pages-in-memory.ts';

export type WithPages = Session & { readonly pages: Pages };

/** For every file of these tests: words, bytes that can be read, and time for scrypt. */
export function prepareKeep(): void {
  configure({ asyncUtilTimeout: 40_000 });
  vi.setConfig({ testTimeout: 120_000 });
  beforeAll(async () => {
    await speak('en-GB');
    // jsdom's own cannot be read as streams
    vi.stubGlobal('Blob', NodeBlob);
    vi.stubGlobal('File', NodeFile);
  });
  afterEach(cleanup);
}

/** A worker that works here: everything is cloned on the way, as to a real one. */
function workerHere(): Worker {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = ({ data }: MessageEvent<BackupRequest>) => void answerBackup(data);
  return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
}

export function openKeep(session: Session, step?: KeepStep, makeWorker = workerHere) {
  window.history.replaceState(null, '', step ? `#/keep/${step}` : '#/keep');
  const { pages } = session;
  return render(<KeepScreen session={session} step={step} pages={pages} makeBackupWorker={makeWorker} folder={null} />);
}

/** Pages with a passphrase of their own, shut. */
export async function withShutPages(changes?: readonly Change[]): Promise<WithPages> {
  const session = sessionWithPages(changes);
  await session.pages.begin('four green chairs');
  await session.pages.close();
  return session;
}

/** One goal, written a while ago. */
export function goal(id: string, n: number): Change {
  const at = '2026-11-01T10:00:00.000Z';
  return { id, n, at, by: '', lang: 'en-GB', part: 'goals', record: id, set: { goal: 'Walk' } };
}
