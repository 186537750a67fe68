import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { onSettings, type Settings } from '#app/settings.ts';
import { useT } from '#i18n/i18n.ts';
import { HideProvider } from '#ui/hide.tsx';
import { routes } from '#ui/routes.ts';
import { Calendar } from './calendar.tsx';
import { nameApp } from './dress.ts';
import { useThreeShifts } from './use-three-shifts.ts';

type Props = {
  settings: Settings;
  set: (next: Partial<Settings>) => void;
  now: () => Date;
  /** False on a page that someone else has opened: there is nothing of theirs to hide. */
  isOn: boolean;
  /** The screen is gone: closes the lock, where there is one. */
  onHide: () => void;
  /** Everything else. None of it is in the page while it is hidden. */
  children: ReactNode;
};

const nowhere = { hash: routes.home, state: null } as const;

/** Lets everything inside be hidden at once, by the button or by Shift three times, and stay so until it is opened again. */
export function Hide({ settings, set, now, isOn, onHide, children }: Props) {
  const t = useT();
  const { hidden, discreet } = settings;
  const left = useRef<{ hash: string; state: unknown }>(nowhere);
  const locked = useRef(onHide);
  useEffect(() => {
    locked.current = onHide;
  });

  const hide = useCallback(() => {
    // a box saves what is in it when it is left
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    left.current = { hash: window.location.hash || routes.home, state: window.history.state };
    flushSync(() => set({ hidden: true }));
    locked.current();
  }, [set]);
  const open = () => {
    window.history.replaceState(left.current.state, '', left.current.hash);
    left.current = nowhere;
    set({ hidden: false });
  };

  useNeutralAddress(hidden);
  useEffect(() => (hidden ? undefined : onSettings((theirs) => (theirs.hidden ? hide() : undefined))), [hidden, hide]);
  const name = hidden ? '' : discreet ? t('hide.name') : t('name');
  useEffect(() => nameApp(name), [name]);
  const toGo = useThreeShifts(isOn && !hidden, hide);

  const label = t('hide.button');
  const hiding = useMemo(() => ({ label, hide: isOn ? hide : null, discreet }), [label, isOn, hide, discreet]);
  if (hidden) return <Calendar now={now} onOpen={open} />;
  return (
    <HideProvider value={hiding}>
      {children}
      <p className="visually-hidden" aria-live="assertive">
        {toGo !== null && (toGo === 'over' ? t('hide.shiftOver') : t('hide.shift', { count: toGo }))}
      </p>
    </HideProvider>
  );
}

/** While it is hidden every address, those of "back" too, is the first one. */
function useNeutralAddress(hidden: boolean): void {
  useLayoutEffect(() => {
    if (!hidden) return;
    const clear = () => {
      const isClear = window.location.hash === routes.home && window.history.state === null;
      if (!isClear) window.history.replaceState(null, '', routes.home);
    };
    clear();
    window.addEventListener('popstate', clear);
    window.addEventListener('hashchange', clear);
    return () => {
      window.removeEventListener('popstate', clear);
      window.removeEventListener('hashchange', clear);
    };
  }, [hidden]);
}
