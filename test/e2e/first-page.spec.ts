import { expect } from '@playwright/test';
import { languages } from '#i18n/languages.ts';
import { test } from './app.ts';

for (const { id } of languages) {
  test.describe(id, () => {
    test.use({ locale: id });

    test('a first page asks for at most eight files before it is painted, and for the rest afterwards', async ({
      page,
    }) => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);
      const { before, after } = await page.evaluate(() => {
        const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        const asked = performance.getEntriesByType('resource');
        const names = (some: PerformanceEntryList) => some.map(({ name }) => new URL(name).pathname);
        return {
          before: names(asked.filter(({ startTime }) => startTime < painted)),
          after: names(asked.filter(({ startTime }) => startTime >= painted)),
        };
      });
      expect(before.length + 1, before.join(' ')).toBeLessThanOrEqual(8);
      expect(before.filter((name) => /\.woff2$|watch-update|passport/.test(name))).toEqual([]);
      expect(before.filter((name) => name.includes(`/${id}-app-`))).toHaveLength(1);
      expect(after.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(0);
    });
  });
}
