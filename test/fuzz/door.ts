import type { Random } from './random.ts';

/**
 * One input, as it comes in: goes the whole way of untrusted bytes and tells what became of it. 'taken' in, 'passed-over'
 * where nothing need be said, else the id of a problem. `inflated` hears of every byte that comes out of packed ones.
 */
export type Knock = (inflated: (bytes: number) => void) => Promise<string>;

/** A way into the app for bytes that others made. */
export type Door = {
  readonly name: string;
  /** How many of a thousand inputs come this way. */
  readonly share: number;
  /** The most bytes that may come out of one input, packed ones in it inflated. */
  readonly cap: number;
  /** An input from chance: something true, something changed a little, or nothing anyone would send. */
  readonly make: (random: Random) => Knock;
};
