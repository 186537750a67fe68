import { useEffect, useRef, useState } from 'react';
import { type Slip, slipIn } from '#screens/lock/compare-key.ts';
import type { Locked, Opened, Secret, UnlockProblem } from '#store/opened.ts';

/** 'save-gone': the try broke off. */
type Problem = UnlockProblem | 'save-gone';

/** Why it is still locked; for what was typed in place of a recovery key, its first slip. */
export type Refusal =
  | { readonly why: Exclude<Problem, 'recovery-unread' | 'unlock-wait'> | 'empty' }
  | { readonly why: 'recovery-unread'; readonly slip: Slip };

export type Unlock = {
  readonly isOpening: boolean;
  readonly refusal: Refusal | null;
  /** Whole seconds until another try is heard; 0 now. */
  readonly seconds: number;
  readonly unlock: (secret: Secret) => void;
  readonly forget: () => void;
};

/** Tries to open, one try at a time, and counts down when wrong tries have to slow. */
export function useUnlock(locked: Locked, onOpened: (opened: Opened) => void): Unlock {
  const [isOpening, setOpening] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [seconds, setSeconds] = useState(() => secondsOf(locked));
  const isTrying = useRef(false);
  const isWaiting = seconds > 0;

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setSeconds(secondsOf(locked)), 1000);
    return () => clearInterval(timer);
  }, [locked, isWaiting]);

  const attempt = async (secret: Secret) => {
    isTrying.current = true;
    setOpening(true);
    const result = await locked.unlock(secret).catch(() => ({ ok: false, problem: 'save-gone' }) as const);
    isTrying.current = false;
    setOpening(false);
    if (result.ok || !isUnlockProblem(result)) return onOpened(result);
    setRefusal(toRefusal(result.problem, secret));
    setSeconds(secondsOf(locked));
  };

  const unlock = (secret: Secret) => {
    if (isTrying.current) return;
    const left = secondsOf(locked);
    setSeconds(left);
    if (left > 0) return;
    const early = refuseEarly(secret);
    setRefusal(early);
    if (!early) void attempt(secret);
  };

  return { isOpening, refusal, seconds, unlock, forget: () => setRefusal(null) };
}

/** What is plainly not a secret yet costs no try. */
function refuseEarly(secret: Secret): Refusal | null {
  const typed = Object.values(secret).find((value) => typeof value === 'string');
  if (typed?.trim() === '') return { why: 'empty' };
  const slip = 'recovery' in secret ? slipIn(secret.recovery) : null;
  return slip && { why: 'recovery-unread', slip };
}

function toRefusal(problem: Problem, secret: Secret): Refusal | null {
  if (problem === 'unlock-wait') return null;
  if (problem !== 'recovery-unread') return { why: problem };
  return { why: problem, slip: ('recovery' in secret && slipIn(secret.recovery)) || { found: 'mixed' } };
}

function secondsOf(locked: Locked): number {
  return Math.ceil(locked.wait() / 1000);
}

const unlockProblems: ReadonlySet<string> = new Set<Problem>([
  'save-gone',
  'unlock-wrong',
  'unlock-wait',
  'recovery-unread',
  'passkey-missing',
  'passkey-refused',
  'argon-failed',
]);

type Refused = { readonly ok: false; readonly problem: Problem };

function isUnlockProblem(result: Opened | Refused): result is Refused {
  return !result.ok && unlockProblems.has(result.problem);
}
