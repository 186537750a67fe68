import { useEffect } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Route } from './route.ts';

type Titled = {
  readonly discreet: boolean;
  readonly locked: boolean;
  /** The name of the part that the screen is about, where it may be named. */
  readonly part?: string | undefined;
};

/**
 * The window's title names the screen, never the person or what they wrote; while it is locked, not the screen either.
 * Without a route it stays what it was.
 */
export function useTitle(route: Route | null, { discreet, locked, part }: Titled) {
  const t = useT();
  useEffect(() => {
    if (!route) return;
    const screens = {
      home: t('titles.home'),
      passport: t('titles.passport'),
      flare: t('titles.flare'),
      'unlock-flare': t('titles.flare'),
      share: t('titles.share'),
      'share-with': t('titles.share'),
      show: t('titles.show'),
      more: t('titles.more'),
      welcome: t('titles.welcome'),
      paste: t('titles.paste'),
      scan: t('titles.scan'),
      'bad-link': t('titles.scan'),
      code: t('titles.summary'),
      history: t('titles.history'),
      removed: t('titles.removed'),
      safety: t('hide:title'),
      lock: t('lock:title'),
      keep: t('keep:title'),
      'keep-step': t('keep:title'),
      pages: t('hide:title'),
      page: t('hide:title'),
    } as const;
    const screen = locked ? t('lock:locked.title') : (part ?? screens[route.to as keyof typeof screens]);
    const whole = screen ? `${screen} – ${t('name')}` : t('name');
    document.title = discreet ? t('hide.name') : whole;
  }, [route, t, discreet, locked, part]);
}
