import { useEffect, useRef, useState } from 'react';
import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { ClashChoices } from './clash-choices.tsx';
import { Differences } from './differences.tsx';
import styles from './keep.module.css';
import type { Found } from './use-restore.ts';
import { whoseOf } from './whose.ts';
import { WhoseFile } from './whose-file.tsx';

type Props = {
  session: Session;
  /** Null while it is being taken in. */
  found: Found | null;
  problem: string | null;
  onMerge: (takeTheirs: ReadonlySet<string>) => void;
  onReplace: () => void;
  onLeave: () => void;
};

/**
 * What is in the file and how it differs from here; then the two ways to take it in, each explained. Of a stranger's file
 * no more is shown, and nothing can be taken in, before the person has said whose it is.
 */
export function FoundPage({ session, found, problem, onMerge, onReplace, onLeave }: Props) {
  const t = useT();
  const [takeTheirs, setTakeTheirs] = useState<ReadonlySet<string>>(new Set());
  const [isKnown, setKnown] = useState(false);
  if (!found) {
    return (
      <Page title={t('keep:found.title')}>
        <p role="status">{t('keep:found.working')}</p>
      </Page>
    );
  }
  const { preview, comparison, clashes } = found;
  const isEmpty = session.store.count() === 0;
  const isSame = comparison.parts.length + comparison.private + comparison.newer === 0;
  const isNew = preview.added > 0 || preview.apart > 0;
  const merge = () => onMerge(takeTheirs);
  return (
    <Page title={t('keep:found.title')}>
      {problem && <ProblemView key={problem} t={t} problem={problem} />}
      <InIt found={found} />
      {isEmpty ? (
        <>
          <p>{t('keep:found.empty')}</p>
          <Button look="main" onPress={merge}>
            {t('keep:found.takeAll')}
          </Button>
        </>
      ) : !preview.isRelated && !isKnown ? (
        <>
          <Note tone="warm">
            <p>{t('keep:found.stranger')}</p>
          </Note>
          <WhoseFile whose={whoseOf(found.theirs)} onKnown={() => setKnown(true)} />
        </>
      ) : (
        <>
          {isKnown && <Right />}
          <Stretch title={t('keep:found.differs')}>
            {isSame ? <p>{t('keep:found.same')}</p> : <Differences found={found} />}
          </Stretch>
          <Removals found={found} />
          {clashes.length > 0 && (
            <Stretch title={t('keep:clash.title')}>
              <p>{t('keep:clash.text')}</p>
              <ClashChoices found={found} takeTheirs={takeTheirs} onTake={setTakeTheirs} />
            </Stretch>
          )}
          {isNew ? (
            <Stretch title={t('keep:merge.title')}>
              <p>{t(preview.gone > 0 ? 'keep:merge.textGone' : 'keep:merge.text')}</p>
              <p>{t('keep:merge.undo')}</p>
              <Button look={preview.isRelated ? 'main' : 'line'} onPress={merge}>
                {t(preview.isRelated ? 'keep:merge.go' : 'keep:merge.stranger')}
              </Button>
            </Stretch>
          ) : (
            <p role="status">{t('keep:merge.none')}</p>
          )}
          {!isSame && (
            <Disclosure summary={t('keep:replace.title')}>
              <p>{t('keep:replace.text')}</p>
              {preview.gone > 0 && <p>{t('keep:replace.gone')}</p>}
              <Button onPress={onReplace}>{t('keep:replace.go')}</Button>
            </Disclosure>
          )}
        </>
      )}
      <Button look={isEmpty || preview.isRelated ? 'plain' : 'main'} onPress={onLeave}>
        {t('keep:found.leave')}
      </Button>
    </Page>
  );
}

/** The answer was right: said where the form stood, which is gone and has let go of the focus. */
function Right() {
  const t = useT();
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} tabIndex={-1}>
      {t('keep:whose.right')}
    </p>
  );
}

/** What was removed for ever where the file was made: what that takes from here, and that no undoing brings it back. */
function Removals({ found: { preview, lost } }: { found: Found }) {
  const t = useT();
  if (preview.removals === 0) return null;
  return (
    <Stretch>
      {preview.gone > 0 && (
        <>
          <p>{t('keep:found.gone', { count: preview.gone })}</p>
          <h3>{t('keep:found.goneFrom')}</h3>
          <ul className={styles['list']}>
            {lost.parts.map(({ part, count }) => (
              <li key={part}>
                <span>{partWords(t, part).name}</span>
                {count > 1 && <span>{` (${count})`}</span>}
              </li>
            ))}
            {lost.private > 0 && <li>{t('keep:found.private', { number: lost.private })}</li>}
            {lost.newer > 0 && <li>{t('keep:found.newer', { number: lost.newer })}</li>}
          </ul>
        </>
      )}
      {preview.elsewhere > 0 && <p>{t('keep:found.removals', { count: preview.elsewhere })}</p>}
    </Stretch>
  );
}

/** When it was made and what it holds, by part and number. */
function InIt({ found: { preview, made, contents } }: { found: Found }) {
  const t = useT();
  const lang = useLang();
  const { parts, newer } = contents;
  const isNothing = parts.length + contents.private + newer + preview.apart === 0;
  return (
    <Stretch>
      <p className={styles['lede']}>
        {made && <span>{`${t('keep:found.made', { date: dateToWords(made, lang) })} `}</span>}
        <span>{t('keep:found.changes', { count: preview.changes + preview.apart })}</span>
      </p>
      {isNothing ? (
        <p>{t('keep:found.nothing')}</p>
      ) : (
        <>
          <h2>{t('keep:found.holds')}</h2>
          <ul className={styles['list']}>
            {parts.map(({ part, count }) => (
              <li key={part}>
                <span>{partWords(t, part).name}</span>
                {count > 1 && <span>{` (${count})`}</span>}
              </li>
            ))}
            {contents.private > 0 && <li>{t('keep:found.private', { number: contents.private })}</li>}
            {preview.apart > 0 && <li>{t('keep:found.pages', { number: preview.apart })}</li>}
            {newer > 0 && <li>{t('keep:found.newer', { number: newer })}</li>}
          </ul>
        </>
      )}
    </Stretch>
  );
}
