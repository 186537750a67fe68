import { type Change, gonePart } from '#passport/change.ts';
import { isHomeChange } from './pages-home.ts';

/** What two devices say alike when they hold the same. */
export type Check = {
  readonly count: number;
  /** "482 913" */
  readonly digits: string;
};

/**
 * How many changes a log holds, and six digits from the SHA-256 of all their ids. To be compared by eye, against
 * mistakes and not against anyone. Left out is what no other device needs to hold: where private pages lie, and what is
 * left of things that were removed for ever.
 */
export async function checkOf(log: readonly Change[]): Promise<Check> {
  const held = log.filter((change) => change.part !== gonePart && !isHomeChange(change));
  const ids = held.map(({ id }) => id).sort();
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ids.join(' ')));
  const digits = String(new DataView(sum).getUint32(0) % 1_000_000).padStart(6, '0');
  return { count: held.length, digits: `${digits.slice(0, 3)} ${digits.slice(3)}` };
}
