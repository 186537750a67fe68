import { loadWords } from '#i18n/words-files.ts';
import { routes } from '#ui/routes.ts';
import { isApart, isFirstRun } from './first-run.ts';
import { loadFace } from './load-face.ts';
import { readRoute } from './route.ts';
import { readSettings } from './settings.ts';

/**
 * Asks for what the page at hand will need besides the app itself, beside it rather than after it: its words, whose file
 * is known only once the language is, and the passport's own pieces. Whatever cannot be had is asked for again by what
 * needs it, which says so.
 */
export function beginLoading(): void {
  const settings = readSettings();
  const isFirst = isFirstRun(settings, window.location.hash);
  // where a first run leads to: said before anything is drawn, so that it is drawn once
  if (isFirst && !settings.hidden) window.history.replaceState(null, '', routes.welcome);
  const route = readRoute(window.location.hash);
  const wanted: Promise<unknown>[] = [loadWords(settings.lang, isFirst)];
  if (route.to === 'code') wanted.push(import('#screens/reader/reader-screen.tsx'));
  if (route.to === 'flare') wanted.push(import('#screens/flare/flare-screen.tsx'));
  if (!isFirst && !isApart(route)) wanted.push(import('#store/open.ts'), import('./ready-screen.tsx'));
  // where it is on this device already it would only flicker if it came later
  if (navigator.serviceWorker?.controller) wanted.push(loadFace());
  for (const one of wanted) one.catch(() => undefined);
}
