import { useEffect, useMemo, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Value } from '#passport/field.ts';
import { listOf, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import type { Session } from '#store/session.ts';
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
  const [kept, setKept] = useState<ReadonlyMap<string, string> | null>(null);
  const prefix = `${part.id}/${recordId}/`;

  useEffect(() => {
    let current = true;
    const show = (all: ReadonlyMap<string, string>) => {
      const mine = [...all]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, text]) => [key.slice(prefix.length), text] as const);
      if (current) setKept(new Map(mine));
    };
    store.drafts.all().then(show, () => show(new Map()));
    return () => {
      current = false;
    };
  }, [store, prefix]);

  const linkable = useMemo(() => {
    const team = partOf('team') as Part;
    return listOf(passport, team).flatMap((record) => {
      const name = recordToTitle(team, record, words)
        .map(({ text }) => text)
        .join('');
      return name ? [{ id: record.id, name }] : [];
    });
  }, [passport, words]);

  if (kept === null) return null;

  const onDraft = (field: string, text: string) =>
    void (text === '' ? store.drafts.drop(prefix + field) : store.drafts.keep(prefix + field, text));
  const onChange = async (field: string, value: Value | null) => {
    if (await editor.edit([{ part: part.id, record: recordId, set: { [field]: value } }]))
      void store.drafts.drop(prefix + field);
  };

  return (
    <PartForm
      part={part}
      record={recordOf(passport, part.id, recordId)}
      recordId={recordId}
      drafts={kept}
      onDraft={onDraft}
      onChange={(field, value) => void onChange(field, value)}
      linkable={linkable}
    />
  );
}
