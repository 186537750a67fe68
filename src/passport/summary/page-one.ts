import type { Section } from '#passport/doc.ts';
import { readers, type SectionId } from '#passport/readers.ts';
import type { Page, SectionMaker } from './page.ts';
import { allergiesTold } from './sections/allergies.ts';
import { seenAlone } from './sections/alone.ts';
import { whoToContact } from './sections/contacts.ts';
import { flarePlan } from './sections/flare.ts';
import { goalsNow } from './sections/goals.ts';
import { hurtfulWords } from './sections/hurtful.ts';
import { whatMatters } from './sections/matters.ts';
import { medicinesNow } from './sections/medicines.ts';
import { newAndUrgent } from './sections/new.ts';
import { pleaseDo } from './sections/please-do.ts';
import { pleaseDont } from './sections/please-dont.ts';
import { problemsNow } from './sections/problems.ts';
import { triedSoFar } from './sections/tried.ts';
import { thisVisit } from './sections/visit.ts';
import { whereItIs } from './sections/where.ts';
import { namesInFull } from './sections/whole-names.ts';

const makers: Readonly<Record<SectionId, SectionMaker>> = {
  new: newAndUrgent,
  visit: thisVisit,
  allergies: allergiesTold,
  medicines: medicinesNow,
  problems: problemsNow,
  please_dont: pleaseDont,
  alone: seenAlone,
  names: namesInFull,
  where: whereItIs,
  tried: triedSoFar,
  please_do: pleaseDo,
  hurtful: hurtfulWords,
  matters: whatMatters,
  flare: flarePlan,
  goals: goalsNow,
  contacts: whoToContact,
};

/** Page one in the order of its reader: everything whole, nothing counted and nothing cut. */
export function pageOne(page: Page): readonly Section[] {
  return readers[page.extract.reader].order.flatMap((id) => makers[id](page) ?? []);
}
