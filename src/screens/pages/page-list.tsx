import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { isWritten, listOf, type PassportRecord, removedOf } from '#passport/fold.ts';
import { pages as part } from '#passport/parts/pages.ts';
import { newId } from '#passport/write.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { LineView } from '#views/line-view.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { OwnPassphrase } from './own-passphrase.tsx';
import { RemovedPages } from './removed-pages.tsx';
import { useUnfinished } from './use-unfinished.ts';

type Props = { session: Session; pages: Pages };

/** The pages there are: read one, write one, close them all. */
export function PageList({ session, pages }: Props) {
  const t = useT();
  const lang = useLang();
  const words = useWords();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const unfinished = useUnfinished(session.store, passport);
  const { add } = partWords(t, part.id);
  const written = listOf(passport, part).filter((record) => isWritten(part, record));
  const removed = removedOf(passport, part).filter((record) => isWritten(part, record));
  const titleOf = (record: PassportRecord) => {
    const line = recordToTitle(part, record, words);
    return line.length > 0 ? <LineView line={line} /> : t('pages:unnamed');
  };
  const rows = [
    ...unfinished.map((id) => ({ id, title: t('pages:unnamed'), detail: t('pages:unfinished') })),
    ...written.map((record) => ({
      id: record.id,
      title: titleOf(record),
      detail: t('pages:written', { date: dateToWords(dayOf(new Date(record.last.at)), lang) }),
    })),
  ];

  return (
    <Page
      back={{ href: routes.safety, label: t('hide:title') }}
      end={<SavingStatus saving={editor.saving} />}
      title={t('pages:title')}
    >
      <SavingProblem saving={editor.saving} />
      {rows.length === 0 && <p>{t('pages:none')}</p>}
      {rows.length > 0 && (
        <MoreRows items={rows}>
          {(shown) => (
            <Rows label={t('pages:list')}>
              {shown.map(({ id, title, detail }) => (
                <RowLink key={id} href={routes.page(id)} title={title} detail={detail} />
              ))}
            </Rows>
          )}
        </MoreRows>
      )}
      <Button
        icon="add"
        look="main"
        onPress={() => {
          window.location.hash = routes.page(newId(session.world));
        }}
      >
        {add}
      </Button>
      <Stretch>
        <p>{t('pages:leave')}</p>
        <Button
          icon="hide"
          onPress={() => {
            window.location.hash = routes.home;
            void pages.close();
          }}
        >
          {t('pages:close')}
        </Button>
      </Stretch>
      <RemovedPages session={session} removed={removed} titleOf={titleOf} editor={editor} />
      <OwnPassphrase pages={pages} />
    </Page>
  );
}
