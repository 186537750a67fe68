/** How often a wrong secret was given in a row, and when the last time was (milliseconds since 1970). */
export type Tries = { readonly tries: number; readonly at: number };

export const noTries: Tries = { tries: 0, at: 0 };

const free = 3;
const waits = [5, 15, 30, 60, 120, 300].map((seconds) => seconds * 1000);

/** How long to wait after this many wrong tries in a row: not at all for three, at most five minutes. Nothing is wiped. */
export function waitAfter(tries: number): number {
  return tries <= free ? 0 : (waits[Math.min(tries - free, waits.length) - 1] ?? 0);
}

/**
 * Tries as they were kept, from untrusted JSON. A try in the future means that the clock was put back: it counts as made
 * now. Keep what this gives, so that the wait runs out however far back the clock goes.
 */
export function readTries(kept: unknown, now: number): Tries {
  if (typeof kept !== 'object' || kept === null) return noTries;
  const { tries, at } = kept as Partial<Tries>;
  if (!Number.isSafeInteger(tries) || !Number.isFinite(at) || (tries as number) <= 0) return noTries;
  return { tries: tries as number, at: Math.min(at as number, now) };
}

/** Milliseconds until another try is heard; 0 now. */
export function waitLeft({ tries, at }: Tries, now: number): number {
  const wait = waitAfter(tries);
  return Math.min(wait, Math.max(0, at + wait - now));
}

export function afterWrong({ tries }: Tries, now: number): Tries {
  return { tries: tries + 1, at: now };
}
