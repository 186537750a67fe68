import { asked } from '#passport/summary/asked.ts';
import { type Page, spare } from '#passport/summary/page.ts';

/** What helps in a visit. */
export function pleaseDo(page: Page) {
  return asked(page, 'please_do', 'pleaseDo', spare);
}
