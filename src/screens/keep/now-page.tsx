import { useEffect, useState } from 'react';
import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import type { Persistence } from '#store/store.ts';
import { useBackups } from '#store/use-backups.ts';
import { useSafe } from '#store/use-safe.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { CheckWord } from './check-word.tsx';
import type { FolderBackup } from './folder-backup.ts';
import styles from './keep.module.css';
import { PagesNote } from './pages-note.tsx';
import { PlainCopy } from './plain-copy.tsx';
import { TakeOut } from './take-out.tsx';

type Props = { session: Session; pages: Pages | null; folder: FolderBackup | null };

/** How safe it is now, in plain sentences, and the ways to have it somewhere else. */
export function NowPage({ session, pages, folder }: Props) {
  const t = useT();
  const { store, example } = session;
  const isEmpty = store.count() === 0;
  const ways = (['restore', 'trusted', 'move'] as const).filter((way) => way === 'restore' || !isEmpty);
  return (
    <Page back={{ href: routes.more, label: t('more.title') }} title={t('keep:title')}>
      {example ? <p>{t('keep:example')}</p> : <Now session={session} folder={folder} />}
      {!isEmpty && (
        <ButtonLink look="main" icon="download" href={routes.keepStep('backup')}>
          {t('keep:ways.backup')}
        </ButtonLink>
      )}
      {!example && (
        <Stretch title={t('keep:ways.title')}>
          <Rows label={t('keep:ways.title')}>
            {ways.map((way) => (
              <RowLink
                key={way}
                href={routes.keepStep(way)}
                title={t(`keep:ways.${way}`)}
                detail={t(`keep:ways.${way}Hint`)}
              />
            ))}
            {folder && (
              <RowLink
                href={routes.keepStep('folder')}
                title={t('keep:ways.folder')}
                detail={t('keep:ways.folderHint')}
              />
            )}
          </Rows>
        </Stretch>
      )}
      {!example && <TakeOut session={session} pages={pages} />}
      {!isEmpty && (
        <div>
          <Disclosure summary={t('keep:check.title')}>
            <p>{t('keep:check.text')}</p>
            <CheckWord session={session} />
          </Disclosure>
          <Disclosure summary={t('keep:plain.title')}>
            <PlainCopy session={session} pages={pages} />
          </Disclosure>
        </div>
      )}
    </Page>
  );
}

function Now({ session, folder }: Omit<Props, 'pages'>) {
  const { store } = session;
  const t = useT();
  const lang = useLang();
  const { notes, since, isPagesMissing } = useBackups(session);
  const safe = useSafe(store);
  const [promise, setPromise] = useState<Persistence | null>(null);
  useEffect(() => {
    let current = true;
    void store.persistence().then((answer) => {
      if (current) setPromise(answer);
    });
    return () => {
      current = false;
    };
  }, [store]);
  const date = (at: string) => dateToWords(at.slice(0, 10), lang);

  const backedUp = () => {
    if (store.count() === 0) return t('keep:now.empty');
    if (!notes?.last) return t('keep:now.never');
    const when = { date: date(notes.last.at) };
    return since === 0 ? t('keep:now.last', when) : t('keep:now.since', { ...when, count: since });
  };
  return (
    <Stretch title={t('keep:now.title')}>
      <p className={styles['lede']}>{notes && backedUp()}</p>
      {isPagesMissing && <PagesNote />}
      {notes?.trusted && (
        <p>{t('keep:now.trusted', { where: `\u2068${notes.trusted.where}\u2069`, date: date(notes.trusted.at) })}</p>
      )}
      {folder && folder.state !== 'off' && (
        <p>
          {t(folder.state === 'on' ? 'keep:now.folder' : 'keep:now.folderLost', { name: `\u2068${folder.name}\u2069` })}
        </p>
      )}
      {promise && <p>{t(`place.${promise}`)}</p>}
      <p>{t(`keep:now.safe.${safe}`)}</p>
    </Stretch>
  );
}
