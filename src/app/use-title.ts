import { useEffect } from 'react';
import { useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import { partOf } from '#passport/catalogue.ts';
import { isPrivatePart } from '#passport/private.ts';
import type { Route } from './route.ts';

/** The window's title names the screen, never the person or what they wrote; while it is locked, not the screen either. */
export function useTitle(route: Route, { discreet, locked }: { discreet: boolean; locked: boolean }) {
  const t = useT();
  useEffect(() => {
    const part = 'part' in route ? partOf(route.part) : undefined;
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
    const open = part && !isPrivatePart(part) ? partWords(t, part.id).name : screens[route.to as keyof typeof screens];
    const screen = locked ? t('lock:locked.title') : open;
    const whole = screen ? `${screen} – ${t('name')}` : t('name');
    document.title = discreet ? t('hide.name') : whole;
  }, [route, t, discreet, locked]);
}
