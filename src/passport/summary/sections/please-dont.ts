import { asked } from '#passport/summary/asked.ts';
import type { Page } from '#passport/summary/page.ts';

/** What does harm in a visit: never left out. */
export function pleaseDont(page: Page) {
  return asked(page, 'please_dont', 'pleaseDont', (blocks) => blocks);
}
