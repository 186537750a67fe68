import { useSyncExternalStore } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { ProblemView } from '#views/problem-view.tsx';
import type { FolderBackup } from './folder-backup.ts';
import styles from './keep.module.css';
import { MakeWalk } from './make-walk.tsx';

type Props = {
  session: Session;
  pages: Pages | null;
  makeBackupWorker: () => Worker;
  folder: FolderBackup | null;
};

/** A backup: everything in one sealed file. */
export function BackupPage(props: Props) {
  return (
    <MakeWalk
      {...props}
      kind="backup"
      first={(onNext, problem) => (
        <WhatPage session={props.session} pages={props.pages} problem={problem} onNext={onNext} />
      )}
    />
  );
}

type WhatProps = { session: Session; pages: Pages | null; problem: string | null; onNext: () => void };

/** What goes into the file, private things too, and what opens it. */
function WhatPage({ session, pages, problem, onNext }: WhatProps) {
  const t = useT();
  const count = session.store.count();
  const back = { href: routes.keep, label: t('keep:title') };
  if (count === 0) {
    return (
      <Page back={back} title={t('keep:what.title')}>
        <p>{t('keep:now.empty')}</p>
      </Page>
    );
  }
  return (
    <Page back={back} title={t('keep:what.title')}>
      {problem && <ProblemView t={t} problem={problem} />}
      <p className={styles['lede']}>{t('keep:what.lede')}</p>
      <Stretch title={t('keep:what.in')}>
        <ul className={styles['list']}>
          <li>{t('keep:what.all', { count })}</li>
          <li>{t('keep:what.private')}</li>
          {session.writer.by === '' && <PagesLine pages={pages} />}
        </ul>
      </Stretch>
      <Stretch title={t('keep:what.opens')}>
        <p>{t('keep:what.phrase')}</p>
        <p className={styles['quiet']}>{t('keep:what.any')}</p>
      </Stretch>
      <Button look="main" onPress={onNext}>
        {t('keep:next')}
      </Button>
    </Page>
  );
}

/** Said only by a passport that has private pages. */
function PagesLine({ pages }: { pages: Pages | null }) {
  const t = useT();
  const state = useSyncExternalStore(pages?.subscribe ?? neverChanges, () => pages?.state() ?? 'none');
  if (!pages || state === 'none') return null;
  const isClosed = state === 'closed' && pages.hasPassphrase();
  return (
    <li>
      <span>{t(isClosed ? 'keep:what.pagesClosed' : 'keep:what.pages')}</span>
      {isClosed && (
        <ButtonLink look="plain" href={routes.pages}>
          {t('keep:what.openPages')}
        </ButtonLink>
      )}
    </li>
  );
}

const neverChanges = () => () => undefined;
