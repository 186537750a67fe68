import { wholeNames } from '#passport/summary/header.ts';
import { type Page, paragraph, section } from '#passport/summary/page.ts';
import { phrase } from '#passport/summary/phrase.ts';

/** A label or name too long for the head of the page, in full, where it can push nothing out of sight. */
export function namesInFull(page: Page) {
  const title = phrase(page.words, 'names_title');
  return section(page, { id: 'names', area: 'main', title }, (own) =>
    wholeNames(own).flatMap((line) => paragraph(line)),
  );
}
