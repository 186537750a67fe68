import { useMemo, useSyncExternalStore } from 'react';
import { emptyPassport, type Passport } from '#passport/fold.ts';
import { withPages } from '#passport/private.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { usePages } from '#store/use-pages.ts';
import { usePassport } from '#store/use-passport.ts';

/** The passport with its private pages while they are open; `shut` when there are some to be opened for this. */
export function useWhole(session: Session): { readonly passport: Passport; readonly shut: Pages | null } {
  const pages = session.writer.by === '' ? session.pages : null;
  const { state, store } = usePages(pages);
  const own = usePassport(session.store);
  const inside = useSyncExternalStore(store?.subscribe ?? neverChanges, () => store?.passport() ?? emptyPassport);
  const passport = useMemo(() => withPages(own, inside), [own, inside]);
  return { passport, shut: state === 'closed' ? pages : null };
}

const neverChanges = () => () => undefined;
