import { parts } from '#passport/catalogue.ts';
import type { Section } from '#passport/doc.ts';
import type { Part } from '#passport/part.ts';
import { type Draft, type Page, paragraph } from './draft.ts';
import { fitPage } from './fit-page.ts';
import { goalsNow, problemsNow, whoToContact } from './page-one-lists.ts';
import { allergiesTold, medicinesNow, triedAndStopped } from './page-one-medicines.ts';
import { asked, flarePlan, seenAlone, thisVisit, usualAndNew, whatMatters } from './page-one-sections.ts';
import { phrase, run } from './phrase.ts';
import { isUnwritten, toldOf } from './told.ts';

/** As many words as a clinician reads in a minute. */
export const mostWords = 250;

/** Kept free for what is drawn on every page: page number, code number, "example". */
export const furnitureWords = 4;

type Order = { readonly shown: readonly string[]; readonly importance: readonly string[] };

/** What a doctor must not be left to guess. */
const leads = ['medicines', 'allergies'] as const;

const calm: Order = {
  shown: [
    'visit',
    'matters',
    'pleaseDo',
    'pleaseDont',
    'wordsThatHurt',
    'usual',
    'alone',
    'medicines',
    'tried',
    'allergies',
    'flare',
    'problems',
    'goals',
    'contacts',
    'not_written',
  ],
  importance: [
    'medicines',
    'allergies',
    'not_written',
    'alone',
    'visit',
    'usual',
    'tried',
    'flare',
    'pleaseDo',
    'pleaseDont',
    'matters',
    'goals',
    'wordsThatHurt',
    'problems',
    'contacts',
  ],
};

const emergency: Order = {
  shown: [
    'usual',
    'allergies',
    'medicines',
    'flare',
    'visit',
    'alone',
    'pleaseDo',
    'pleaseDont',
    'wordsThatHurt',
    'problems',
    'contacts',
    'tried',
    'matters',
    'goals',
    'not_written',
  ],
  importance: [
    'usual',
    'allergies',
    'not_written',
    'medicines',
    'contacts',
    'flare',
    'alone',
    'pleaseDo',
    'pleaseDont',
    'visit',
    'problems',
    'tried',
    'wordsThatHurt',
    'matters',
    'goals',
  ],
};

/** Page one, in at most `room` words: what a reader needs first, first. */
export function pageOne(page: Page, room: number): readonly Section[] {
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
  const { shown, importance } = page.extract.reader === 'emergency' ? emergency : calm;
  const ordered = shown.flatMap((id) => drafts.filter((draft) => draft.id === id));
  return fitPage(ordered, { leads, importance }, room, page.words);
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
