import { matters } from '#passport/parts/matters.ts';
import { type Page, paragraph, say, section, spare } from '#passport/summary/page.ts';
import { run } from '#passport/summary/phrase.ts';
import { labelled, onlyRecord } from '#passport/summary/told.ts';
import { translation } from '#passport/summary/translation.ts';

/** What matters most, and how to support me. */
export function whatMatters(page: Page) {
  const { extract, words } = page;
  const title = [run(words, words.part(matters.id))];
  return section(page, { id: 'matters', area: 'main', title, aged: matters }, (own) => {
    const record = onlyRecord(extract, matters);
    return spare([
      ...paragraph(say(own, matters, record, 'most')),
      ...paragraph(labelled(words, words.field(matters.id, 'support'), say(own, matters, record, 'support'))),
      ...paragraph(translation(own, matters, record), 'quiet'),
    ]);
  });
}
