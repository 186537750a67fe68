import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** One line for each fault: its name, what came of it, how long it took. What failed follows it. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for it
export default class Lines implements Reporter {
  onTestEnd(test: TestCase, { status, duration, errors }: TestResult): void {
    const lines = test.annotations.filter(({ type }) => type === 'line').map(({ description }) => description);
    const mark = status === 'passed' ? 'ok  ' : status === 'skipped' ? '–   ' : 'FAIL';
    console.log(`${mark} ${test.title.padEnd(12)} ${lines.join('; ') || status}   ${(duration / 1_000).toFixed(0)} s`);
    for (const { message, stack } of errors) console.error(stack ?? message);
  }

  onError({ message, stack }: { message?: string; stack?: string }): void {
    console.error(stack ?? message);
  }

  printsToStdio(): boolean {
    return true;
  }
}
