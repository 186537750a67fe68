import { useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import { partOf } from '#passport/catalogue.ts';
import { isPrivatePart } from '#passport/private.ts';
import type { Route } from './route.ts';
import { useTitle } from './use-title.ts';

/** The window's title for a screen of the passport, which may be about one part. A private part is not named. */
export function usePartTitle(route: Route, { discreet }: { discreet: boolean }) {
  const t = useT();
  const part = 'part' in route ? partOf(route.part) : undefined;
  const name = part && !isPrivatePart(part) ? partWords(t, part.id).name : undefined;
  useTitle(route, { discreet, locked: false, part: name });
}
