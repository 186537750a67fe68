import type { Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import { flare } from '#passport/parts/flare.ts';
import { me } from '#passport/parts/me.ts';
import { team } from '#passport/parts/team.ts';
import { list, noted, type Page, say, sayLines, section, spare } from '#passport/summary/page.ts';
import { dotted, lineToText, phrase } from '#passport/summary/phrase.ts';
import { onlyRecord, toldOf } from '#passport/summary/told.ts';

/** People for an emergency first, then for a flare, then whom I usually see, then others; nobody stands twice. */
export function whoToContact(page: Page) {
  const { extract, words } = page;
  const title = phrase(words, 'who_to_contact');
  return section(page, { id: 'contacts', area: 'side', title, aged: team }, (own) => {
    const members = toldOf(extract, team)?.records ?? [];
    const isUsual = (record: ExtractRecord) => noted(own, team, record, 'usual')?.value === true;
    const lines = [
      ...sayLines(own, me, onlyRecord(extract, me), 'emergencyContacts'),
      ...sayLines(own, flare, onlyRecord(extract, flare), 'contacts'),
      ...members.filter(isUsual).map((record) => memberToLine(own, record)),
      ...members.filter((record) => !isUsual(record)).map((record) => memberToLine(own, record)),
    ];
    return spare(list(each(lines), { compact: true }));
  });
}

function each(lines: readonly Line[]): readonly Line[] {
  const byText = new Map(lines.map((line) => [lineToText(line), line]));
  return [...byText.values()];
}

function memberToLine(page: Page, record: ExtractRecord): Line {
  const { words } = page;
  const first = say(page, team, record, 'name');
  const second = say(page, team, record, 'role');
  const who =
    first.length > 0 && second.length > 0 ? phrase(words, 'beside', { first, second }) : [...first, ...second];
  return dotted(words, [who, say(page, team, record, 'phone')]);
}
