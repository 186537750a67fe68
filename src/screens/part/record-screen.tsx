import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { LineView } from '#views/line-view.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { ForEver } from './for-ever.tsx';
import { Gone, isRemovedForEver } from './gone.tsx';
import { RecordForm } from './record-form.tsx';

type Props = { session: Session; part: Part; recordId: string };

/** One record of a list. Taking it out leaves it here, one tap from coming back. */
export function RecordScreen({ session, part, recordId }: Props) {
  const t = useT();
  const words = useWords();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const record = recordOf(passport, part.id, recordId);
  const title = recordToTitle(part, record, words);
  const { name, add } = partWords(t, part.id);
  const [forEver, setForEver] = useState(false);
  const setRemoved = (removed: boolean) => void editor.edit([{ part: part.id, record: recordId, removed }]);

  if (forEver) {
    return (
      <ForEver
        what="record"
        name={title.length > 0 ? <LineView line={title} /> : t('part:unnamed')}
        remove={() => session.store.removeForEver([recordId])}
        onKeep={() => setForEver(false)}
        onDone={() => window.location.replace(routes.part(part.id))}
      />
    );
  }
  if (isRemovedForEver(passport, recordId)) return <Gone part={part} />;

  return (
    <Page
      end={<SavingStatus saving={editor.saving} />}
      back={{ href: routes.part(part.id), label: name }}
      title={title.length > 0 ? <LineView line={title} /> : add}
    >
      <SavingProblem saving={editor.saving} />
      {record?.removed ? (
        <Note>
          <p>{t('part:removed')}</p>
          <Button icon="undo" onPress={() => setRemoved(false)}>
            {t('part:bringBack')}
          </Button>
          {session.writer.by === '' && (
            <Button look="plain" onPress={() => setForEver(true)}>
              {t('part:forever.record.ask')}
            </Button>
          )}
        </Note>
      ) : (
        <>
          <RecordForm session={session} part={part} recordId={recordId} editor={editor} />
          {part.id === 'medicines' && <p>{t('part:medicineNote')}</p>}
        </>
      )}
      {record && (
        <Stretch tight>
          <ButtonLink look="plain" href={routes.history(part.id, recordId)}>
            {t('part:history')}
          </ButtonLink>
          {!record.removed && (
            <Button look="plain" icon="remove" onPress={() => setRemoved(true)}>
              {t('part:remove')}
            </Button>
          )}
        </Stretch>
      )}
    </Page>
  );
}
