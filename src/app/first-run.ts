import { anySentinel } from '#store/safe/sentinel.ts';
import { type Route, readRoute } from './route.ts';
import type { Settings } from './settings.ts';

/** True at the address of a first run where there has been none: it needs few words, and no passport yet. */
export function isFirstRun(settings: Pick<Settings, 'welcomed'>, hash: string): boolean {
  return !settings.welcomed && isFirstAddress(hash) && !anySentinel();
}

export function isFirstAddress(hash: string): boolean {
  const { to } = readRoute(hash);
  return to === 'home' || to === 'welcome';
}

/** A page for what someone else has written: it needs no passport. */
export function isApart({ to }: Route): boolean {
  return to === 'code' || to === 'scan' || to === 'bad-link';
}
