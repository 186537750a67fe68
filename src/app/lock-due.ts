/** When the page was last touched, and since when it is out of sight (milliseconds); null while it is seen. */
export type Watched = { readonly usedAt: number; readonly hiddenAt: number | null };

/** In minutes: `hidden` 0 is at once, `idle` 0 is never. */
export type Limits = { readonly hidden: number; readonly idle: number };

const minute = 60_000;

/** Milliseconds until it locks; 0 when it should be locked now, null when it never will by itself. */
export function lockDue(watched: Watched, { hidden, idle }: Limits, now: number): number | null {
  const ends = [
    ...(watched.hiddenAt === null ? [] : [watched.hiddenAt + hidden * minute]),
    ...(idle === 0 ? [] : [watched.usedAt + idle * minute]),
  ];
  return ends.length === 0 ? null : Math.max(0, Math.min(...ends) - now);
}

/** A clock put back makes no one wait for it: what seems to lie ahead of now counts from now. */
export function notAhead({ usedAt, hiddenAt }: Watched, now: number): Watched {
  return { usedAt: Math.min(usedAt, now), hiddenAt: hiddenAt === null ? null : Math.min(hiddenAt, now) };
}
