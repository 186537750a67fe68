import { useSyncExternalStore } from 'react';

/** Where an address leads. A code starts with a digit; everything else with `#/`. */
export type Route =
  | { readonly to: 'code'; readonly fragment: string }
  | { readonly to: 'home' | 'welcome' | 'passport' | 'flare' | 'show' | 'share' | 'scan' | 'more' | 'unknown' }
  | { readonly to: 'part'; readonly part: string }
  | { readonly to: 'record' | 'history'; readonly part: string; readonly record: string }
  | { readonly to: 'paste'; readonly what: 'problems' | 'medicines' }
  | { readonly to: 'share-with'; readonly reader: string };

/** Reads `location.hash`: any text is a route, an unknown one included. */
export function readRoute(hash: string): Route {
  if (/^#\d/.test(hash)) return { to: 'code', fragment: hash };
  const [place = '', a, b, ...more] = hash.replace(/^#?\/?/, '').split('/');
  if (more.length > 0) return { to: 'unknown' };
  if (a === undefined) {
    if (place === '') return { to: 'home' };
    const alone = (['welcome', 'passport', 'flare', 'show', 'share', 'scan', 'more'] as const).find(
      (name) => name === place,
    );
    return { to: alone ?? 'unknown' };
  }
  if (b === undefined) {
    if (place === 'passport') return { to: 'part', part: a };
    if (place === 'share') return { to: 'share-with', reader: a };
    if (place === 'paste' && (a === 'problems' || a === 'medicines')) return { to: 'paste', what: a };
    return { to: 'unknown' };
  }
  if (!/^[\w-]{1,64}$/.test(b)) return { to: 'unknown' };
  if (place === 'passport') return { to: 'record', part: a, record: b };
  if (place === 'history') return { to: 'history', part: a, record: b };
  return { to: 'unknown' };
}

/** The address after `#`, as it changes. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
