import { type Browser, expect, type Locator } from '@playwright/test';
import { type App, appOn } from './app.ts';

/** Everything that stands in an article, the folded record included, as a person would read it. */
export async function wordsIn(article: Locator): Promise<string> {
  await article.evaluate((element) => {
    for (const fold of element.querySelectorAll('details')) fold.open = true;
  });
  // what is folded is drawn once it is open
  await expect(article.locator('details > summary:only-child')).toHaveCount(0);
  return (await article.allInnerTexts()).join('\n');
}

/** A clinician: another browser, with nothing of the person's in it. */
export async function clinician(browser: Browser, baseURL: string | undefined): Promise<App> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    locale: 'en-GB',
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return appOn(await context.newPage());
}
