/** How far someone has come through their plan this time. Times are ISO 8601. */
export type Run = {
  /** '' before the first move. */
  readonly began: string;
  /** The last move: they left it no earlier. '' before the first. */
  readonly last: string;
  /** The key of the page they are on; '' before the first move. */
  readonly at: string;
  /** When each step was done, by the key of its page. */
  readonly done: Readonly<Record<string, string>>;
  /** What is typed on the last page and not saved yet. */
  readonly whatHelped: string;
  readonly noticed: string;
};

export const emptyRun: Run = { began: '', last: '', at: '', done: {}, whatHelped: '', noticed: '' };

const hour = 3_600_000;
const longest = 12 * hour;

export function isBegun(run: Run): boolean {
  return run.at !== '' || Object.keys(run.done).length > 0;
}

/** True while someone who has left the run may want to go on with it: for an hour. */
export function isRecent({ began, last }: Run, now: Date): boolean {
  const age = now.getTime() - Date.parse(last || began);
  return age >= 0 && age < hour;
}

/**
 * The run as it was left. One that began more than 12 hours ago starts fresh, with only what was typed and not saved;
 * text that is no run gives an empty one.
 */
export function decodeRun(text: string | undefined, now: Date): Run {
  const read = parsed(text);
  const words = { whatHelped: wordsOf(read['whatHelped']), noticed: wordsOf(read['noticed']) };
  const began = wordsOf(read['began']);
  const age = now.getTime() - Date.parse(began);
  if (!(age >= 0 && age < longest)) return { ...emptyRun, ...words };
  const done = Object.entries(objectOf(read['done'])).flatMap(([key, time]) =>
    Number.isNaN(Date.parse(wordsOf(time))) ? [] : [[key, wordsOf(time)] as const],
  );
  return { began, last: wordsOf(read['last']), at: wordsOf(read['at']), done: Object.fromEntries(done), ...words };
}

export function encodeRun(run: Run): string {
  return JSON.stringify(run);
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
