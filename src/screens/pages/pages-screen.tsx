import type { Session } from '#store/session.ts';
import { BeginPages } from './begin-pages.tsx';
import { Gate } from './gate.tsx';
import { PageList } from './page-list.tsx';

type Props = { session: Session };

/** The private pages: begun only here, listed only here. */
export function PagesScreen({ session }: Props) {
  return (
    <Gate session={session} none={(pages) => <BeginPages pages={pages} />}>
      {(pages, inner) => <PageList session={inner} pages={pages} />}
    </Gate>
  );
}
