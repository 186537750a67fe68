import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { BackupPage } from './backup-page.tsx';
import type { FolderBackup } from './folder-backup.ts';
import { FolderPage } from './folder-page.tsx';
import { MovePage } from './move-page.tsx';
import { NowPage } from './now-page.tsx';
import { RestorePage } from './restore-page.tsx';
import { TrustedPage } from './trusted-page.tsx';

export type KeepStep = 'backup' | 'restore' | 'trusted' | 'move' | 'folder';

type Props = {
  session: Session;
  step?: KeepStep | undefined;
  /** The private pages, whose changes go with a backup; null in the example. */
  pages: Pages | null;
  makeBackupWorker: () => Worker;
  /** Null where no folder can be chosen, and in the example. */
  folder: FolderBackup | null;
};

/** Keeping it safe: how safe it is, and the ways to have it somewhere else too. */
export function KeepScreen({ session, step, pages, makeBackupWorker, folder }: Props) {
  const all = { session, pages, makeBackupWorker, folder };
  switch (step) {
    case 'backup':
      return <BackupPage {...all} />;
    case 'trusted':
      return <TrustedPage {...all} />;
    case 'restore':
      return <RestorePage {...all} />;
    case 'move':
      return <MovePage session={session} />;
    case 'folder':
      return <FolderPage {...all} />;
    default:
      return <NowPage session={session} pages={pages} folder={folder} />;
  }
}
