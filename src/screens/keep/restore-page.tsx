import { useCallback, useEffect, useId, useState } from 'react';
import { strangeWords } from '#exchange/file/phrase.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { Form } from '#ui/form.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { SecretInput } from '#ui/secret-input.tsx';
import { useBack } from '#ui/use-back.ts';
import { useLatest } from '#ui/use-latest.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { FoundPage } from './found-page.tsx';
import styles from './keep.module.css';
import { RestoredPage } from './restored-page.tsx';
import { useRestore } from './use-restore.ts';

type Props = { session: Session; pages: Pages | null; makeBackupWorker: () => Worker };

/** A backup opened: read, shown, and only then taken in, in the way the person says. */
export function RestorePage({ session, pages, makeBackupWorker }: Props) {
  const t = useT();
  const restore = useRestore(session, pages, makeBackupWorker);
  const { state, problem } = restore;
  const [phrase, setPhrase] = useState('');
  const isOver = state.at === 'pick' || state.at === 'done';
  useEffect(() => {
    if (isOver) setPhrase('');
  }, [isOver]);
  useBack(restore.depth, restore.back);
  const back = { href: session.store.count() === 0 ? routes.home : routes.keep, label: t('back') };

  switch (state.at) {
    case 'phrase':
    case 'opening':
      return (
        <Page key="phrase" back={back} title={t('keep:restore.phraseTitle')}>
          <AskPhrase
            problem={problem}
            isOpening={state.at === 'opening'}
            typed={phrase}
            onType={setPhrase}
            onOpen={() => void restore.open(phrase)}
            onOther={restore.reset}
          />
        </Page>
      );
    case 'found':
    case 'working':
      return (
        <FoundPage
          key="found"
          session={session}
          found={state.at === 'found' ? state.found : null}
          problem={problem}
          onMerge={(takeTheirs) => void restore.merge(takeTheirs)}
          onReplace={() => void restore.replace()}
          onLeave={restore.reset}
        />
      );
    case 'undoing':
      return (
        <Page key="undoing" title={t('keep:restored.title')}>
          <p role="status">{t('keep:restored.undoing')}</p>
        </Page>
      );
    case 'done':
      return (
        <RestoredPage
          key="done"
          session={session}
          done={state.done}
          problem={problem}
          onUndo={() => void restore.undo()}
        />
      );
    default:
      return (
        <Page key="pick" back={back} title={t('keep:restore.title')}>
          {problem && <ProblemView key={problem} t={t} problem={problem} />}
          {session.example ? (
            <p>{t('keep:example')}</p>
          ) : state.at === 'reading' && state.count ? (
            <Reading count={state.count} onStop={restore.reset} />
          ) : (
            <>
              <p>{t('keep:restore.text')}</p>
              <FilePick label={t('keep:restore.pick')} onPick={(file) => void restore.pick(file)} />
              <p className={styles['quiet']}>{t('keep:restore.kinds')}</p>
            </>
          )}
          <p role="status">{state.at === 'reading' ? t('keep:restore.reading') : ''}</p>
        </Page>
      );
  }
}

type ReadingProps = { count: { readonly read: number; readonly of: number }; onStop: () => void };

/** How far it is: to be looked at, and not said aloud at every step. */
function Reading({ count: { read, of }, onStop }: ReadingProps) {
  const t = useT();
  const id = useId();
  const lang = useLang();
  const number = new Intl.NumberFormat(`${lang}-u-nu-latn`);
  return (
    <>
      <label className={styles['reading']} htmlFor={id}>
        <span>{t('keep:restore.count', { read: number.format(read), all: number.format(of) })}</span>
        <progress id={id} className={styles['progress']} value={read} max={of} />
      </label>
      <Button icon="close" onPress={onStop}>
        {t('keep:restore.stop')}
      </Button>
    </>
  );
}

type AskProps = {
  problem: string | null;
  isOpening: boolean;
  typed: string;
  onType: (typed: string) => void;
  onOpen: () => void;
  onOther: () => void;
};

function AskPhrase({ problem, isOpening, typed, onType, onOpen, onOther }: AskProps) {
  const t = useT();
  const [isEmpty, setIsEmpty] = useState(false);
  const hint = t('keep:restore.phraseHint');
  const error = isEmpty ? t('keep:restore.phraseEmpty') : undefined;
  const send = () => {
    if (isOpening) return;
    if (typed.trim() === '') {
      setIsEmpty(true);
      document.getElementById('backup-phrase')?.focus();
    } else onOpen();
  };
  return (
    <>
      {problem && <ProblemView key={problem} t={t} problem={problem} />}
      {problem === 'backup-wrong-phrase' && <StrangeWords typed={typed} />}
      <Form main={t('keep:restore.open')} onSend={send}>
        <Field id="backup-phrase" label={t('keep:restore.phraseLabel')} hint={hint} error={error}>
          <SecretInput
            id="backup-phrase"
            kind="phrase"
            value={typed}
            onType={(text) => {
              onType(text);
              setIsEmpty(false);
            }}
            describedBy={describedBy('backup-phrase', hint, error)}
            invalid={isEmpty}
          />
        </Field>
        <p role="status" className="visually-hidden">
          {error}
        </p>
      </Form>
      <p role="status">{isOpening ? t('keep:restore.opening') : ''}</p>
      <Button look="plain" onPress={onOther}>
        {t('keep:restore.other')}
      </Button>
    </>
  );
}

/** Which words can be none of ours, so that nobody has to look for the slip in all six. */
function StrangeWords({ typed }: { typed: string }) {
  const t = useT();
  const find = useCallback(() => strangeWords(typed), [typed]);
  const { value } = useLatest(find);
  if (!value || value.length === 0) return null;
  return (
    <ul className={styles['list']}>
      {value.map(({ at, word }) => (
        <li key={at}>{t('keep:restore.strange', { number: at, word: `\u2068${word}\u2069` })}</li>
      ))}
    </ul>
  );
}
