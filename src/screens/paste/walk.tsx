import { useState } from 'react';
import { problems } from '#passport/parts/problems.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { useBack } from '#ui/use-back.ts';
import { EndPage } from './end-page.tsx';
import { type Answer, SetPage } from './set-page.tsx';
import { type ProblemSet, setOf, textOf, waitingSets } from './waiting.ts';

type Props = { session: Session };

type Ids = readonly string[];

/**
 * The pasted problems, one set of alike entries at a time. Which one comes next is worked out from the passport, so that
 * the walk can be left and taken up on any day; leaving an entry for now lasts as long as the screen.
 */
export function Walk({ session }: Props) {
  const { store } = session;
  // Its own editor: what can be taken back here is an answer, not the whole pasted list.
  const editor = useEditor(session);
  const passport = usePassport(store);
  const [trail, setTrail] = useState<readonly Ids[]>([]);
  const [placed, setPlaced] = useState<readonly Ids[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [backAt, setBackAt] = useState<Ids | null>(null);
  const [isStopped, setStopped] = useState(false);

  // after the last answer the end stands where a set would
  useBack(trail.length + (isStopped ? 1 : 0), (left) => {
    setStopped(false);
    if (left >= trail.length) return;
    setBackAt(trail[left] ?? null);
    setTrail(trail.slice(0, left));
  });

  const waiting = waitingSets(passport);
  const ahead = waiting.filter(({ records }) => records.some((record) => !left.has(record.id)));
  const again = backAt && setOf(passport, backAt);
  const current = again ?? ahead[0];

  if (isStopped || !current) {
    return (
      <EndPage
        placed={placed.flatMap((ids) => setOf(passport, ids) ?? []).filter((set) => statusOf(set) !== null)}
        left={waiting}
        saving={editor.saving}
        onGoOn={() => {
          setLeft(new Set());
          setStopped(false);
        }}
      />
    );
  }

  const answer = async ({ status, mine }: Answer) => {
    const ids = current.records.map((record) => record.id);
    const edits = current.records.flatMap((record) => {
      const set = {
        ...((textOf(record, 'status') || null) !== status && { status }),
        ...(textOf(record, 'mine') !== mine && { mine: mine || null }),
      };
      return Object.keys(set).length > 0 ? [{ part: problems.id, record: record.id, set }] : [];
    });
    if (edits.length > 0 && !(await editor.edit(edits))) return false;
    setTrail([...trail, ids]);
    setBackAt(null);
    setLeft((known) =>
      status === null ? new Set([...known, ...ids]) : new Set([...known].filter((id) => !ids.includes(id))),
    );
    if (status !== null) setPlaced((known) => [...known.filter((one) => one[0] !== ids[0]), ids]);
    return true;
  };
  const apart = (id: string) => editor.edit([{ part: problems.id, record: id, set: { apart: true } }]);
  const back = () => {
    setBackAt(trail.at(-1) ?? null);
    setTrail(trail.slice(0, -1));
  };

  return (
    <SetPage
      key={current.records.map((record) => record.id).join()}
      session={session}
      set={current}
      status={statusOf(current)}
      after={ahead.filter((set) => set.records[0]?.id !== current.records[0]?.id)}
      saving={editor.saving}
      onAnswer={answer}
      onApart={again ? undefined : (id) => void apart(id)}
      onBack={trail.length > 0 ? back : undefined}
      onStop={() => setStopped(true)}
    />
  );
}

function statusOf(set: ProblemSet): string | null {
  return set.records.map((record) => textOf(record, 'status')).find(Boolean) ?? null;
}
