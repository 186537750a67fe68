import { drop, keep, readKept } from '#store/kept.ts';
import { afterWrong, noTries, readTries, type Tries, waitLeft } from './tries.ts';

/**
 * The count of wrong tries at one secret: kept, so that a reload does not clear it. Each secret has one of its own, so
 * that whoever knows one cannot clear the tries at another with it.
 */
export type KeptTries = {
  /** Milliseconds until another try is heard; 0 now. */
  wait(): number;
  wrong(): void;
  /** The secret was right: counting begins anew. */
  right(): void;
};

/** Of the passport, or the private pages, with this name. `clock` gives milliseconds since 1970. */
export function keptTries(name: string, clock: () => number): KeptTries {
  const key = keyOf(name);
  // counts where nothing can be kept
  let held: Tries | null = null;
  const read = () => readTries(held ?? readKept(key), clock());
  const put = (tries: Tries) => {
    keep(key, tries);
    held = readKept(key) === null ? tries : null;
  };
  return {
    wait() {
      // kept anew each time: a clock that was put back must not make anyone wait twice
      const now = read();
      if (now.tries > 0) put(now);
      return waitLeft(now, clock());
    },
    wrong: () => put(afterWrong(read(), clock())),
    right() {
      held = null;
      if (read() !== noTries) drop(key);
    },
  };
}

export function forgetTries(name: string): void {
  drop(keyOf(name));
}

function keyOf(name: string): string {
  return `${name}-tries`;
}
