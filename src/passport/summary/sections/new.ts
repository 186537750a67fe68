import { flare } from '#passport/parts/flare.ts';
import { words as myWords } from '#passport/parts/words.ts';
import { type Page, paragraph, say, section } from '#passport/summary/page.ts';
import { phrase, strong } from '#passport/summary/phrase.ts';
import { labelled, onlyRecord } from '#passport/summary/told.ts';

/** What is new, not usual and urgent, so that a new thing is never taken for the old one; then what is usual. */
export function newAndUrgent(page: Page) {
  const { extract, words } = page;
  const title = phrase(words, 'new_title');
  return section(page, { id: 'new', area: 'side', title, aged: myWords }, (own) => {
    const record = onlyRecord(extract, myWords);
    const plan = onlyRecord(extract, flare);
    return [
      ...(extract.reader === 'emergency' ? paragraph(strong(phrase(words, 'assess')), 'note') : []),
      ...paragraph(strong(labelled(words, words.say('is_new'), say(own, myWords, record, 'isNew')))),
      ...paragraph(labelled(words, words.say('not_usual'), say(own, myWords, record, 'notUsual'))),
      ...paragraph(labelled(words, words.say('urgent'), say(own, flare, plan, 'urgent'))),
      ...paragraph(labelled(words, words.say('usual'), say(own, myWords, record, 'usual'))),
    ];
  });
}
