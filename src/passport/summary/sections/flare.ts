import { flare } from '#passport/parts/flare.ts';
import { list, type Page, paragraph, say, sayLines, section, spare } from '#passport/summary/page.ts';
import { phrase } from '#passport/summary/phrase.ts';
import { labelled, onlyRecord } from '#passport/summary/told.ts';
import { translation } from '#passport/summary/translation.ts';

/** The first steps of the flare plan, and the medicines agreed for it. What is urgent stands above, with what is new. */
export function flarePlan(page: Page) {
  const { extract, words } = page;
  const title = phrase(words, 'when_it_flares');
  return section(page, { id: 'flare', area: 'main', title, aged: flare }, (own) => {
    const record = onlyRecord(extract, flare);
    return spare([
      ...list(sayLines(own, flare, record, 'steps'), { ordered: true }),
      ...paragraph(labelled(words, words.say('flare_medicines'), say(own, flare, record, 'medicines'))),
      ...paragraph(translation(own, flare, record), 'quiet'),
    ]);
  });
}
