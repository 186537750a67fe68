import type { Block, Line } from '#passport/doc.ts';
import { words as myWords } from '#passport/parts/words.ts';
import { list, type Page, paragraph, sayChoices, section } from './page.ts';
import { dotted, lineToText, run } from './phrase.ts';
import { onlyRecord } from './told.ts';

/** Longer than this, a thing asked for is an item of its own and not a word among others. */
const longest = 40;

/** A section of picked or own words: one line of short ones, or a list. */
export function asked(
  page: Page,
  id: string,
  field: 'pleaseDo' | 'pleaseDont' | 'wordsThatHurt',
  form: (blocks: readonly Block[]) => readonly Block[],
) {
  const { extract, words } = page;
  const title = [run(words, words.field(myWords.id, field))];
  return section(page, { id, area: 'side', title }, (own) => {
    const choices: readonly Line[] = sayChoices(own, myWords, onlyRecord(extract, myWords), field);
    const isShort = choices.every((choice) => lineToText(choice).length <= longest);
    return form(isShort ? paragraph(dotted(words, choices)) : list(choices, { compact: true }));
  });
}
