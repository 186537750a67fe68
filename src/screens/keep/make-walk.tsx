import { type ReactNode, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { hasOldGiven, readNotes, withGiven } from '#store/backups.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { useBackups } from '#store/use-backups.ts';
import { usePages } from '#store/use-pages.ts';
import { usePlace } from '#ui/use-place.ts';
import type { FolderBackup } from './folder-backup.ts';
import { GivenPage } from './given-page.tsx';
import { OwnPage } from './own-page.tsx';
import { PhrasePage } from './phrase-page.tsx';
import { ReadyPage } from './ready-page.tsx';
import { useMaking } from './use-making.ts';
import { type Chosen, usePhrase } from './use-phrase.ts';

export type MakeKind = 'backup' | 'trusted';
/** How it left the device. */
export type Way = 'shared' | 'saved' | 'folder';
type Place = 'what' | 'phrase' | 'own' | 'ready' | 'given';

type Props = {
  session: Session;
  pages: Pages | null;
  makeBackupWorker: () => Worker;
  folder: FolderBackup | null;
  kind: MakeKind;
  /** The first page; `onNext` leads on, `problem` says why it did not. */
  first: (onNext: () => void, problem: string | null) => ReactNode;
  /** What stands on the last page beside the file's whereabouts. */
  after?: ReactNode;
};

const steps = 4;

/** The walk to a sealed file: what is in it, its phrase, made and opened again, given out. */
export function MakeWalk({ session, pages, makeBackupWorker, folder, kind, first, after }: Props) {
  const t = useT();
  const { world } = session;
  const { notes, keep: note } = useBackups(session);
  // open pages stay so while the phrase is written down, or they would be left out at the end of it
  usePages(session.writer.by === '' ? pages : null);
  const { chosen, choose, another } = usePhrase(world);
  const { state, make } = useMaking(session, pages, makeBackupWorker);
  const [keep, setKeep] = useState<boolean | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { place, go, back, swap } = usePlace<Place>('what', (wanted) => isOpen(wanted, chosen, state.at, way));

  // the folder that keeps itself needs the phrase: then there is nothing to ask
  const isFolder = folder !== null && folder.state !== 'off';
  const isKept = keep ?? (chosen !== null && chosen.from !== 'own');

  const begin = async () => {
    // someone who knew an old way in may have seen the phrase that was kept
    if (notes?.phrase && !chosen && !hasOldGiven(notes)) choose({ phrase: notes.phrase, from: 'kept' });
    else if (!chosen && !(await another())) return setProblem('piece-missing');
    setProblem(null);
    go('phrase');
  };
  const seal = () => {
    if (chosen) void make(chosen.phrase);
    go('ready');
  };
  const give = (how: Way) => {
    if (state.at !== 'ready' || !chosen) return;
    const { count, pages: held, at } = state.made;
    void note('last', { count, pages: held, at });
    // the folder may have noted a file of its own meanwhile
    void readNotes(session.store).then(({ given }) => note('given', withGiven(given, kind, at)));
    if (isKept || !isFolder) void note('phrase', isKept ? chosen.phrase : null);
    setWay(how);
    swap('given');
  };

  if (place === 'own') {
    return (
      <OwnPage
        key={place}
        step={[2, steps]}
        onUse={(phrase) => {
          choose({ phrase, from: 'own' });
          back();
        }}
        onBack={back}
      />
    );
  }
  if (place === 'phrase' && chosen) {
    return (
      <PhrasePage
        key={place}
        session={session}
        chosen={chosen}
        step={[2, steps]}
        keep={isFolder || session.example ? null : isKept}
        onKeep={setKeep}
        onAnother={() => void another()}
        onOwn={() => go('own')}
        onNext={seal}
        onBack={back}
      />
    );
  }
  if (place === 'ready' && chosen) {
    return (
      <ReadyPage
        key={`${place} ${state.at}`}
        state={state}
        kind={kind}
        step={[3, steps]}
        folder={folder}
        onAgain={() => void make(chosen.phrase)}
        onGiven={give}
        onBack={back}
      />
    );
  }
  if (place === 'given' && chosen && way && state.at === 'ready') {
    return (
      <GivenPage
        key={place}
        title={t(kind === 'trusted' ? 'keep:trusted.givenTitle' : 'keep:given.title')}
        step={[4, steps]}
        made={state.made}
        phrase={chosen.phrase}
        way={way}
        folder={folder}
        onGiven={setWay}
      >
        {after}
      </GivenPage>
    );
  }
  return first(() => void begin(), problem);
}

function isOpen(place: Place, chosen: Chosen | null, at: string, way: Way | null): boolean {
  if (place === 'what') return true;
  if (place === 'given') return chosen !== null && way !== null && at === 'ready';
  return chosen !== null && (place !== 'ready' || at !== 'idle');
}
