import type { World } from '#passport/write.ts';

/** A world whose clock stands and whose every id is another. */
export function countingWorld(): World {
  let made = 0;
  const random = (count: number) => {
    made += 1;
    return new Uint8Array(count).map((_, at) => (at < 3 ? (made >> (6 * at)) & 63 : 0));
  };
  return { now: () => new Date(2026, 10, 21, 9, 30), random };
}
