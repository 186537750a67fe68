import { me } from '#passport/parts/me.ts';
import { type Page, paragraph, say, section } from '#passport/summary/page.ts';
import { run } from '#passport/summary/phrase.ts';
import { inConfidence, onlyRecord } from '#passport/summary/told.ts';

/** Whether to see me alone, where the person chose to say so this one time. */
export function seenAlone(page: Page) {
  const { extract, words } = page;
  const title = [run(words, words.field(me.id, 'alone'))];
  return section(page, { id: 'alone', area: 'side', title }, (own) => {
    const alone = say(own, me, onlyRecord(extract, me), 'alone');
    return paragraph(alone.length > 0 ? inConfidence(alone, words) : [], 'note');
  });
}
