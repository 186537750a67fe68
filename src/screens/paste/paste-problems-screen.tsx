import { useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { pasteDrafts } from '#passport/unfinished.ts';
import { newId } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button } from '#ui/button.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { useBack } from '#ui/use-back.ts';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { AsidePage } from './aside-page.tsx';
import { KeptPage } from './kept-page.tsx';
import { listSize } from './list-size.ts';
import styles from './paste.module.css';
import { portionOf } from './portion.ts';
import { PortionNote } from './portion-note.tsx';
import { type Aside, asideOf, type ListRead, listToEdits } from './problem-edits.ts';
import { useDraft } from './use-draft.ts';
import { waitingSets } from './waiting.ts';
import { Walk } from './walk.tsx';

type Props = { session: Session };

type Kept = { readonly at: 'kept'; readonly read: ListRead; readonly text: string; readonly rest: string };
type Stage =
  | { readonly at: 'open' }
  | { readonly at: 'aside'; readonly aside: Aside }
  | Kept
  | { readonly at: 'walk'; readonly after: Kept | null };

/**
 * A problem list from the GP record: every line kept, private, but for those the person leaves out, then looked at one at
 * a time, today or any day.
 */
export function PasteProblemsScreen({ session }: Props) {
  const editor = useEditor(session);
  const { text, type } = useDraft(session.store, pasteDrafts.problems);
  const [stage, setStage] = useState<Stage>({ at: 'open' });

  const isTakenBack = stage.at === 'kept' && editor.saving.state === 'undone';
  useEffect(() => {
    if (!isTakenBack) return;
    type(stage.text);
    setStage({ at: 'open' });
  }, [isTakenBack, stage, type]);

  const read = (leftOut: ReadonlySet<string>) =>
    listToEdits(portionOf(text ?? '').now, session.store.passport(), () => newId(session.world), leftOut);
  const keep = async (read: ListRead): Promise<boolean> => {
    const pasted = text ?? '';
    const { rest } = portionOf(pasted);
    if (read.edits.length === 0 && read.here === 0) return false;
    const edits = [...read.edits, ...read.updates];
    const saved = edits.length === 0 || (await editor.edit(edits, recordLanguage(pasted, session.writer.lang)));
    if (saved) {
      type(rest);
      setStage({ at: 'kept', read, text: pasted, rest });
    }
    return true;
  };

  const start = async (): Promise<boolean> => {
    const aside = asideOf(portionOf(text ?? '').now);
    if (aside.sure.length + aside.doubtful.length === 0) return keep(read(new Set()));
    setStage({ at: 'aside', aside });
    return true;
  };
  // What is left out is kept nowhere, and in no draft; with nothing else in the list, there is nothing to keep.
  const answer = async (leftOut: ReadonlySet<string>) => {
    if (await keep(read(leftOut))) return;
    type(portionOf(text ?? '').rest);
    setStage({ at: 'open' });
  };

  const kept = stage.at === 'walk' ? stage.after : null;
  useBack(stage.at === 'open' ? 0 : kept ? 2 : 1, (left) => setStage(left > 0 && kept ? kept : { at: 'open' }));

  if (text === null) return null;
  const walk = () => setStage({ at: 'walk', after: stage.at === 'kept' ? stage : null });
  if (stage.at === 'walk') return <Walk session={session} />;
  if (stage.at === 'kept')
    return <KeptPage session={session} read={stage.read} rest={stage.rest} saving={editor.saving} onStart={walk} />;
  if (stage.at === 'aside')
    return (
      <AsidePage
        aside={stage.aside}
        saving={editor.saving}
        onAnswer={(leftOut) => void answer(leftOut)}
        onAgain={() => setStage({ at: 'open' })}
      />
    );
  return <Opening session={session} editor={editor} text={text} onType={type} onRead={start} onWalk={walk} />;
}

type OpeningProps = {
  session: Session;
  editor: ReturnType<typeof useEditor>;
  text: string;
  onType: (text: string) => void;
  /** False when there was nothing to read. */
  onRead: () => Promise<boolean>;
  onWalk: () => void;
};

function Opening({ session, editor, text, onType, onRead, onWalk }: OpeningProps) {
  const t = useT();
  const passport = usePassport(session.store);
  const [isEmpty, setEmpty] = useState(false);
  const waiting = waitingSets(passport);
  const [hint, error] = [t('paste:problems.hint'), isEmpty ? t('paste:problems.nothing') : undefined];

  return (
    <Page
      back={{ href: routes.part('problems'), label: t('paste:problems.back') }}
      end={<SavingStatus saving={editor.saving} />}
      title={t('paste:problems.title')}
    >
      <SavingProblem saving={editor.saving} />
      <Note tone="warm">
        <p>{t('paste:problems.first')}</p>
      </Note>
      {waiting.length > 0 && (
        <Stretch>
          <p>{t('paste:problems.waiting', { size: listSize(t, waiting) })}</p>
          <Button look="main" onPress={onWalk}>
            {t('paste:problems.goOn')}
          </Button>
        </Stretch>
      )}
      <div className={styles['paper']}>
        <Field
          id="paste-problems"
          label={t(waiting.length > 0 ? 'paste:problems.more' : 'paste:problems.label')}
          hint={hint}
          error={error}
        >
          <OwnTextInput
            id="paste-problems"
            lines="many"
            value={text}
            describedBy={describedBy('paste-problems', hint, error)}
            invalid={isEmpty}
            onType={(typed) => {
              setEmpty(false);
              onType(typed);
            }}
          />
        </Field>
      </div>
      <PortionNote text={text} />
      <Button
        look={waiting.length > 0 ? 'line' : 'main'}
        onPress={() => void onRead().then((isRead) => setEmpty(!isRead))}
      >
        {t('paste:problems.read')}
      </Button>
    </Page>
  );
}

/** GP records in the UK are in English, whatever language the app speaks. */
function recordLanguage(text: string, spoken: string): string {
  return /[a-z]/i.test(text) && !spoken.startsWith('en') ? 'en-GB' : spoken;
}
