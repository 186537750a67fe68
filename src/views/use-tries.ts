import { useEffect, useRef, useState } from 'react';

/** What keeps a typed recovery key from being one. */
export type KeySlip =
  | { readonly found: 'empty' | 'mixed' }
  | { readonly found: 'part'; readonly typed: number; readonly total: number }
  | { readonly found: 'group'; readonly group: number };

/** Why a secret was not taken: 'empty', or a problem's id; for what was typed in place of a recovery key, its slip. */
export type Refusal = { readonly why: string; readonly slip?: KeySlip };

export type Tries<S> = {
  readonly isOpening: boolean;
  readonly refusal: Refusal | null;
  /** Whole seconds until another try is heard; 0 now. */
  readonly seconds: number;
  readonly attempt: (secret: S) => void;
  readonly forget: () => void;
};

type Options<S> = {
  /** Milliseconds until another try is heard. */
  readonly wait: () => number;
  /** Tries it; null when it was taken. A refusal 'unlock-wait' is told by the seconds alone. */
  readonly attempt: (secret: S) => Promise<Refusal | null>;
  /** What is plainly not a secret yet, and costs no try; null for what is worth one. */
  readonly refuseEarly: (secret: S) => Refusal | null;
  /** True for a secret that does not wait. */
  readonly isFree?: (secret: S) => boolean;
};

/** Tries secrets, one at a time, and counts down when wrong ones have to slow. */
export function useTries<S>({ wait, attempt, refuseEarly, isFree = () => false }: Options<S>): Tries<S> {
  const secondsNow = () => Math.ceil(wait() / 1000);
  const [isOpening, setOpening] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [seconds, setSeconds] = useState(secondsNow);
  const isTrying = useRef(false);
  const isWaiting = seconds > 0;
  const latest = useRef(secondsNow);
  useEffect(() => {
    latest.current = secondsNow;
  });

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setSeconds(latest.current()), 1000);
    return () => clearInterval(timer);
  }, [isWaiting]);

  const go = async (secret: S) => {
    isTrying.current = true;
    setOpening(true);
    const refused = await attempt(secret).catch(() => ({ why: 'save-gone' }));
    isTrying.current = false;
    setOpening(false);
    if (!refused) return;
    setRefusal(refused.why === 'unlock-wait' ? null : refused);
    setSeconds(secondsNow());
  };
  return {
    isOpening,
    refusal,
    seconds,
    attempt(secret) {
      if (isTrying.current) return;
      const left = isFree(secret) ? 0 : secondsNow();
      if (!isFree(secret)) setSeconds(left);
      if (left > 0) return;
      const early = refuseEarly(secret);
      setRefusal(early);
      if (!early) void go(secret);
    },
    forget: () => setRefusal(null),
  };
}
