import { asked } from '#passport/summary/asked.ts';
import { type Page, spare } from '#passport/summary/page.ts';

/** Words that hurt. */
export function hurtfulWords(page: Page) {
  return asked(page, 'hurtful', 'wordsThatHurt', spare);
}
