/** Shift presses so far: how many, when the first was, and whether Shift is down with nothing else pressed since. */
export type Presses = { readonly count: number; readonly since: number; readonly isAlone: boolean };

export const noPresses: Presses = { count: 0, since: 0, isAlone: false };

/** How many presses hide, and within what time (milliseconds): GOV.UK's "Exit this page". */
export const enough = 3;
export const within = 5_000;

/**
 * Counts one more press when Shift comes up and nothing else was pressed while it was down: a capital letter, a chosen
 * word or a keyboard layout is none. Any other key or a touch begins again. `at` is a time in milliseconds.
 */
export function press(before: Presses, what: 'shift-down' | 'shift-up' | 'other', at: number): Presses {
  if (what === 'other') return noPresses;
  if (what === 'shift-down') return { ...before, isAlone: true };
  if (!before.isAlone) return before;
  const isFirst = before.count === 0 || at - before.since > within;
  return { count: isFirst ? 1 : before.count + 1, since: isFirst ? at : before.since, isAlone: false };
}
