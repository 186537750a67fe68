/** What one guess costs: memory in KiB, and how many times all of it is gone through. */
export type Cost = { readonly memory: number; readonly passes: number };

/** What a slot is made with where the memory can be had. */
export const strong: Cost = { memory: 65_536, passes: 3 };
/** Otherwise: the least OWASP allows (Password Storage Cheat Sheet, Argon2id). */
export const light: Cost = { memory: 19_456, passes: 2 };

/** Reads a stored cost. Null when it is dearer than a damaged file may ask for, or cheaper than anything made here. */
export function readCost(value: unknown): Cost | null {
  if (typeof value !== 'object' || value === null) return null;
  const { memory, passes } = value as Partial<Cost>;
  const isWithin = (number: unknown, least: number, most: number): number is number =>
    Number.isSafeInteger(number) && (number as number) >= least && (number as number) <= most;
  return isWithin(memory, light.memory, 4 * strong.memory) && isWithin(passes, light.passes, 8)
    ? { memory, passes }
    : null;
}
