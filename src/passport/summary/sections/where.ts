import { words as myWords } from '#passport/parts/words.ts';
import { type Page, paragraph, say, section, spare } from '#passport/summary/page.ts';
import { run } from '#passport/summary/phrase.ts';
import { onlyRecord } from '#passport/summary/told.ts';

/** Where it is, in words. */
export function whereItIs(page: Page) {
  const { extract, words } = page;
  const title = [run(words, words.field(myWords.id, 'where'))];
  return section(page, { id: 'where', area: 'side', title }, (own) =>
    spare(paragraph(say(own, myWords, onlyRecord(extract, myWords), 'where'))),
  );
}
