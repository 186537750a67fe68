import { parts } from '#passport/catalogue.ts';
import type { Part } from '#passport/part.ts';
import { type Draft, type Page, paragraph } from './draft.ts';
import { type FittedPage, fitPage } from './fit-page.ts';
import { goalsNow, problemsNow, whoToContact } from './page-one-lists.ts';
import { allergiesTold, medicinesNow, triedAndStopped } from './page-one-medicines.ts';
import { orders } from './page-one-orders.ts';
import { restOf } from './page-one-rest.ts';
import { asked, flarePlan, seenAlone, thisVisit, usualAndNew, whatMatters } from './page-one-sections.ts';
import { phrase, run } from './phrase.ts';
import { isUnwritten, toldOf } from './told.ts';

/** As many words as a clinician reads in a minute. */
export const mostWords = 250;

/** Kept free for what is drawn on every page: page number, code number, "example". */
export const furnitureWords = 4;

/** Page one, in at most `room` words: what this reader needs first, first. */
export function pageOne(page: Page, room: number): FittedPage {
  const drafts = [
    thisVisit(page),
    whatMatters(page),
    asked(page, 'pleaseDo'),
    asked(page, 'pleaseDont'),
    asked(page, 'wordsThatHurt'),
    usualAndNew(page),
    seenAlone(page),
    medicinesNow(page),
    triedAndStopped(page),
    allergiesTold(page),
    flarePlan(page),
    problemsNow(page),
    goalsNow(page),
    whoToContact(page),
    notWritten(page),
  ];
  const order = orders[page.extract.reader];
  const ordered = order.shown.flatMap((id) => drafts.filter((draft) => draft.id === id));
  return fitPage(ordered, order, room, page.words, (levels, dropped) => restOf(page, levels, dropped));
}

/** Parts the person chose to show that hold nothing yet. Medicines and allergies say so in their own place. */
function notWritten({ extract, words }: Page): Draft {
  const empty = parts.filter((part: Part) => {
    const told = toldOf(extract, part);
    return told !== undefined && part.id !== 'medicines' && part.id !== 'allergies' && isUnwritten(told);
  });
  return {
    id: 'not_written',
    make: () => {
      if (empty.length === 0) return null;
      const names = words.list(empty.map((part) => words.part(part.id)));
      const title = phrase(words, 'not_written_title');
      return { id: 'not_written', area: 'main', title, checked: null, blocks: paragraph([run(words, names)]) };
    },
  };
}
