import problemWords from '#locales/en-GB/problem.json' with { type: 'json' };
import type { Door, Knock } from './door.ts';
import { Random } from './random.ts';

export type Fault = { readonly door: string; readonly seed: number; readonly what: string };

/** What became of inputs at one door. */
export type Tally = {
  readonly door: string;
  readonly inputs: number;
  readonly taken: number;
  readonly refused: number;
  /** Milliseconds of the slowest, and the most bytes that came out of one. */
  readonly slowest: number;
  readonly largest: number;
  readonly faults: readonly Fault[];
};

/** Longer than this is too long, if it is so again and again with nothing beside it. */
const patience = 250;

/**
 * Makes the inputs of `count` seeds from `first` on and lets each knock. An input is at fault when it throws, leaves a
 * promise rejected, changes what every object has, is refused without a sentence, inflates past the door's cap, or is
 * slow each of three more times. `begun` hears of each seed, so that one that never ends can be named.
 */
export async function knockOn(
  door: Door,
  first: number,
  count: number,
  begun?: (seed: number) => void,
): Promise<Tally> {
  const faults: Fault[] = [];
  let [taken, refused, slowest, largest] = [0, 0, 0, 0];
  let seed = first;
  const rejected = (why: unknown) =>
    faults.push({ door: door.name, seed, what: `left a promise rejected: ${say(why)}` });
  process.on('unhandledRejection', rejected);
  const before = shared();
  const size = sharedSize();
  try {
    for (let at = 0; at < count; at += 1) {
      seed = (first + at) >>> 0;
      begun?.(seed);
      const fault = (what: string) => faults.push({ door: door.name, seed, what });
      const knock = door.make(new Random(seed));
      const outcome = await timed(knock);
      // An unheard rejection is told between tasks.
      await new Promise(setImmediate);
      if (sharedSize() !== size) fault('put something on a prototype');
      if ('error' in outcome) fault(`threw ${say(outcome.error)}`);
      else if (outcome.answer === 'taken') taken += 1;
      else {
        refused += 1;
        const isSaid = outcome.answer === 'passed-over' || Object.hasOwn(problemWords, outcome.answer);
        if (!isSaid) fault(`was refused with ${outcome.answer}, which has no sentence`);
      }
      if (outcome.inflated > door.cap) fault(`inflated ${outcome.inflated} bytes, over ${door.cap}`);
      largest = Math.max(largest, outcome.inflated);
      let { took } = outcome;
      for (let again = 0; again < 3 && took > patience; again += 1) took = Math.min(took, (await timed(knock)).took);
      if (took > patience) fault(`took ${Math.round(took)} ms at the least of four times`);
      slowest = Math.max(slowest, took);
    }
    const changed = differenceFrom(before);
    if (changed) faults.push({ door: door.name, seed: first, what: `or one after it changed ${changed}` });
  } finally {
    process.off('unhandledRejection', rejected);
  }
  return { door: door.name, inputs: count, taken, refused, slowest, largest, faults };
}

type Timed = { readonly took: number; readonly inflated: number } & (
  | { readonly answer: string }
  | { readonly error: unknown }
);

async function timed(knock: Knock): Promise<Timed> {
  let inflated = 0;
  const begun = performance.now();
  const worked = process.cpuUsage();
  const outcome = await knock((bytes) => {
    inflated += bytes;
  }).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  const { user, system } = process.cpuUsage(worked);
  // On a busy machine the clock also counts waiting for a turn; the processor's own count includes other threads.
  return { took: Math.min(performance.now() - begun, (user + system) / 1_000), inflated, ...outcome };
}

const prototypes = { Object, Array, Function, String, Map, Promise };

function sharedSize(): number {
  return Object.values(prototypes).reduce((sum, { prototype }) => sum + Reflect.ownKeys(prototype).length, 0);
}

/** Everything that hangs on what every object has. */
function shared(): readonly [string, string | symbol, unknown][] {
  return Object.entries(prototypes).flatMap(([name, { prototype }]) =>
    Reflect.ownKeys(prototype).map((key): [string, string | symbol, unknown] => {
      const held = Object.getOwnPropertyDescriptor(prototype, key);
      return [name, key, held?.get ?? held?.value];
    }),
  );
}

function differenceFrom(before: ReturnType<typeof shared>): string | null {
  const now = shared();
  const at = now.findIndex(([name, key, value], place) => {
    const [oldName, oldKey, oldValue] = before[place] ?? [];
    return name !== oldName || key !== oldKey || !Object.is(value, oldValue);
  });
  if (at >= 0) return `${now[at]?.[0]}.prototype.${String(now[at]?.[1])}`;
  return now.length === before.length ? null : 'a prototype';
}

function say(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error);
}
