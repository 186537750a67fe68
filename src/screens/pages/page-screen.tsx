import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import type { Value } from '#passport/field.ts';
import { recordOf } from '#passport/fold.ts';
import { pages as part } from '#passport/parts/pages.ts';
import type { Session } from '#store/session.ts';
import { useDrafts } from '#store/use-drafts.ts';
import { type Editor, useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { LineView } from '#views/line-view.tsx';
import { PartForm } from '#views/part-form.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { EarlierWords } from './earlier-words.tsx';
import { Gate } from './gate.tsx';
import { NotHere } from './not-here.tsx';

type Props = { session: Session; recordId: string };

/** One private page. */
export function PageScreen({ session, recordId }: Props) {
  return (
    <Gate session={session} none={() => <NotHere />}>
      {(_, inner) => <OnePage key={recordId} session={inner} recordId={recordId} />}
    </Gate>
  );
}

function OnePage({ session, recordId }: { session: Session; recordId: string }) {
  const t = useT();
  const words = useWords();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const record = recordOf(passport, part.id, recordId);
  const title = recordToTitle(part, record, words);
  const setRemoved = (removed: boolean) => void editor.edit([{ part: part.id, record: recordId, removed }]);
  return (
    <Page
      end={<SavingStatus saving={editor.saving} />}
      back={{ href: routes.pages, label: t('pages:title') }}
      title={title.length > 0 ? <LineView line={title} /> : partWords(t, part.id).add}
    >
      <SavingProblem saving={editor.saving} />
      {record?.removed ? (
        <Note>
          <p>{t('pages:page.removed')}</p>
          <Button icon="undo" onPress={() => setRemoved(false)}>
            {t('pages:page.bringBack')}
          </Button>
        </Note>
      ) : (
        <PageForm session={session} recordId={recordId} editor={editor} />
      )}
      {record && (
        <Stretch tight>
          <EarlierWords session={session} record={record} editor={editor} />
          {!record.removed && (
            <Button look="plain" icon="remove" onPress={() => setRemoved(true)}>
              {t('pages:page.remove')}
            </Button>
          )}
        </Stretch>
      )}
    </Page>
  );
}

function PageForm({ session, recordId, editor }: { session: Session; recordId: string; editor: Editor }) {
  const passport = usePassport(session.store);
  const { kept, keep, typed } = useDrafts(session.store, `${part.id}/${recordId}/`);
  if (kept === null) return null;
  const onChange = async (field: string, value: Value | null) => {
    const unfinished = typed(field);
    const saved = await editor.edit([{ part: part.id, record: recordId, set: { [field]: value } }]);
    if (saved && typed(field) === unfinished) keep(field, '');
  };
  return (
    <PartForm
      part={part}
      record={recordOf(passport, part.id, recordId)}
      recordId={recordId}
      drafts={kept}
      onDraft={keep}
      onChange={onChange}
      linkable={[]}
      isHelped={false}
    />
  );
}
