import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { partOf } from '#passport/catalogue.ts';
import { fieldValue, headOf, type Passport, type PassportRecord } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { me } from '#passport/parts/me.ts';
import { visit } from '#passport/parts/visit.ts';
import { isOpenlyUsed, openParts } from '#passport/private.ts';
import { isolateText } from '#passport/signs.ts';
import { lastWritten, placesToStart } from '#passport/suggest.ts';
import type { Session } from '#store/session.ts';
import { useReminder } from '#store/use-backups.ts';
import { usePassport } from '#store/use-passport.ts';
import { ButtonLink } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { BackupReminder } from '#views/backup-reminder.tsx';
import { LineView } from '#views/line-view.tsx';
import { PartList } from '#views/part-list.tsx';
import { partToDetail, recordToDetail, recordToTitle } from '#views/record-words.ts';
import { GoOn } from './go-on.tsx';
import { ThisVisit } from './this-visit.tsx';

type Props = { session: Session };

/**
 * Where the person lands, and what they can do now: show it, the wish for this visit, what they began, where to start
 * until a page one would serve a stranger, and last what they wrote last.
 */
export function HomeScreen({ session }: Props) {
  const t = useT();
  const passport = usePassport(session.store);
  const head = headOf(passport, me);
  const name = isolateText(fieldValue(me, head, 'preferredName') ?? '', head?.entries['preferredName']?.lang ?? 'und');
  const hour = session.world.now().getHours();
  const time = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const last = lastWritten(passport);
  const { discreet } = useHiding();
  const reminder = useReminder(session);
  const isHelped = session.writer.by !== '';
  const places = placesToStart(passport, isHelped);
  const hasWords = openParts.some((part) => isOpenlyUsed(passport, part));
  const recent = last.filter(({ part }) => part !== visit.id);

  return (
    <Page
      top={discreet ? t('hide.name') : name ? t('passportOf', { name }) : t('myPassport')}
      title={name ? t(`home.${time}Name`, { name }) : t(`home.${time}`)}
    >
      {hasWords && (
        <ButtonLink href={routes.show} icon="phone" look="main">
          {t('home.show')}
        </ButtonLink>
      )}
      {hasWords && <ThisVisit session={session} passport={passport} />}
      <GoOn session={session} passport={passport} />
      {places.length > 0 && (
        <Stretch title={t('home.start')}>
          <PartList passport={passport} parts={places} label={t('home.start')} explain />
        </Stretch>
      )}
      {recent.length > 0 && (
        <Stretch title={t('home.last')}>
          <LastList passport={passport} records={recent} />
        </Stretch>
      )}
      <ButtonLink href={routes.passport} icon="add">
        {t('home.add')}
      </ButtonLink>
      {reminder && !session.example && !isHelped && <BackupReminder {...reminder} />}
    </Page>
  );
}

function LastList({ passport, records }: { passport: Passport; records: readonly PassportRecord[] }) {
  const t = useT();
  const words = useWords();
  return (
    <Rows label={t('home.last')}>
      {records.map((record) => {
        const part = partOf(record.part) as Part;
        const { name } = partWords(t, part.id);
        const title = part.many ? recordToTitle(part, record, words) : [];
        const detail = part.many ? recordToDetail(part, record, words) : partToDetail(passport, part, words);
        return (
          <RowLink
            key={`${part.id}/${record.id}`}
            href={part.many ? routes.record(part.id, record.id) : routes.part(part.id)}
            title={title.length > 0 ? <LineView line={title} /> : name}
            detail={detail.length > 0 ? <LineView line={detail} /> : name}
          />
        );
      })}
    </Rows>
  );
}
