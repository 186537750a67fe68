import { useEffect, useState } from 'react';

export type Latest<T> = {
  /** What the last run that worked gave; null before the first. */
  readonly value: T | null;
  /** True when `value` is the answer to the question asked now. */
  readonly fresh: boolean;
  /** True when the question asked now could not be answered. */
  readonly failed: boolean;
};

/** Runs `run` whenever it is a new function. An answer that comes after a newer question is dropped; null asks nothing. */
export function useLatest<T>(run: (() => Promise<T>) | null): Latest<T> {
  const [settled, setSettled] = useState<{ run: unknown; value: T | null; failed: boolean }>({
    run: null,
    value: null,
    failed: false,
  });
  useEffect(() => {
    if (!run) return;
    let wanted = true;
    run().then(
      (value) => wanted && setSettled({ run, value, failed: false }),
      () => wanted && setSettled(({ value }) => ({ run, value, failed: true })),
    );
    return () => {
      wanted = false;
    };
  }, [run]);
  const now = run !== null && settled.run === run;
  return { value: settled.value, fresh: now && !settled.failed, failed: now && settled.failed };
}
