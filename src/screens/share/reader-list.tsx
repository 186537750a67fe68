import { useT } from '#i18n/i18n.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';

/** Show it now, or choose whom it is for. */
export function ReaderList() {
  const t = useT();
  return (
    <Page top={t('share:title')} title={t('share:show.title')} under={t('share:show.under')}>
      <ButtonLink look="main" icon="phone" href={routes.show}>
        {t('share:show.button')}
      </ButtonLink>
      <Stretch title={t('share:giveTo')}>
        <Rows>
          {(Object.keys(readers) as ReaderId[]).map((reader) => (
            <RowLink
              key={reader}
              href={routes.shareWith(reader)}
              title={t(`share:readers.${reader}.name`)}
              detail={t(`share:readers.${reader}.detail`)}
            />
          ))}
        </Rows>
      </Stretch>
      <Note>
        <p>{t('share:note')}</p>
      </Note>
    </Page>
  );
}
