import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { engines } from './engines.ts';

/** One line for each walk: the engine, its name, what came of it, how long it took. What failed follows it. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for it
export default class Lines implements Reporter {
  onBegin({ projects }: FullConfig): void {
    for (const { name } of projects) {
      const why = Object.values(engines)
        .find(({ id }) => id === name)
        ?.missing();
      if (why !== undefined) console.log(`${name} · skipped: ${why}`);
    }
  }

  onTestEnd(test: TestCase, { status, duration, errors }: TestResult): void {
    const engine = test.parent.project()?.name ?? '';
    const lines = test.annotations
      .filter(({ type }) => type === 'line' || type === 'skip')
      .map(({ description }) => description);
    const what = status === 'passed' ? 'ok' : status === 'skipped' ? 'skipped' : 'FAIL';
    const more = lines.length > 0 ? `: ${lines.join('; ')}` : '';
    console.log(`${engine} · ${test.title} … ${what}${more}   ${(duration / 1_000).toFixed(0)} s`);
    for (const { message, stack } of errors) console.error(stack ?? message);
  }

  onError({ message, stack }: { message?: string; stack?: string }): void {
    console.error(stack ?? message);
  }

  printsToStdio(): boolean {
    return true;
  }
}
