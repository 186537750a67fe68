import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
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
import { Status } from '#ui/status.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { recordToTitle } from '#views/record-words.ts';
import styles from './pages.module.css';

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
  const place = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [doing, setDoing] = useState<'working' | 'done' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const nameOf = (record: PassportRecord) =>
    recordToTitle(part, record, words)
      .map(({ text }) => text)
      .join('') || t('pages:unnamed');
  const remove = async (id: string) => {
    setAsked(null);
    if (doing === 'working') return;
    setProblem(null);
    setDoing('working');
    const gone = { ok: false, problem: 'save-gone' } as const;
    const done = await session.store.removeForEver([id]).catch(() => gone);
    setDoing(done.ok ? 'done' : null);
    if (!done.ok) setProblem(done.problem);
  };
  const bringBack = (id: string) => {
    setDoing(null);
    void editor.edit([{ part: part.id, record: id, removed: false }]);
  };
  useKeptFocus(place, removed.length);
  if (removed.length === 0 && doing === null && problem === null) return null;
  return (
    <div ref={place} className={styles['two']}>
      {problem && <ProblemView t={t} problem={problem} />}
      {removed.length > 0 && (
        <Disclosure summary={t('pages:out.title', { count: removed.length })}>
          <MoreRows items={removed}>
            {(shown) => (
              <Rows label={t('pages:out.title', { count: removed.length })}>
                {shown.map((record) => (
                  <Row key={record.id} title={titleOf(record)}>
                    <IconButton
                      icon="undo"
                      label={t('pages:out.back', { name: nameOf(record) })}
                      onPress={() => bringBack(record.id)}
                    />
                    <IconButton
                      icon="remove"
                      label={t('pages:out.ever', { name: nameOf(record) })}
                      onPress={() => setAsked(record.id)}
                    />
                  </Row>
                ))}
              </Rows>
            )}
          </MoreRows>
        </Disclosure>
      )}
      {doing === 'working' && <p role="status">{t('part:forever.working')}</p>}
      <Status message={doing === 'done' ? t('part:forever.done') : null} />
      {asked && (
        <Dialog title={t('pages:out.askTitle')} onClose={() => setAsked(null)}>
          <p>{t('pages:out.ask')}</p>
          <Button onPress={() => void remove(asked)}>{t('pages:out.yes')}</Button>
          <Button look="main" onPress={() => setAsked(null)}>
            {t('pages:out.no')}
          </Button>
        </Dialog>
      )}
    </div>
  );
}

/** Once a row is gone with the button that was pressed in it, the focus is on what is left of the list, or at the top. */
function useKeptFocus(place: RefObject<HTMLElement | null>, count: number) {
  const before = useRef(count);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (!isFewer || document.activeElement !== document.body) return;
    (place.current?.querySelector('summary') ?? document.querySelector('h1'))?.focus();
  }, [place, count]);
}
