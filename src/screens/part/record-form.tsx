import { useMemo } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Value } from '#passport/field.ts';
import { listOf, recordOf } from '#passport/fold.ts';
import { canMatterInOtherLanguage } from '#passport/other-language.ts';
import type { Part } from '#passport/part.ts';
import { lineToSigns } from '#passport/signs.ts';
import type { Session } from '#store/session.ts';
import { useDrafts } from '#store/use-drafts.ts';
import type { Editor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { PartForm } from '#views/part-form.tsx';
import { recordToTitle } from '#views/record-words.ts';

type Props = { session: Session; part: Part; recordId: string; editor: Editor };

/** The form of one record, with its unfinished words: what is typed is kept at once and becomes a change on leaving the box. */
export function RecordForm({ session, part, recordId, editor }: Props) {
  const { store } = session;
  const words = useWords();
  const passport = usePassport(store);
  const { kept, keep, typed } = useDrafts(store, `${part.id}/${recordId}/`);

  const linkable = useMemo(() => {
    const team = partOf('team') as Part;
    return listOf(passport, team).flatMap((record) => {
      const name = lineToSigns(recordToTitle(team, record, words));
      return name ? [{ id: record.id, name }] : [];
    });
  }, [passport, words]);

  const isTranslated = useMemo(
    () => canMatterInOtherLanguage(passport, session.writer.lang),
    [passport, session.writer.lang],
  );

  if (kept === null) return null;

  const onChange = async (field: string, value: Value | null) => {
    const unfinished = typed(field);
    // the line for a reader is in English, unless the person writes English themselves
    const lang = field === 'translation' && !session.writer.lang.startsWith('en') ? 'en' : undefined;
    const saved = await editor.edit([{ part: part.id, record: recordId, set: { [field]: value } }], lang);
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
      linkable={linkable}
      isHelped={session.writer.by !== ''}
      isTranslated={isTranslated}
    />
  );
}
