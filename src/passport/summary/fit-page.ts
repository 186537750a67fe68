import type { Section } from '#passport/doc.ts';
import { countSection, lineToText } from './count-words.ts';
import { type Draft, paragraph } from './draft.ts';
import { run } from './phrase.ts';
import type { Words } from './words.ts';

const levels = [90, 70, 56, 46, 38, 32, 27, 23, 20, 17, 14, 12, 10, 8, 7, 6, 5] as const;

// First every section, or all but the two least, with sentences whole; then with shorter texts; then fewer sections.
const attempts = [
  { dropped: 2, shortest: 10 },
  { dropped: 2, shortest: 5 },
  { dropped: Number.POSITIVE_INFINITY, shortest: 5 },
] as const;

/**
 * Sections in the order of `drafts`, together at most `room` words: all at the longest level that fits, then those that
 * matter most made longer with what is left over. When even the shortest do not fit, the least of `importance` are
 * named under "also in the full record" instead: nothing goes without a word.
 */
export function fitPage(
  drafts: readonly Draft[],
  importance: readonly string[],
  room: number,
  words: Words,
): readonly Section[] {
  const made = new Map<string, { section: Section | null; size: number }>();
  const make = (draft: Draft, level: number) => {
    const key = `${draft.id} ${level}`;
    const known = made.get(key);
    if (known) return known;
    const section = draft.make(level);
    const fresh = { section, size: section ? countSection(section) : 0 };
    made.set(key, fresh);
    return fresh;
  };
  const placeOf = (draft: Draft) => (importance.includes(draft.id) ? importance.indexOf(draft.id) : importance.length);
  const ranked = [...drafts].filter((draft) => make(draft, levels[0]).section).sort((a, b) => placeOf(a) - placeOf(b));

  for (const { count, shortest } of attemptsFor(ranked.length)) {
    const kept = ranked.slice(0, count);
    const also = alsoSection(
      words,
      ranked.slice(count).map((draft) => make(draft, levels[0]).section as Section),
    );
    const left = room - (also ? countSection(also) : 0);
    const sizeAt = (level: number) => kept.reduce((sum, draft) => sum + make(draft, level).size, 0);
    const level = levels.find((each) => each >= shortest && sizeAt(each) <= left);
    if (level === undefined) continue;

    const chosen = new Map(kept.map((draft) => [draft.id, level as number]));
    let spare = left - sizeAt(level);
    for (const draft of kept) {
      const here = make(draft, level).size;
      const longer = levels.find((each) => each > level && make(draft, each).size - here <= spare);
      if (longer === undefined) continue;
      spare -= make(draft, longer).size - here;
      chosen.set(draft.id, longer);
    }
    const sections = drafts.flatMap((draft) => {
      const at = chosen.get(draft.id);
      const section = at === undefined ? null : make(draft, at).section;
      return section ? [section] : [];
    });
    return also ? [...sections, also] : sections;
  }
  return [];
}

function attemptsFor(all: number): readonly { readonly count: number; readonly shortest: number }[] {
  return attempts.flatMap(({ dropped, shortest }) =>
    Array.from({ length: Math.min(dropped, all) + 1 }, (_, place) => ({ count: all - place, shortest })),
  );
}

function alsoSection(words: Words, dropped: readonly Section[]): Section | null {
  if (dropped.length === 0) return null;
  const names = words.list(dropped.map((section) => lineToText(section.title)));
  const title = [run(words, words.say('also'))];
  return { id: 'also', area: 'main', title, checked: null, blocks: paragraph([run(words, names)]) };
}
