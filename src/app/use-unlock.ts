import { slipIn } from '#store/lock/compare-key.ts';
import type { Locked, Opened, Secret, UnlockProblem } from '#store/opened.ts';
import type { TypedSecret } from '#views/secret-form.tsx';
import { type Refusal, type Tries, useTries } from '#views/use-tries.ts';

/** Tries to open: with what was typed, or with the passkey. */
export function useUnlock(
  locked: Locked,
  onOpened: (opened: Opened) => void,
): Tries<TypedSecret> & { readonly usePasskey: () => void } {
  const trying = useTries<TypedSecret | 'passkey'>({
    wait: locked.wait,
    async attempt(given) {
      const result = await locked.unlock(given === 'passkey' ? { passkey: true } : toSecret(given));
      if (!result.ok && isUnlockProblem(result.problem)) return toRefusal(result.problem, given);
      onOpened(result as Opened);
      return null;
    },
    refuseEarly(given) {
      if (given === 'passkey') return null;
      if (given.typed.trim() === '') return { why: 'empty' };
      const slip = given.way === 'recovery' ? slipIn(given.typed) : null;
      return slip && { why: 'recovery-unread', slip };
    },
    isFree: (given) => given === 'passkey',
  });
  return { ...trying, usePasskey: () => trying.attempt('passkey') };
}

function toSecret({ way, typed }: TypedSecret): Secret {
  if (way === 'pin') return { pin: typed };
  return way === 'recovery' ? { recovery: typed } : { passphrase: typed };
}

function toRefusal(why: UnlockProblem, given: TypedSecret | 'passkey'): Refusal {
  if (why !== 'recovery-unread' || given === 'passkey') return { why };
  return { why, slip: slipIn(given.typed) ?? { found: 'mixed' } };
}

const unlockProblems: ReadonlySet<string> = new Set<UnlockProblem>([
  'unlock-wrong',
  'unlock-wait',
  'recovery-unread',
  'passkey-missing',
  'passkey-refused',
  'argon-failed',
]);

function isUnlockProblem(problem: string): problem is UnlockProblem {
  return unlockProblems.has(problem);
}
