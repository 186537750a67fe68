import type { ReaderId } from '#passport/readers.ts';
import type { Session } from '#store/session.ts';
import { ReaderList } from './reader-list.tsx';
import { ShareWith } from './share-with.tsx';

type Props = {
  session: Session;
  /** Whom it is for; without one they are listed. */
  reader?: ReaderId;
  makePdfWorker: () => Worker;
};

/** The way out: whom it is for, exactly what they will see, then paper, text, code, link. */
export function ShareScreen({ session, reader, makePdfWorker }: Props) {
  if (!reader) return <ReaderList />;
  return <ShareWith key={reader} session={session} reader={reader} makePdfWorker={makePdfWorker} />;
}
