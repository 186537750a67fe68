import type { Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { list, type Page, paragraph, say, section } from '#passport/summary/page.ts';
import { dotted, phrase, run, strong } from '#passport/summary/phrase.ts';
import { safetyNotes } from '#passport/summary/safety-notes.ts';
import { termIn, toldOf } from '#passport/summary/told.ts';
import { translation } from '#passport/summary/translation.ts';

/** Every allergy and bad reaction with what happened. "None that I know of" is not the same as not written. */
export function allergiesTold(page: Page) {
  const { extract, words } = page;
  const title = [run(words, words.part(allergies.id))];
  return section(page, { id: 'allergies', area: 'main', title, aged: allergies }, (own) => {
    const records = toldOf(extract, allergies)?.records ?? [];
    return [
      ...list(
        records.map((record) => allergyToLine(own, record)),
        { compact: true },
      ),
      ...records.flatMap((record) => paragraph(translation(own, allergies, record), 'quiet')),
      ...safetyNotes(page, allergies, records.length),
    ];
  });
}

/** What happened says more than "bad reaction"; that it was an allergy, or may be one, is always said. */
function allergyToLine(page: Page, record: ExtractRecord): Line {
  const { words } = page;
  const substance = strong(say(page, allergies, record, 'substance'));
  const label = substance.length > 0 ? substance : phrase(words, 'unnamed');
  const happened = say(page, allergies, record, 'whatHappened');
  const sort = say(page, allergies, record, 'sort');
  const isSaid = happened.length === 0 || termIn(allergies, record, 'sort') !== 'bad_reaction';
  const value = dotted(words, [isSaid ? sort : [], happened, say(page, allergies, record, 'date')]);
  return value.length === 0 ? label : phrase(words, 'label_value', { label, value });
}
