import type { Section } from '#passport/doc.ts';
import { countSection, lineToText } from './count-words.ts';
import { type Draft, paragraph, roomy } from './draft.ts';
import { explainCuts, explanationSize, isShortened } from './explain-cuts.ts';
import { run } from './phrase.ts';
import type { Words } from './words.ts';

const levels = [90, 70, 56, 46, 38, 32, 27, 23, 20, 17, 14, 12, 10, 8, 7, 6, 5] as const;

// Better fewer sections, named, than all of them in stumps of sentences; stumps only when nothing else is left.
const attempts = [
  { dropped: 2, shortest: 10 },
  { dropped: 4, shortest: 8 },
  { dropped: 6, shortest: 6 },
  { dropped: Number.POSITIVE_INFINITY, shortest: 5 },
] as const;

/** How much of the page the leading sections may take before the others have theirs. */
const leadingShare = 0.5;

/**
 * Sections in the order of `drafts`, together at most `room` words. Those of `leads` are made as long as their share
 * allows; all others at the longest level that fits; then those that matter most made longer with what is
 * left over. When even the shortest do not fit, the least of `importance` are named under "also in the full record"
 * instead: nothing goes without a word.
 */
export function fitPage(
  drafts: readonly Draft[],
  { leads, importance }: { readonly leads: readonly string[]; readonly importance: readonly string[] },
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

  const sizesAt = (some: readonly Draft[], level: number) =>
    some.reduce((sum, draft) => sum + make(draft, level).size, 0);
  const leading = ranked.filter((draft) => leads.includes(draft.id));
  const leadingLevel = levels.find((each) => each < roomy && sizesAt(leading, each) <= room * leadingShare) ?? 5;
  const levelOf = (draft: Draft, level: number) => (leading.includes(draft) ? leadingLevel : level);

  for (const { count, shortest } of attemptsFor(ranked.length)) {
    const kept = ranked.slice(0, count);
    const also = alsoSection(
      words,
      ranked.slice(count).map((draft) => make(draft, levels[0]).section as Section),
    );
    const left = room - (also ? countSection(also) : 0);
    const sizeAt = (level: number) => {
      const all = kept.map((draft) => make(draft, levelOf(draft, level)));
      const explanation = all.some(({ section }) => section && isShortened(section)) ? explanationSize(words) : 0;
      return all.reduce((sum, { size }) => sum + size, explanation);
    };
    const level = levels.find((each) => each >= shortest && sizeAt(each) <= left);
    if (level === undefined) continue;

    const chosen = new Map(kept.map((draft) => [draft.id, levelOf(draft, level)]));
    let spare = left - sizeAt(level);
    for (const draft of kept) {
      const from = levelOf(draft, level);
      const here = make(draft, from).size;
      const longer = levels.find((each) => each > from && make(draft, each).size - here <= spare);
      if (longer === undefined) continue;
      spare -= make(draft, longer).size - here;
      chosen.set(draft.id, longer);
    }
    const sections = drafts.flatMap((draft) => {
      const at = chosen.get(draft.id);
      const section = at === undefined ? null : make(draft, at).section;
      return section ? [section] : [];
    });
    return explainCuts(words, also ? [...sections, also] : sections);
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
