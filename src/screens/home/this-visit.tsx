import { dayOf } from '#i18n/dates.ts';
import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { headOf, type Passport } from '#passport/fold.ts';
import { visit } from '#passport/parts/visit.ts';
import type { Session } from '#store/session.ts';
import { Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { LineView } from '#views/line-view.tsx';
import { fieldToLine } from '#views/record-words.ts';

type Props = { session: Session; passport: Passport };

/** What the person would like from this visit and how long ago they wrote it; where nothing is written, the way to it. */
export function ThisVisit({ session, passport }: Props) {
  const t = useT();
  const words = useWords();
  const head = headOf(passport, visit);
  const wish = fieldToLine(visit, head, 'want', words);
  const at = head?.entries['want']?.at;
  const isWritten = wish.length > 0 && at !== undefined;
  return (
    <Stretch title={t('home.wish')}>
      <Rows label={t('home.wish')}>
        <RowLink
          href={routes.part(visit.id)}
          title={isWritten ? <LineView line={wish} /> : t('home.wishNone')}
          detail={
            isWritten
              ? t('home.wrote', { ago: words.ago(dayOf(new Date(at)), dayOf(session.world.now())) })
              : t('home.wishNoneDetail')
          }
        />
      </Rows>
    </Stretch>
  );
}
