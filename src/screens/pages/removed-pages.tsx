import { type ReactNode, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import type { PassportRecord } from '#passport/fold.ts';
import { pages as part } from '#passport/parts/pages.ts';
import type { Session } from '#store/session.ts';
import type { Editor } from '#store/use-editor.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Row, Rows } from '#ui/rows.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { recordToTitle } from '#views/record-words.ts';

type Props = {
  session: Session;
  removed: readonly PassportRecord[];
  titleOf: (record: PassportRecord) => ReactNode;
  editor: Editor;
};

/** Pages that were taken out: bring one back, or remove it for ever. */
export function RemovedPages({ session, removed, titleOf, editor }: Props) {
  const t = useT();
  const words = useWords();
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const nameOf = (record: PassportRecord) =>
    recordToTitle(part, record, words)
      .map(({ text }) => text)
      .join('') || t('pages:unnamed');
  const remove = async (id: string) => {
    setAsked(null);
    const done = await session.store.removeForEver([id]);
    setProblem(done.ok ? null : done.problem);
  };
  return (
    <>
      {problem && <ProblemView t={t} problem={problem} />}
      <Disclosure summary={t('pages:out.title', { count: removed.length })}>
        <Rows label={t('pages:out.title', { count: removed.length })}>
          {removed.map((record) => (
            <Row key={record.id} title={titleOf(record)}>
              <IconButton
                icon="undo"
                label={t('pages:out.back', { name: nameOf(record) })}
                onPress={() => void editor.edit([{ part: part.id, record: record.id, removed: false }])}
              />
              <IconButton
                icon="remove"
                label={t('pages:out.ever', { name: nameOf(record) })}
                onPress={() => setAsked(record.id)}
              />
            </Row>
          ))}
        </Rows>
      </Disclosure>
      {asked && (
        <Dialog title={t('pages:out.askTitle')} onClose={() => setAsked(null)}>
          <p>{t('pages:out.ask')}</p>
          <Button onPress={() => void remove(asked)}>{t('pages:out.yes')}</Button>
          <Button look="main" onPress={() => setAsked(null)}>
            {t('pages:out.no')}
          </Button>
        </Dialog>
      )}
    </>
  );
}
