import { goals } from '#passport/parts/goals.ts';
import { list, type Page, say, section, spare } from '#passport/summary/page.ts';
import { dotted, run } from '#passport/summary/phrase.ts';
import { toldOf } from '#passport/summary/told.ts';

/** What I want to do, and how it is going. */
export function goalsNow(page: Page) {
  const { extract, words } = page;
  const title = [run(words, words.part(goals.id))];
  return section(page, { id: 'goals', area: 'main', title, aged: goals }, (own) => {
    const records = toldOf(extract, goals)?.records ?? [];
    const lines = records.map((record) =>
      dotted(words, [say(own, goals, record, 'what'), say(own, goals, record, 'going')]),
    );
    return spare(list(lines, { compact: true }));
  });
}
