import { codeIn, readRoute } from './route.ts';

type Where = Pick<Location, 'pathname' | 'search' | 'hash'>;

/**
 * Where an address as it was opened leads, as the app writes addresses; null when it is one already. A mail program may
 * have written `#` as `%23`, put something before it, or left it out. What leads nowhere leads to a page that says so.
 */
export function settledAddress({ pathname, search, hash }: Where, base: string): string | null {
  const rest = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const isHome = rest === '' || rest === 'index.html';
  const isRead = /^#\/?./u.test(hash) && readRoute(hash).to !== 'unknown';
  if (isRead) return isHome ? null : base + hash;
  const code = codeIn(rest + search + hash);
  if (code !== null) return `${base}#${code}`;
  return isHome ? null : `${base}#/bad-link`;
}

/** Before anything is shown: digits of a code that stand in the path are out of the address, and of what a reload asks for. */
export function settleAddress(): void {
  const address = settledAddress(window.location, import.meta.env.BASE_URL);
  if (address !== null) window.history.replaceState(window.history.state, '', address);
}
