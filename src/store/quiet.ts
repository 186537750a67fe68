/** A task for the next quiet moment; each call to `wait` puts it off anew. */
export type Quiet = { wait(milliseconds: number): void; stop(): void };

export function makeQuiet(task: () => Promise<void>): Quiet {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => void task().catch(() => undefined);
  return {
    wait(milliseconds) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 5000 });
        else run();
      }, milliseconds);
    },
    stop: () => clearTimeout(timer),
  };
}
