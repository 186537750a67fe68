import { visit } from '#passport/parts/visit.ts';
import { noted, type Page, paragraph, say, section } from '#passport/summary/page.ts';
import { phrase, run } from '#passport/summary/phrase.ts';
import { inConfidence, labelled, onlyRecord } from '#passport/summary/told.ts';
import { translation } from '#passport/summary/translation.ts';

/** What the person would like from this visit, and what is hard to say where they ticked it for this one time. */
export function thisVisit(page: Page) {
  const { extract, words } = page;
  const title = [run(words, words.part(visit.id))];
  return section(page, { id: 'visit', area: 'side', title, aged: visit }, (own) => {
    const record = onlyRecord(extract, visit);
    const how = noted(own, visit, record, 'hardHow')?.value;
    const hard = labelled(words, words.say('hard_read'), say(own, visit, record, 'hardToSay'));
    return [
      ...paragraph(say(own, visit, record, 'want'), 'note'),
      ...(how === 'ask' ? paragraph(phrase(words, 'hard_ask'), 'note') : []),
      ...paragraph(hard.length > 0 ? inConfidence(hard, words) : [], 'note'),
      ...paragraph(translation(own, visit, record), 'quiet'),
    ];
  });
}
