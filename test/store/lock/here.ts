import type { Stretch } from '#store/lock/argon.ts';
import { strong } from '#store/lock/cost.ts';
import { stretchHere } from '#store/lock/stretch.ts';

export const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** The same Argon2id as in the worker, in this thread. */
export const stretch: Stretch = (secret, salt, cost) => stretchHere({ secret, salt, cost }).catch(() => null);

/** Argon2id with a hundredth of the memory, for tests that open a lock many times. */
export const quick: Stretch = (secret, salt, { memory, passes }) =>
  stretch(secret, salt, { memory: Math.round(memory / 100), passes });

/** A device that has no memory for the strong one. */
export const small: Stretch = async (secret, salt, cost) =>
  cost.memory >= strong.memory ? null : quick(secret, salt, cost);

export const none: Stretch = async () => null;
