import { useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import { isUsed, type Passport, removedOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isOpenlyUsed, isOpenlyWritten, isPrivatePart } from '#passport/private.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { Checked } from './checked.tsx';
import { RecordForm } from './record-form.tsx';
import { RecordList } from './record-list.tsx';

type Props = { session: Session; part: Part };

/** One part: its form when it holds one record, its list when it holds many. */
export function PartScreen({ session, part }: Props) {
  const t = useT();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const { name, empty } = partWords(t, part.id);
  return (
    <Page
      back={{ href: routes.passport, label: t('nav.passport') }}
      end={<SavingStatus saving={editor.saving} />}
      title={name}
      under={empty}
    >
      <SavingProblem saving={editor.saving} />
      {part.many ? (
        <RecordList session={session} part={part} passport={passport} editor={editor} />
      ) : (
        <RecordForm session={session} part={part} recordId={part.id} editor={editor} />
      )}
      {isWrittenIn(passport, part, session.writer.by !== '') && (
        <ButtonLink look="plain" href={part.many ? routes.partHistory(part.id) : routes.history(part.id, part.id)}>
          {t('part:history')}
        </ButtonLink>
      )}
      <Checked session={session} part={part} passport={passport} editor={editor} />
    </Page>
  );
}

/** True when the part has a past to look at; whoever helps does not see that something private was written. */
function isWrittenIn(passport: Passport, part: Part, isHelped: boolean): boolean {
  if (part.many && isPrivatePart(part)) return false;
  if (isHelped ? isOpenlyUsed(passport, part) : isUsed(passport, part.id)) return true;
  return removedOf(passport, part).some((record) => !isHelped || isOpenlyWritten(part, record));
}
