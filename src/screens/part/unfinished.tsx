import { useT } from '#i18n/i18n.ts';
import type { Passport } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { unsavedRecords } from '#passport/unfinished.ts';
import type { Session } from '#store/session.ts';
import { useAllDrafts } from '#store/use-all-drafts.ts';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { OwnText } from '#views/own-text.tsx';

type Props = { session: Session; part: Part; passport: Passport };

/** Records that were begun and never saved: what was typed leads back to its form, by whatever way the person left it. */
export function Unfinished({ session, part, passport }: Props) {
  const t = useT();
  const drafts = useAllDrafts(session.store);
  const unsaved = [...unsavedRecords(passport, drafts, part, session.writer.by !== '')];
  if (unsaved.length === 0) return null;
  return (
    <MoreRows items={unsaved}>
      {(shown) => (
        <Rows label={t('part:unfinished')}>
          {shown.map(([id, text]) => (
            <RowLink
              key={id}
              href={routes.record(part.id, id)}
              title={text === '' ? t('part:unnamed') : <OwnText text={text} lang={session.writer.lang} />}
              detail={t('part:unfinished')}
            />
          ))}
        </Rows>
      )}
    </MoreRows>
  );
}
