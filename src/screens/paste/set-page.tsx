import { useEffect, useId, useRef, useState } from 'react';
import { dateToWords } from '#i18n/dates.ts';
import { type Translate, useLang, useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { problems } from '#passport/parts/problems.ts';
import type { Session } from '#store/session.ts';
import type { Saving } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Field, FieldGroup } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { MoreRows } from '#views/more-rows.tsx';
import { OwnText } from '#views/own-text.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { listSize } from './list-size.ts';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';
import { useDraft } from './use-draft.ts';
import { type ProblemSet, textOf } from './waiting.ts';

/** What the person said of a set: where it belongs (null: leave it for now) and their own name for it. */
export type Answer = { readonly status: string | null; readonly mine: string };

type Props = {
  session: Session;
  set: ProblemSet;
  status: string | null;
  /** Which one this is, of how many. */
  progress: { readonly n: number; readonly total: number };
  /** What comes after this one. */
  after: readonly ProblemSet[];
  saving: Saving;
  /** False when it could not be saved. */
  onAnswer: (answer: Answer) => Promise<boolean>;
  /** It is no problem, and is not kept. */
  onLeaveOut: () => void;
  onApart: ((record: string) => void) | undefined;
  onBack: (() => void) | undefined;
  onStop: () => void;
};

const places = ['active', 'past', 'does_not_fit', 'discuss'] as const;
const leave = 'leave';
const longestTitle = 120;
/** How long an answer is seen before the next question comes. */
const moment = 200;

/** One question: does this fit you now? An answer goes on by itself. With the lines it came from behind a fold. */
export function SetPage(props: Props) {
  const { session, set, status, progress, after, saving, onAnswer, onLeaveOut, onApart, onBack, onStop } = props;
  const t = useT();
  const lang = useLang();
  const id = useId();
  const [first] = set.records;
  const saved = first ? textOf(first, 'mine') : '';
  const { text, type } = useDraft(session.store, `${problems.id}/${first?.id}/mine`);
  const [isTyped, setTyped] = useState(false);
  const mine = isTyped ? (text ?? '') : text || saved;
  const [picked, setPicked] = useState<string | null>(status);

  const answer = async (choice: string | null) => {
    if (await onAnswer({ status: choice === leave ? null : choice, mine: mine.trim() })) type('');
  };
  const soon = useSoon();
  const options = [
    ...places.map((place) => ({ id: place as string, label: termWord(t, 'problem_status', place) })),
    { id: leave, label: t('paste:walk.leave') },
  ];
  const title = set.name.length > longestTitle ? `${set.name.slice(0, longestTitle)}…` : set.name;

  return (
    <Page
      back={{ href: routes.part('problems'), label: t('paste:problems.back') }}
      end={<SavingStatus saving={saving} />}
      title={<OwnText text={title} lang={first?.entries['name']?.lang} />}
      under={
        <>
          <p>{t('paste:walk.progress', progress)}</p>
          <p>{datesInWords(set, t, lang)}</p>
          <RecordSays set={set} />
        </>
      }
    >
      <SavingProblem saving={saving} />
      <Field id={`${id}-mine`} label={t('paste:walk.mine')} hint={t('paste:walk.mineHint')}>
        <OwnTextInput
          id={`${id}-mine`}
          value={mine}
          describedBy={`${id}-mine-hint`}
          onType={(typed) => {
            setTyped(true);
            type(typed);
          }}
        />
      </Field>
      <FieldGroup id={`${id}-status`} label={t('paste:walk.ask')} hint={t('paste:walk.goesOn')}>
        <ChooseOne
          options={options}
          picked={picked}
          onPick={setPicked}
          onChosen={(choice) => soon(() => void answer(choice))}
        />
      </FieldGroup>
      <Disclosure summary={t('paste:walk.lines', { count: set.records.length })}>
        <MoreRows items={set.records}>
          {(shown) => (
            <ul className={styles['lines']}>
              {shown.map((record) => (
                <li key={record.id}>
                  <PastedLineView text={textOf(record, 'original')} lang={record.entries['original']?.lang} />
                  {onApart && set.records.length > 1 && (
                    <Button
                      look="plain"
                      label={t('paste:walk.apartOf', { line: textOf(record, 'original') })}
                      onPress={() => onApart(record.id)}
                    >
                      {t('paste:walk.apart')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </MoreRows>
      </Disclosure>
      <div className={styles['actions']}>
        <Button look="main" onPress={() => soon(() => void answer(picked), 0)}>
          {t('paste:walk.next')}
        </Button>
        <Button onPress={onLeaveOut}>{t('paste:walk.out')}</Button>
        <div className={styles['side']}>
          {onBack && <Button onPress={onBack}>{t('paste:walk.back')}</Button>}
          <Button onPress={onStop}>{t('paste:walk.stop')}</Button>
        </div>
        <p className={styles['quiet']}>
          {after.length > 0 ? t('paste:walk.left', { size: listSize(t, after) }) : t('paste:walk.last')}
        </p>
      </div>
    </Page>
  );
}

/** Does the last thing asked of it after a moment; at once when the page is left before. */
function useSoon(): (work: () => void, wait?: number) => void {
  const waiting = useRef<{ readonly timer: number; readonly work: () => void } | null>(null);
  useEffect(
    () => () => {
      if (waiting.current === null) return;
      clearTimeout(waiting.current.timer);
      waiting.current.work();
    },
    [],
  );
  return (work, wait = moment) => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    const run = () => {
      waiting.current = null;
      work();
    };
    waiting.current = { work: run, timer: window.setTimeout(run, wait) };
  };
}

/** What stands over the entry in the record, word for word. */
function RecordSays({ set }: { set: ProblemSet }) {
  const t = useT();
  const said = new Set(set.records.map((record) => textOf(record, 'recordHeading')).filter(Boolean));
  const words = [...said].map((one) => one.replace(/\s*:\s*$/, '')).join(', ');
  return words === '' ? null : <p>{t('paste:walk.recordSays', { words })}</p>;
}

function datesInWords(set: ProblemSet, t: Translate, lang: string): string {
  const [first] = set.records;
  if (first && set.records.length === 1) {
    const [since, ended] = [textOf(first, 'since'), textOf(first, 'ended')];
    const words = [
      since && t('paste:walk.began', { date: dateToWords(since, lang) }),
      ended && t('paste:walk.ended', { date: dateToWords(ended, lang) }),
    ];
    return words.filter(Boolean).join(' · ');
  }
  if (set.began === null || set.latest === null) return '';
  if (set.began === set.latest) return t('paste:walk.began', { date: dateToWords(set.began, lang) });
  return t('paste:walk.span', { began: dateToWords(set.began, lang), latest: dateToWords(set.latest, lang) });
}
