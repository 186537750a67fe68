import { useLayoutEffect } from 'react';
import type { Route } from './route.ts';

const secret: ReadonlySet<Route['to']> = new Set(['lock', 'unlock-flare', 'pages', 'page']);

/**
 * Forbids browsers to translate the screens of the lock and of private pages, and all while it is locked: a translator
 * sends what it reads to its maker (HTML `translate`).
 */
export function useTranslate({ to }: Route, isLocked: boolean): void {
  const isForbidden = isLocked || secret.has(to);
  useLayoutEffect(() => {
    document.documentElement.translate = !isForbidden;
  }, [isForbidden]);
}
