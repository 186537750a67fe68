import type { Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { tried } from '#passport/parts/tried.ts';
import { medicineName } from '#passport/summary/medicine-name.ts';
import { type Page, say, section, spare } from '#passport/summary/page.ts';
import { dotted, phrase, run, strong } from '#passport/summary/phrase.ts';
import { labelled, toldOf } from '#passport/summary/told.ts';
import { isStopped } from './medicines.ts';

/** Medicines stopped, with when and why, and other things tried: whether they go on and what came of them. */
export function triedSoFar(page: Page) {
  const { extract, words } = page;
  const title = phrase(words, 'tried_title');
  return section(page, { id: 'tried', area: 'main', title, aged: tried }, (own) => {
    const stopped = (toldOf(extract, medicines)?.records ?? []).filter(isStopped);
    const others = toldOf(extract, tried)?.records ?? [];
    const rows = [
      ...stopped.map((record) => medicineToRow(own, record)),
      ...others.map((record) => therapyToRow(own, record)),
    ];
    if (rows.length === 0) return [];
    const head = [words.field(tried.id, 'what'), words.field(tried.id, 'date'), words.say('came_of_it')];
    return spare([{ kind: 'table', head: head.map((text) => [run(words, text)]), rows }]);
  });
}

function medicineToRow(page: Page, record: ExtractRecord): readonly Line[] {
  const { words } = page;
  const why = say(page, medicines, record, 'stoppedWhy');
  const stopped = say(page, medicines, record, 'pattern');
  return [
    medicineName(page, record),
    say(page, medicines, record, 'stopped'),
    why.length > 0 ? labelled(words, words.term('pattern', 'stopped'), why).map(plain) : stopped,
  ];
}

function therapyToRow(page: Page, record: ExtractRecord): readonly Line[] {
  const { words } = page;
  const what = strong(say(page, tried, record, 'what'));
  return [
    what.length > 0 ? what : phrase(words, 'unnamed'),
    say(page, tried, record, 'date'),
    dotted(words, [say(page, tried, record, 'state'), outcome(page, record)]),
  ];
}

/** "Helped a little; might try it again": words that stand without their questions. */
function outcome(page: Page, record: ExtractRecord): Line {
  const first = say(page, tried, record, 'helped');
  const second = say(page, tried, record, 'again');
  return first.length > 0 && second.length > 0
    ? phrase(page.words, 'semicolon', { first, second })
    : [...first, ...second];
}

function plain(run: Line[number]): Line[number] {
  const { strong: _, ...rest } = run;
  return rest;
}
