import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { listOf, type Passport } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import type { Edit } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { type Editor, useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { useBack } from '#ui/use-back.ts';
import { EndPage } from './end-page.tsx';
import { type Answer, SetPage } from './set-page.tsx';
import { useDraft } from './use-draft.ts';
import { useLeftOut } from './use-left-out.ts';
import { type ProblemSet, setOf, textOf, waitingSets } from './waiting.ts';

type Props = { session: Session };

type Ids = readonly string[];

/**
 * The pasted problems, one set of alike entries at a time, beginning where it was left on another day. Which one comes
 * next is worked out from the passport; leaving an entry for now lasts as long as the screen.
 */
export function Walk({ session }: Props) {
  const { text, type } = useDraft(session.store, 'paste/at');
  const [from, setFrom] = useState<string | null>(null);
  if (text === null) return null;
  if (from === null) setFrom(text);
  return <WalkFrom session={session} from={from ?? text} at={text} onAt={type} />;
}

type FromProps = Props & {
  /** The entry to begin with; '' for the first of the list. */
  from: string;
  at: string;
  onAt: (id: string) => void;
};

function WalkFrom({ session, from, at, onAt }: FromProps) {
  const t = useT();
  // Its own editor: what can be taken back here is an answer, not the whole pasted list.
  const editor = useEditor(session);
  const passport = usePassport(session.store);
  const leftOut = useLeftOut(session.store);
  const [asked, setAsked] = useState<readonly Ids[]>([]);
  const [step, setStep] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [out, setOut] = useState<readonly Ids[]>([]);
  const [isStopped, setStopped] = useState(false);
  const [heard, setHeard] = useState('');

  // after the last answer the end stands where a set would
  useBack(step + (isStopped ? 1 : 0), (to) => {
    setStopped(false);
    if (to >= step) return;
    setStep(to);
    onAt(asked[to]?.[0] ?? '');
  });

  const waiting = startingAt(waitingSets(passport), passport, from);
  const known = new Set(asked.flat());
  const ahead = waiting.filter(({ records }) => records.some(({ id }) => !left.has(id)));
  const again = step < asked.length ? setOf(passport, asked[step] ?? []) : null;
  const current = again ?? ahead[0];

  const goTo = (next: number, trail: readonly Ids[]) => {
    setAsked(trail);
    setStep(next);
    const place = trail[next]?.[0] ?? ahead.find((set) => set !== current)?.records[0]?.id ?? '';
    if (place !== at) onAt(place);
  };

  if (isStopped || !current) {
    return (
      <EndPage
        placed={asked.flatMap((ids) => setOf(passport, ids) ?? []).filter((set) => statusOf(set) !== null)}
        left={waiting}
        out={[...new Set(out.flat())].filter((id) => setOf(passport, [id]) === null).length}
        saving={editor.saving}
        onGoOn={() => {
          setLeft(new Set());
          setAsked([]);
          setStep(0);
          setStopped(false);
        }}
      />
    );
  }

  const ids = current.records.map((record) => record.id);
  const before = asked.filter((one) => one[0] !== ids[0]);
  const [place, trail] = again ? [step, asked] : [before.length, [...before, ids]];
  const [first] = current.records;
  const name = (first && textOf(first, 'mine')) || current.name;
  const answer = async ({ status, mine }: Answer) => {
    // it stands in the trail before it is saved, so that it is in sight until the next one comes
    setAsked(trail);
    setStep(place);
    if (!(await saveAnswer(editor, current, status, mine))) return false;
    setLeft((all) =>
      status === null ? new Set([...all, ...ids]) : new Set([...all].filter((id) => !ids.includes(id))),
    );
    const said = status === null ? t('paste:walk.leave') : termWord(t, 'problem_status', status);
    setHeard(t('paste:walk.heard', { name: mine || name, answer: said }));
    goTo(place + 1, trail);
    return true;
  };
  const leaveOut = async () => {
    if (!(await editor.edit(ids.map((record) => ({ part: problems.id, record, removed: true }))))) return;
    leftOut.add(ids);
    setOut([...out, ids]);
    setHeard(t('paste:walk.heard', { name, answer: t('paste:walk.isOut') }));
    goTo(again ? step : before.length, before);
  };
  const apart = (id: string) => editor.edit([{ part: problems.id, record: id, set: { apart: true } }]);
  const others = ahead.filter((set) => !set.records.some(({ id }) => ids.includes(id)));

  return (
    <>
      <p role="status" className="visually-hidden">
        {heard}
      </p>
      <SetPage
        key={ids.join()}
        session={session}
        set={current}
        status={statusOf(current)}
        progress={{
          n: again ? step + 1 : before.length + 1,
          total: before.length + 1 + others.filter(({ records }) => records.some(({ id }) => !known.has(id))).length,
        }}
        after={others}
        saving={editor.saving}
        onAnswer={answer}
        onLeaveOut={() => void leaveOut()}
        onApart={again ? undefined : (id) => void apart(id)}
        onBack={step > 0 ? () => goTo(step - 1, asked) : undefined}
        onStop={() => setStopped(true)}
      />
    </>
  );
}

function saveAnswer(
  editor: Editor,
  { records }: ProblemSet,
  status: string | null,
  mine: string,
): Promise<boolean> | boolean {
  const edits = records.flatMap((record): readonly Edit[] => {
    const set = {
      ...((textOf(record, 'status') || null) !== status && { status }),
      ...(textOf(record, 'mine') !== mine && { mine: mine || null }),
    };
    return Object.keys(set).length > 0 ? [{ part: problems.id, record: record.id, set }] : [];
  });
  return edits.length === 0 || editor.edit(edits);
}

/** The sets in their order, beginning with the one that holds this entry. */
function startingAt(sets: readonly ProblemSet[], passport: Passport, id: string): readonly ProblemSet[] {
  // by its place in the whole list: it may have been placed since
  const places = new Map(listOf(passport, problems).map((record, at) => [record.id, at]));
  const from = places.get(id) ?? 0;
  const isBefore = ({ records }: ProblemSet) => records.every((record) => (places.get(record.id) ?? 0) < from);
  return [...sets.filter((set) => !isBefore(set)), ...sets.filter(isBefore)];
}

function statusOf(set: ProblemSet): string | null {
  return set.records.map((record) => textOf(record, 'status')).find(Boolean) ?? null;
}
