import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Passport } from '#passport/fold.ts';
import type { Session } from '#store/session.ts';
import { type FlarePlan, planOf } from './pages.ts';

/** Where the person's own plan is: on its way, behind the lock, or nowhere to be had. */
export type PlanAt = 'opening' | 'locked' | 'refused' | 'none';

/** How long someone in a flare waits for their own steps before ideas take their place (milliseconds). */
const patience = 4_000;

type Plan = {
  readonly passport: Passport | null;
  /** Null while it is on its way: no step stands there that another would push away under the thumb. */
  readonly plan: FlarePlan | null;
  /** For someone at the ideas whose own plan came too late to wait for. */
  readonly takeOwn: (() => void) | null;
};

/** The person's own plan as soon as it is open; ideas where there is none, or where it is too long in coming. */
export function usePlan(session: Session | undefined, at: PlanAt): Plan {
  const passport = usePassportWhenReady(session);
  const own = useMemo(() => (passport ? planOf(passport) : null), [passport]);
  const [isLate, setLate] = useState(false);
  const isWaiting = !passport && at === 'opening';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  const isApart = isLate && own?.isOwn === true;
  const ideas = useMemo(() => planOf(null), []);
  return {
    passport,
    plan: isApart ? ideas : (own ?? (isWaiting && !isLate ? null : ideas)),
    takeOwn: isApart ? () => setLate(false) : null,
  };
}

/** The passport once the flare plan is in memory; null until then. */
function usePassportWhenReady(session: Session | undefined): Passport | null {
  const subscribe = useCallback((listener: () => void) => session?.store.subscribe(listener) ?? nothing, [session]);
  return useSyncExternalStore(subscribe, () => (session?.store.isReady('flare') ? session.store.passport() : null));
}

function nothing() {}
