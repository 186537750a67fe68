import { useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import type { Passport } from '#passport/fold.ts';
import { type Unfinished, unfinishedOf } from '#passport/unfinished.ts';
import type { Session } from '#store/session.ts';
import { useAllDrafts } from '#store/use-all-drafts.ts';
import { Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { OwnText } from '#views/own-text.tsx';

type Props = { session: Session; passport: Passport };

/** What the person began: a list in its box, a list that waits for its places, a form that was left. Nothing when all is done. */
export function GoOn({ session, passport }: Props) {
  const t = useT();
  const drafts = useAllDrafts(session.store);
  const begun = unfinishedOf(passport, drafts, session.writer.by !== '');
  if (begun.length === 0) return null;
  return (
    <Stretch title={t('home.goOn')}>
      <MoreRows items={begun}>
        {(shown) => (
          <Rows label={t('home.goOn')}>
            {shown.map((one) => (
              <BegunRow key={addressOf(one)} begun={one} lang={session.writer.lang} />
            ))}
          </Rows>
        )}
      </MoreRows>
    </Stretch>
  );
}

function BegunRow({ begun, lang }: { begun: Unfinished; lang: string }) {
  const t = useT();
  const part = partWords(t, begun.part.id).name;
  const href = addressOf(begun);
  if (begun.kind !== 'record')
    return <RowLink href={href} title={t(`home.${begun.kind}`, { part })} detail={t(`home.${begun.kind}Detail`)} />;
  return (
    <RowLink
      href={href}
      title={begun.text === '' ? t('part:unnamed') : <OwnText text={begun.text} lang={lang} />}
      detail={t('home.record', { part })}
    />
  );
}

function addressOf(begun: Unfinished): string {
  return begun.kind === 'record' ? routes.record(begun.part.id, begun.record) : routes.paste(begun.part.id);
}
