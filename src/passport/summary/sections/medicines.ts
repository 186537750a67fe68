import type { Block, Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { medicineName } from '#passport/summary/medicine-name.ts';
import { list, noted, type Page, paragraph, say, section } from '#passport/summary/page.ts';
import { dotted, inSentences, lineToText, phrase, run } from '#passport/summary/phrase.ts';
import { safetyNotes } from '#passport/summary/safety-notes.ts';
import { inConfidence, labelled, termIn, toldOf } from '#passport/summary/told.ts';
import { translation } from '#passport/summary/translation.ts';

/**
 * Every medicine taken now, with strength and how it is taken: in a table those of which more is said (what for, does
 * it help me do things, worries), one compact line each for the others.
 */
export function medicinesNow(page: Page) {
  const { extract, words } = page;
  const title = phrase(words, 'medicines_now');
  return section(page, { id: 'medicines', area: 'main', title, aged: medicines }, (own) => {
    const now = (toldOf(extract, medicines)?.records ?? []).filter((record) => !isStopped(record));
    const explained = now.filter(isExplained);
    return [
      ...table(own, explained),
      ...list(
        now.filter((record) => !isExplained(record)).map((record) => compactLine(own, record)),
        { compact: true },
      ),
      ...now.flatMap((record) => paragraph(translation(own, medicines, record), 'quiet')),
      ...safetyNotes(page, medicines, now.length),
      ...leaveForNow(own, now),
      ...(now.length > 0 ? paragraph(phrase(words, 'not_a_request'), 'quiet') : []),
    ];
  });
}

/** True when the person has stopped it. */
export function isStopped(record: ExtractRecord): boolean {
  return termIn(medicines, record, 'pattern') === 'stopped';
}

function isExplained(record: ExtractRecord): boolean {
  return ['purpose', 'helps', 'helpsHow', 'worries'].some((field) => record[field] !== undefined);
}

function table(page: Page, records: readonly ExtractRecord[]): readonly Block[] {
  if (records.length === 0) return [];
  const { words } = page;
  const head = (['name', 'dose', 'purpose', 'helps'] as const).map((field) => [
    run(words, words.field(medicines.id, field)),
  ]);
  const rows = records.map((record) => [
    medicineName(page, record),
    howTaken(page, record),
    say(page, medicines, record, 'purpose'),
    verdict(page, record),
  ]);
  return [{ kind: 'table', head, rows }];
}

function compactLine(page: Page, record: ExtractRecord): Line {
  const label = medicineName(page, record);
  const value = howTaken(page, record);
  return value.length === 0 ? label : phrase(page.words, 'label_value', { label, value });
}

function howTaken(page: Page, record: ExtractRecord): Line {
  const { words } = page;
  const often = say(page, medicines, record, 'howOften');
  const dose = say(page, medicines, record, 'dose');
  const pattern = say(page, medicines, record, 'pattern');
  const isPlain = termIn(medicines, record, 'pattern') === 'regular' && often.length + dose.length > 0;
  const really = say(page, medicines, record, 'reallyTake');
  return dotted(words, [
    isPlain ? [] : pattern,
    lineToText(often) === lineToText(pattern) ? [] : often,
    dose,
    really.length > 0 ? inConfidence(labelled(words, words.field(medicines.id, 'reallyTake'), really), words) : [],
  ]);
}

/** Does it help me do things, and what worries me about changing it. */
function verdict(page: Page, record: ExtractRecord): Line {
  const { words } = page;
  const helps = inSentences(words, say(page, medicines, record, 'helps'), say(page, medicines, record, 'helpsHow'));
  const worries = labelled(words, words.say('worries'), say(page, medicines, record, 'worries'));
  return inSentences(words, helps, worries);
}

function leaveForNow(page: Page, now: readonly ExtractRecord[]): readonly Block[] {
  const names = now
    .filter((record) => noted(page, medicines, record, 'notNow')?.value === true)
    .map((record) => medicineName(page, record));
  const { words } = page;
  return names.length === 0 ? [] : paragraph(phrase(words, 'not_now', { names: dotted(words, names) }), 'note');
}
