import type { Block, Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import { problems } from '#passport/parts/problems.ts';
import { groupProblems } from '#passport/summary/group-problems.ts';
import { type Page, paragraph, say, section, spare } from '#passport/summary/page.ts';
import { dotted, lineToText, phrase, run } from '#passport/summary/phrase.ts';
import { inConfidence, labelled, termIn, toldOf } from '#passport/summary/told.ts';
import { isTerm } from '#passport/terms.ts';

// Active first, then those of which nothing is said; past ones are left to the full record.
const standing = ['active', null, 'discuss', 'missing', 'does_not_fit'] as const;

/** Problems by how they stand, each kind on a line of its own. The active ones are never left out. */
export function problemsNow(page: Page) {
  const { extract, words } = page;
  const title = [run(words, words.part(problems.id))];
  return section(page, { id: 'problems', area: 'main', title, aged: problems }, (own) => {
    const groups = groupProblems(toldOf(extract, problems)?.records ?? []);
    return standing.flatMap((status): readonly Block[] => {
      const here = groups.filter(([first]) => first !== undefined && statusOf(first) === status);
      const names = dotted(
        words,
        here.map((group) => problemToLine(own, group)),
      );
      const line = status === null ? names : labelled(words, words.term('problem_status', status), names);
      return status === 'active' || status === null ? paragraph(line) : spare(paragraph(line));
    });
  });
}

/** How it stands, as far as this version knows: a problem under an unknown word is shown as one of which nothing is said. */
function statusOf(record: ExtractRecord): string | null {
  const status = termIn(problems, record, 'status');
  return status !== null && isTerm('problem_status', status) ? status : null;
}

/** The name in the record, so that it can be found there, the person's own beside it, and since when. */
function problemToLine(page: Page, group: readonly ExtractRecord[]): Line {
  const { words } = page;
  const lines = group.map((record) => ({
    record,
    name: say(page, problems, record, 'name'),
    mine: say(page, problems, record, 'mine'),
    status: say(page, problems, record, 'status'),
    since: say(page, problems, record, 'since'),
  }));
  const [oldest] = lines;
  if (oldest === undefined) return [];
  const { record, name, mine, since } = oldest;
  const isTwo = name.length > 0 && mine.length > 0 && lineToText(name) !== lineToText(mine);
  const said = isTwo ? phrase(words, 'beside', { first: name, second: mine }) : name.length > 0 ? name : mine;
  const what = (record['name'] ?? record['mine'])?.confidence ? inConfidence(said, words) : said;
  return since.length > 0 && what.length > 0 ? phrase(words, 'since', { what, date: since }) : what;
}
