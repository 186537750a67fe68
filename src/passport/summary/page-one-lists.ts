import type { Block, Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import type { Contact } from '#passport/field.ts';
import { flare } from '#passport/parts/flare.ts';
import { goals } from '#passport/parts/goals.ts';
import { me } from '#passport/parts/me.ts';
import { problems } from '#passport/parts/problems.ts';
import { team } from '#passport/parts/team.ts';
import { lineToText } from './count-words.ts';
import { type Draft, filled, howMany, list, type Page, paragraph, partSection, roomy, short, some } from './draft.ts';
import { mergeProblems } from './merge-problems.ts';
import { dotted, phrase } from './phrase.ts';
import { fieldToLine, inConfidence, labelled, onlyRecord, termIn, toldOf } from './told.ts';
import { contactToLine, langOf } from './value-to-line.ts';
import type { Words } from './words.ts';

/** Problems by how they stand; past ones are left to the full record. */
export function problemsNow(page: Page): Draft {
  const { extract, words } = page;
  const records = mergeProblems(toldOf(extract, problems)?.records ?? []);
  const groups = ['active', null, 'discuss', 'missing', 'does_not_fit'] as const;
  return partSection(page, problems, 'main', (level) => [
    ...groups.flatMap((status): readonly Block[] => {
      const here = records.filter((record) => termIn(problems, record, 'status') === status);
      if (here.length === 0) return [];
      const most = howMany(level, status === 'active' ? 4 : 2, 3);
      const { kept, more } = some(words, here, most);
      const names = kept.map((record) =>
        short(problemToLine(record, level >= roomy, words), Math.max(8, Math.ceil(level / 2))),
      );
      const value = dotted(words, [...names, more]);
      return paragraph(status === null ? value : labelled(words, words.term('problem_status', status), value));
    }),
  ]);
}

export function goalsNow(page: Page): Draft {
  const { extract, words } = page;
  const records = (toldOf(extract, goals)?.records ?? []).filter(
    (record) => fieldToLine(goals, record, 'what', words).length > 0,
  );
  return partSection(page, goals, 'main', (level) => {
    const toLine = (record: ExtractRecord) =>
      dotted(words, [
        short(fieldToLine(goals, record, 'what', words), Math.max(8, Math.ceil(level / 2))),
        level >= roomy ? short(fieldToLine(goals, record, 'going', words), 6) : [],
      ]);
    return list(words, records, howMany(level, 2, 4), toLine);
  });
}

/** People for an emergency first, then for a flare, then whom I usually see; nobody stands twice. Others with room. */
export function whoToContact({ extract, words }: Page): Draft {
  const known = new Set<string>();
  const contacts = [onlyRecord(extract, me)['emergencyContacts'], onlyRecord(extract, flare)['contacts']].flatMap(
    (told) =>
      told && Array.isArray(told.value)
        ? (told.value as readonly Contact[]).map((contact) => ({ contact, lang: langOf(told) }))
        : [],
  );
  const people = contacts.flatMap(({ contact, lang }) => {
    const key = `${contact.name}\n${contact.phone}`;
    if (known.has(key)) return [];
    known.add(key);
    return [contactToLine(contact, lang, words)];
  });
  const members = toldOf(extract, team)?.records ?? [];
  const toLines = (records: readonly ExtractRecord[]) => records.map((record) => memberToLine(record, words));
  const usual = toLines(members.filter(isUsual));
  const others = toLines(members.filter((record) => !isUsual(record)));
  return {
    id: 'contacts',
    make: (level) => {
      const lines = [...people, ...usual, ...(level >= roomy ? others : [])].filter((line) => line.length > 0);
      const blocks = list(words, lines, howMany(level, 3, 4), (line) => short(line, Math.max(14, level)));
      return filled({
        id: 'contacts',
        area: 'side',
        title: phrase(words, 'who_to_contact'),
        checked: null,
        blocks,
      });
    },
  };
}

function memberToLine(record: ExtractRecord, words: Words): Line {
  const first = fieldToLine(team, record, 'name', words);
  const second = fieldToLine(team, record, 'role', words);
  const who =
    first.length > 0 && second.length > 0 ? phrase(words, 'beside', { first, second }) : [...first, ...second];
  return dotted(words, [who, fieldToLine(team, record, 'phone', words)]);
}

function isUsual(record: ExtractRecord): boolean {
  return record['usual']?.value === true;
}

/** The name in the record, so that it can be found there; the person's own beside it where there is room. */
function problemToLine(record: ExtractRecord, both: boolean, words: Words): Line {
  const name = fieldToLine(problems, record, 'name', words);
  const mine = fieldToLine(problems, record, 'mine', words);
  const isTwo = both && name.length > 0 && mine.length > 0 && lineToText(name) !== lineToText(mine);
  const one = name.length > 0 ? name : mine;
  const said = isTwo ? phrase(words, 'beside', { first: name, second: mine }) : one;
  const what = (record['name'] ?? record['mine'])?.confidence ? inConfidence(said, words) : said;
  const date = fieldToLine(problems, record, 'since', words);
  return date.length > 0 && what.length > 0 ? phrase(words, 'since', { what, date }) : what;
}
